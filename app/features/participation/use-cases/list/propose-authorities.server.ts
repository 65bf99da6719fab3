import { findOrganisations } from '#app/features/authorities/public.server.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Proposal, proposalsOf, readLines } from '../../domain/list/proposals.ts';
import { listParticipations, type ParticipantOrganisation, participantOrganisations } from '../../queries.server.ts';
import { openEditionToMobilise } from './open-edition-to-mobilise.server.ts';

/** A pasted line with the authorities that it may name, the likeliest first, each with the code that tells it from its homonyms. */
export type ProposedLine = Proposal & { organisations: (ParticipantOrganisation & { code: string })[] };

/**
 * What the pasted names (one a line) stand for, to be confirmed by a person: nothing is written. Only authorities that the
 * actor may add are proposed; `country` narrows to one side. Refuses too many lines at once (`participation.too-many-lines`).
 */
export async function proposeAuthorities(
  ctx: Ctx,
  input: { edition: string; text: string; country: string },
): Promise<Result<ProposedLine[]>> {
  const opened = await openEditionToMobilise(ctx, input.edition);
  if (!opened.ok) return opened;
  const { view, countries } = opened.value;
  const wanted = countries.includes(input.country) ? [input.country] : countries;
  const lines = readLines(input.text);
  if (!lines.ok) return lines;
  const hints = wanted.length === 1 ? { country: wanted[0] } : {};
  const findings = await findOrganisations(ctx.db, lines.value, hints);
  const listed = new Set((await listParticipations(ctx.db, view.edition.id)).map(({ organisation }) => organisation.id));
  const proposals = proposalsOf(findings, wanted, listed);
  const ids = [...new Set(proposals.flatMap(({ candidateIds }) => candidateIds))];
  const codes = new Map(
    findings.flatMap(({ candidates }) =>
      candidates.map(({ candidate: { id, identifier } }) => [id, `${identifier.system} ${identifier.code}`]),
    ),
  );
  const organisations = (await participantOrganisations(ctx.db, ids)).map((found) => ({ ...found, code: codes.get(found.id) ?? '' }));
  const known = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  return ok(proposals.map((proposal) => ({ ...proposal, organisations: proposal.candidateIds.flatMap((id) => known.get(id) ?? []) })));
}
