import type { Grant } from '#app/access/actor.ts';
import { authorize } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { committeesPermissions } from '../permissions.ts';
import { type CommitteeInEdition, findCommittee } from '../queries.server.ts';
import { meetingScope } from './open-meeting.server.ts';

/** The committee whose members are to be read or changed; whoever may not is answered alike whether it exists or not. */
export async function openCommittee(ctx: Ctx, committeeId: string): Promise<Result<CommitteeInEdition & { membership: Grant }>> {
  const found = await findCommittee(ctx.db, committeeId);
  const gate = authorize(ctx.actor, committeesPermissions.manageMembers, found ? meetingScope(found) : {});
  if (!gate.ok) return gate;
  if (!found) return refuse('not-found');
  return ok({ ...found, membership: { role: 'committee-member', committeeId: found.committee.id } });
}
