import { findOrganisations } from '#app/features/authorities/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { dominantCountry } from '../domain/dominant-country.ts';
import { SURE } from '../domain/plan-import.ts';
import type { Recognition } from '../domain/recognition.ts';
import { officialName, registered } from '../domain/registered.ts';

type Finding = Awaited<ReturnType<typeof findOrganisations>>[number];
type Candidate = NonNullable<Finding['match']>;

/**
 * What the registry says about printed organisations, all at once; named in a language, or officially. A list is mostly of
 * one country: names that stay doubtful are looked up again as that country's, where homonyms elsewhere weigh less
 * (VALENCE among French authorities).
 */
export async function recogniseOrganisations(
  ctx: Ctx,
  printed: readonly string[],
  naming: Locale | 'official' = ctx.locale,
): Promise<Map<string, Recognition>> {
  const found = await withContext(ctx, await findOrganisations(ctx.db, printed));
  const organisation = (candidate: Candidate) => {
    const known = registered({ ...candidate, ...candidate.identifier }, naming === 'official' ? ctx.locale : naming);
    return naming === 'official' ? { ...known, name: officialName(candidate.names) ?? known.name } : known;
  };
  return new Map(
    found.map(({ query, match, confidence, candidates }) => [
      query,
      {
        organisation: match ? organisation(match) : null,
        confidence,
        candidates: candidates.map((each) => ({ organisation: organisation(each.candidate), confidence: each.confidence })),
      },
    ]),
  );
}

async function withContext(ctx: Ctx, found: readonly Finding[]): Promise<Finding[]> {
  const country = dominantCountry(
    found.flatMap(({ match, confidence }) => (match?.isAuthority && confidence >= SURE ? [match.country] : [])),
  );
  const doubtful = found.filter(({ match, confidence }) => match?.isAuthority && confidence < SURE).map(({ query }) => query);
  if (country === null || doubtful.length === 0) return [...found];
  const again = new Map((await findOrganisations(ctx.db, doubtful, { country })).map((finding) => [finding.query, finding]));
  return found.map((finding) => {
    const second = again.get(finding.query);
    // Only more certainty about the same organisation: a country is a hint, not a reason for another answer.
    return second && second.match?.id === finding.match?.id && second.confidence > finding.confidence ? second : finding;
  });
}
