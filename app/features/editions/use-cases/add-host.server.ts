import { grantRole } from '#app/features/accounts/public.server.ts';
import { type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { findEdition } from '../queries.server.ts';

/** Takes a person into the host team of an edition, by the rules of granting roles. Refuses an unknown edition. Returns the grant. */
export async function addHost(ctx: Ctx, slug: string, personId: string): Promise<Result<string>> {
  const edition = await findEdition(ctx.db, slug);
  if (!edition) return refuse('not-found');
  return grantRole(ctx, { personId, grant: { role: 'host-team', editionId: edition.id } });
}
