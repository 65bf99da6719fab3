import { findOrganisations } from '#app/features/authorities/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Recognition } from '../domain/recognition.ts';
import { registered } from '../domain/registered.ts';

type Candidate = NonNullable<Awaited<ReturnType<typeof findOrganisations>>[number]['match']>;

/** What the registry says about printed organisations, all at once; named in the language of the context. */
export async function recogniseOrganisations(ctx: Ctx, printed: readonly string[]): Promise<Map<string, Recognition>> {
  const found = await findOrganisations(ctx.db, printed);
  const organisation = (candidate: Candidate) => registered({ ...candidate, ...candidate.identifier }, ctx.locale);
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
