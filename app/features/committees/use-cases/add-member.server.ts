import { grantRole } from '#app/features/accounts/public.server.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { openCommittee } from './open-committee.server.ts';

/**
 * Makes a person, of whatever side, a member of a committee: the secretariat of one of the committee's sides may. Returns the grant.
 * Refuses an unknown committee, and what granting a role refuses.
 */
export async function addMember(ctx: Ctx, input: { committeeId: string; personId: string }): Promise<Result<string>> {
  const opened = await openCommittee(ctx, input.committeeId);
  if (!opened.ok) return opened;
  const { membership, committee } = opened.value;
  return grantRole(ctx, { personId: input.personId, grant: membership, committeeSides: committee.sides });
}
