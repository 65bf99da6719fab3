import { authorize, isAllowed } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { modeOf, type RegistryFilter, typedCodes } from '../domain/registry-filter.ts';
import { authoritiesPermissions } from '../permissions.ts';
import { type OrganisationHit, searchOrganisations } from '../queries.server.ts';
import { organisationsByCode, organisationsByFilter, organisationsMadeByHand } from '../registry.server.ts';

const PAGE_SIZE = 50;
/** Rows that a file may hold: every kind of authority of a country but its communes. */
export const MOST_EXPORTED = 5000;
/** A search shows the best known of what answers; whoever wants another types more. */
const MOST_FOUND = 50;

/** A list of the registry. `cut`: a search found more than it shows. `mayRecord`: whether to offer to record one. */
export type OrganisationList = {
  mode: 'search' | 'filter' | 'start';
  rows: OrganisationHit[];
  total: number;
  page: number;
  pages: number;
  cut: boolean;
  mayRecord: boolean;
};

/**
 * Organisations that answer a search, best first; of a kind or country, page by page; or, nothing being asked, those that people have
 * recorded or corrected. `whole` gives all pages at once, for a file, and refuses more than {@link MOST_EXPORTED}.
 */
export async function listOrganisations(
  ctx: Ctx,
  filter: RegistryFilter,
  options: { whole?: boolean } = {},
): Promise<Result<OrganisationList>> {
  const gate = authorize(ctx.actor, authoritiesPermissions.readRegistry);
  if (!gate.ok) return gate;
  const mode = modeOf(filter);
  const mayRecord = isAllowed(ctx.actor, authoritiesPermissions.recordElsewhere);
  if (mode === 'search') {
    const { rows, cut } = await search(ctx, filter);
    return ok({ mode, rows, total: rows.length, page: 1, pages: 1, cut, mayRecord });
  }
  const limit = options.whole ? MOST_EXPORTED : PAGE_SIZE;
  const part = { locale: ctx.locale, limit, offset: options.whole ? 0 : (filter.page - 1) * limit };
  const { rows, total } = await (mode === 'start' ? organisationsMadeByHand(ctx.db, part) : organisationsByFilter(ctx.db, filter, part));
  if (options.whole && total > MOST_EXPORTED) return refuse('authorities.too-many-to-export', { count: total, max: MOST_EXPORTED });
  return ok({ mode, rows, total, page: filter.page, pages: Math.ceil(total / PAGE_SIZE), cut: false, mayRecord });
}

/** What bears the typed code, then what bears the typed name. */
async function search(ctx: Ctx, { q, kind, country, authoritiesOnly }: RegistryFilter) {
  const asked = { authoritiesOnly, ...(kind ? { kinds: [kind] } : {}), ...(country ? { country } : {}) };
  const coded = (await organisationsByCode(ctx.db, typedCodes(q))).filter(
    (row) => (!kind || row.kind === kind) && (!country || row.country === country) && (!authoritiesOnly || row.isAuthority),
  );
  const named = await searchOrganisations(ctx.db, q, { ...asked, limit: MOST_FOUND });
  const codedIds = new Set(coded.map((row) => row.id));
  return { rows: [...coded, ...named.filter((row) => !codedIds.has(row.id))], cut: named.length === MOST_FOUND };
}
