import { isAllowed } from '#app/access/authorize.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { AttendanceSheet } from '../domain/attendance-sheet.ts';
import type { MeetingHead } from '../domain/meeting-head.ts';
import { meetingHead } from '../meeting-head.server.ts';
import { committeesPermissions } from '../permissions.ts';
import { listBatches } from '../queries.server.ts';
import { meetingScope, openMeeting } from './open-meeting.server.ts';
import { readAttendanceSheet } from './read-attendance-sheet.server.ts';

/** A meeting's page: its list, and, for those who may import, the files that were read. */
export type MeetingView = {
  head: MeetingHead;
  sheet: AttendanceSheet;
  mayImport: boolean;
  batches: Awaited<ReturnType<typeof listBatches>>;
};

/** Reads a meeting with its attendance list. */
export async function readMeeting(ctx: Ctx, input: { meetingId: string }): Promise<Result<MeetingView>> {
  const opened = await openMeeting(ctx, committeesPermissions.readAttendance, input.meetingId);
  if (!opened.ok) return opened;
  const sheet = await readAttendanceSheet(ctx, input);
  if (!sheet.ok) return sheet;
  const mayImport = isAllowed(ctx.actor, committeesPermissions.importAttendance, meetingScope(opened.value));
  return ok({
    head: meetingHead(ctx, opened.value),
    sheet: sheet.value,
    mayImport,
    batches: mayImport ? await listBatches(ctx.db, input.meetingId) : [],
  });
}
