import { readRoleHolders } from '#app/features/accounts/public.server.ts';
import type { RoleDesk } from '#app/features/accounts/public.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** An edition as the roles over it need it. */
export type EditionOfTeam = { editionId: string; countries: readonly string[] };

/** The host team of an edition, and whom `q` finds for it. Refuses those who may not see the roles of either side. */
export function readHostTeam(ctx: Ctx, { editionId, countries }: EditionOfTeam, q: string): Promise<Result<RoleDesk>> {
  return readRoleHolders(ctx, { grant: { role: 'host-team', editionId }, sides: countries, q });
}
