import { authorize, isAllowed } from '#app/access/authorize.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { HOME_COUNTRIES } from '../domain/grams.ts';
import { checkNature, checkOrganisation } from '../domain/organisation-input.ts';
import { authoritiesPermissions } from '../permissions.ts';
import { findByOwnName, findOrganisations, hitsByIds, type OrganisationHit } from '../queries.server.ts';
import { countryCodes, isCountryCode } from '../reference-files.server.ts';
import { authorizeFor, type NewOrganisationInput } from './create-organisation.server.ts';

/** From this confidence on, a known organisation is worth a look before another is recorded. */
const LIKELY_FROM = 0.3;
const MOST_SHOWN = 8;

/**
 * The known organisations that the one about to be recorded may be, likeliest first. Refuses what recording it would refuse, so that
 * nobody is asked to compare names which cannot be recorded anyway.
 */
export async function findLikelyOrganisations(ctx: Ctx, input: NewOrganisationInput): Promise<Result<OrganisationHit[]>> {
  const gate = authorizeFor(ctx, 'createOrganisation', input.country);
  if (!gate.ok) return gate;
  const nature = checkNature(input.kind, input.country, isCountryCode);
  if (!nature.ok) return nature;
  const facts = checkOrganisation(input);
  if (!facts.ok) return facts;
  const names = facts.value.names.filter((n) => n.kind !== 'alias').map((n) => n.name);
  const own = await findByOwnName(ctx.db, names, nature.value);
  const findings = await findOrganisations(ctx.db, names, { country: nature.value.country });
  const ranked = findings
    .flatMap((finding) => finding.candidates)
    .filter((found) => found.confidence >= LIKELY_FROM)
    .sort((a, b) => b.confidence - a.confidence)
    .map((found) => found.candidate.id);
  return ok(await hitsByIds(ctx.db, [...new Set([...own.map((row) => row.id), ...ranked])].slice(0, MOST_SHOWN)));
}

/** The countries of which the actor may record organisations; refuses who may record none. */
export function recordableCountries(ctx: Ctx): Result<string[]> {
  const gate = authorize(ctx.actor, authoritiesPermissions.recordElsewhere);
  if (!gate.ok) return gate;
  const own = (country: string) => isAllowed(ctx.actor, authoritiesPermissions.createOrganisation, { sides: [country] });
  return ok(countryCodes().filter((country) => !HOME_COUNTRIES.includes(country) || own(country)));
}
