import { isAllowed } from '#app/access/authorize.ts';
import type { PersonName } from '#app/features/accounts/public.ts';
import { bounds } from '#app/lib/partial-date.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { attendanceOf } from '../attendance-of.server.ts';
import type { AttendanceSheet } from '../domain/attendance-sheet.ts';
import type { MeetingHead } from '../domain/meeting-head.ts';
import { hoursInZones, type ZoneHours } from '../domain/meeting-hours.ts';
import type { MeetingWarning } from '../domain/meeting-warnings.ts';
import type { QuotedCounts } from '../domain/quoted-counts.ts';
import { meetingHead } from '../meeting-head.server.ts';
import { committeesPermissions } from '../permissions.ts';
import { listBatches, type MeetingInCommittee } from '../queries.server.ts';
import { personNames } from '../queries-members.server.ts';
import { warningsOf } from './check-meeting.server.ts';
import { meetingScope, openMeeting } from './open-meeting.server.ts';
import { readAttendanceSheet } from './read-attendance-sheet.server.ts';

/** A meeting's page: its list, and, for those who may import, the files that were read. */
export type MeetingView = {
  head: MeetingHead;
  details: MeetingDetails;
  sheet: AttendanceSheet;
  quoted: QuotedCounts;
  mayImport: boolean;
  mayEdit: boolean;
  batches: Awaited<ReturnType<typeof listBatches>>;
};

/** What stands under the head: the hours in each zone, the link, the languages, who leads, and what is to be pointed out to those who may edit. */
export type MeetingDetails = {
  hours: ZoneHours[];
  videoUrl: string | null;
  languages: string[];
  chair: PersonName | null;
  minuteTaker: PersonName | null;
  warnings: MeetingWarning[];
};

/** Reads a meeting with its attendance list. */
export async function readMeeting(ctx: Ctx, input: { meetingId: string }): Promise<Result<MeetingView>> {
  const opened = await openMeeting(ctx, committeesPermissions.readAttendance, input.meetingId);
  if (!opened.ok) return opened;
  const sheet = await readAttendanceSheet(ctx, input);
  if (!sheet.ok) return sheet;
  const scope = meetingScope(opened.value);
  const [mayImport, mayEdit] = [committeesPermissions.importAttendance, committeesPermissions.editMeeting].map((wanted) =>
    isAllowed(ctx.actor, wanted, scope),
  ) as [boolean, boolean];
  return ok({
    ...{
      head: meetingHead(ctx, opened.value),
      details: await detailsOf(ctx, opened.value, mayEdit),
      sheet: sheet.value,
      quoted: (await attendanceOf(ctx.db, input.meetingId)).counts,
      mayImport,
      mayEdit,
    },
    batches: mayImport ? await listBatches(ctx.db, input.meetingId) : [],
  });
}

async function detailsOf(ctx: Ctx, found: MeetingInCommittee, mayEdit: boolean): Promise<MeetingDetails> {
  const { meeting, edition } = found;
  const { videoUrl, languages, chairId, minuteTakerId } = meeting;
  const names = await personNames(
    ctx.db,
    [chairId, minuteTakerId].flatMap((id) => id ?? []),
  );
  // What is over is on record, and no longer to be moved.
  const over = (bounds(meeting.date)?.last ?? '9999') < dayIn(meeting.timeZone, ctx.clock.now());
  return {
    ...{ videoUrl, languages, hours: hoursInZones(meeting, edition.sides) ?? [] },
    ...{ chair: names.get(chairId ?? '') ?? null, minuteTaker: names.get(minuteTakerId ?? '') ?? null },
    warnings: mayEdit && !over ? await warningsOf(ctx, found, meeting) : [],
  };
}
