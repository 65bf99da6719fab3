import { isAllowed } from '#app/access/authorize.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { AttendanceSheet } from '../domain/attendance-sheet.ts';
import { committeesPermissions } from '../permissions.ts';
import { listBatches } from '../queries.server.ts';
import { openMeeting, scopeOf } from './open-meeting.server.ts';
import { readAttendanceSheet } from './read-attendance-sheet.server.ts';

/** A meeting's page: its list, and, for those who may import, the files that were read. */
export type MeetingView = { sheet: AttendanceSheet; mayImport: boolean; batches: Awaited<ReturnType<typeof listBatches>> };

/** Reads a meeting with its attendance list. */
export async function readMeeting(ctx: Ctx, input: { meetingId: string }): Promise<Result<MeetingView>> {
  const opened = await openMeeting(ctx, committeesPermissions.readAttendance, input.meetingId);
  if (!opened.ok) return opened;
  const sheet = await readAttendanceSheet(ctx, input);
  if (!sheet.ok) return sheet;
  const mayImport = isAllowed(ctx.actor, committeesPermissions.importAttendance, scopeOf(opened.value));
  return ok({ sheet: sheet.value, mayImport, batches: mayImport ? await listBatches(ctx.db, input.meetingId) : [] });
}
