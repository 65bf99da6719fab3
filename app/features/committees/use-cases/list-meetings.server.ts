import { authorize, isAllowed } from '#app/access/authorize.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { committeesPermissions } from '../permissions.ts';
import {
  type CommitteeInEdition,
  type EditionFacts,
  listCommittees,
  listEditionFacts,
  listMeetings as listRows,
  type MeetingRow,
} from '../queries.server.ts';
import { meetingScope } from './open-meeting.server.ts';

/** A committee that the reader may look into, with its meetings; `mayCall`: whether to call one, `mayManage`: whether to name members. */
export type CommitteeOverview = CommitteeInEdition & {
  meetings: { meeting: MeetingRow; people: number }[];
  mayCall: boolean;
  mayManage: boolean;
};

/** What the reader sees of committees, and the editions for which the reader may set one up. */
export type MeetingsOverview = { committees: CommitteeOverview[]; editions: EditionFacts[] };

/** The committees whose lists the reader may read, with their meetings; whoever may read none is refused. */
export async function listMeetings(ctx: Ctx): Promise<Result<MeetingsOverview>> {
  const visible = (await listCommittees(ctx.db)).filter((found) =>
    isAllowed(ctx.actor, committeesPermissions.readAttendance, meetingScope(found)),
  );
  const editions = (await listEditionFacts(ctx.db)).filter((edition) => mayCreateCommittee(ctx, edition));
  if (visible.length === 0 && editions.length === 0) {
    const gate = authorize(ctx.actor, committeesPermissions.readAttendance);
    if (!gate.ok) return gate;
  }
  const rows = await listRows(
    ctx.db,
    visible.map(({ committee }) => committee.id),
  );
  const byCommittee = Map.groupBy(rows, ({ meeting }) => meeting.committeeId);
  const committees = visible.map((found) => ({
    ...found,
    meetings: byCommittee.get(found.committee.id) ?? [],
    mayCall: isAllowed(ctx.actor, committeesPermissions.createMeeting, meetingScope(found)),
    mayManage: isAllowed(ctx.actor, committeesPermissions.manageMembers, meetingScope(found)),
  }));
  return ok({ committees, editions });
}

/** Whether the reader may set up any committee of an edition: for one of its sides, or as its host. */
function mayCreateCommittee(ctx: Ctx, edition: EditionFacts): boolean {
  return isAllowed(ctx.actor, committeesPermissions.createCommittee, { sides: edition.sides, editionId: edition.id });
}
