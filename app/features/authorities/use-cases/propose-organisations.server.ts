import { authorize } from '#app/access/authorize.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { authoritiesPermissions } from '../permissions.ts';
import { type OrganisationHit, type SearchOptions, searchOrganisations } from '../queries.server.ts';
import { isCountryCode } from '../reference-files.server.ts';

/** What a search field proposes for a typed text, best first. A country that is none is not asked for. */
export async function proposeOrganisations(ctx: Ctx, text: string, options: SearchOptions): Promise<Result<OrganisationHit[]>> {
  const gate = authorize(ctx.actor, authoritiesPermissions.readRegistry);
  if (!gate.ok) return gate;
  const { country, ...rest } = options;
  return ok(await searchOrganisations(ctx.db, text, { ...rest, ...(country && isCountryCode(country) ? { country } : {}) }));
}
