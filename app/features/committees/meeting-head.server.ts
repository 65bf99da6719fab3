import { isAllowed } from '#app/access/authorize.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { MeetingHead, MeetingTab } from './domain/meeting-head.ts';
import { committeesPermissions } from './permissions.ts';
import type { MeetingInCommittee } from './queries.server.ts';
import { meetingScope } from './use-cases/open-meeting.server.ts';
import { editionTitle } from './use-cases/read-attendance-sheet.server.ts';

/** What the head of a meeting's pages shows, and the pages that the reader may open. The caller has authorised the reading. */
export function meetingHead(ctx: Ctx, found: MeetingInCommittee): MeetingHead {
  const { meeting, committee, edition } = found;
  const { id, number, title, date, startTime, endTime, timeZone, mode, place, state } = meeting;
  const scope = meetingScope(found);
  const tabs: MeetingTab[] = ['overview', 'agenda'];
  if (isAllowed(ctx.actor, committeesPermissions.editMeeting, scope)) tabs.push('invitations');
  if (isAllowed(ctx.actor, committeesPermissions.takeAttendance, scope)) tabs.push('attendance');
  tabs.push('minutes');
  return {
    ...{ id, number, title, date, startTime, endTime, timeZone, mode, place, state, tabs },
    committee: { id: committee.id, kind: committee.kind, name: committee.name, sides: committee.sides },
    edition: { slug: edition.slug, title: editionTitle(edition) },
  };
}
