import { revokeRole } from '#app/features/accounts/public.server.ts';
import { type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { findEdition } from '../queries.server.ts';

/** Ends a grant of the host team of this edition, by the rules of revoking roles. Refuses an unknown edition and any other grant. */
export async function removeHost(ctx: Ctx, slug: string, assignmentId: string): Promise<Result<void>> {
  const edition = await findEdition(ctx.db, slug);
  if (!edition) return refuse('not-found');
  return revokeRole(ctx, { assignmentId, over: { editionId: edition.id } });
}
