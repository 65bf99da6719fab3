import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { committeesPermissions } from '../permissions.ts';
import type { MeetingInCommittee } from '../queries.server.ts';
import { openMeeting } from './open-meeting.server.ts';

/** The meeting whose list somebody is about to import; refuses whoever may not, before anything is uploaded. */
export function prepareImport(ctx: Ctx, input: { meetingId: string }): Promise<Result<MeetingInCommittee>> {
  return openMeeting(ctx, committeesPermissions.importAttendance, input.meetingId);
}
