import { revokeRole } from '#app/features/accounts/public.server.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { openCommittee } from './open-committee.server.ts';

/** Ends a membership of this committee; refuses an unknown committee, any other grant, and what revoking a role refuses. */
export async function removeMember(ctx: Ctx, input: { committeeId: string; assignmentId: string }): Promise<Result<void>> {
  const opened = await openCommittee(ctx, input.committeeId);
  if (!opened.ok) return opened;
  return revokeRole(ctx, { assignmentId: input.assignmentId, over: { committeeId: opened.value.committee.id } });
}
