import { findOrganisations } from '#app/features/authorities/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { fold } from '../../domain/form-file/fold.ts';
import { listParticipations, type ParticipantOrganisation, participantOrganisations, twinsOf } from '../../queries.server.ts';
import type { OpenedParticipation } from '../open-participation.server.ts';

/** From this confidence on, the registry's finding is taken without asking. */
const SURE = 0.9;

/**
 * What names in a form stand for as a twin: the authority named already or tied with this one, else one of the partner's
 * list, else the one that the registry is sure of. A name that two bear stands for none. Keys are the texts.
 */
export async function findTwins(
  ctx: Ctx,
  opened: OpenedParticipation,
  texts: readonly string[],
  known: readonly string[],
): Promise<Map<string, string>> {
  const { organisation, view } = opened;
  const partners = view.series.countries.filter((country) => country !== organisation.country);
  const tied = (await twinsOf(ctx.db, [organisation.id])).flat().filter((id) => id !== organisation.id);
  const close = await participantOrganisations(ctx.db, [...tied, ...known]);
  const listed = (await listParticipations(ctx.db, view.edition.id)).map((row) => row.organisation);
  const tiers = [close, listed].map((tier) => tier.filter(({ country, isAuthority }) => isAuthority && partners.includes(country)));
  const found = new Map<string, string>();
  for (const text of texts) {
    const own = tiers.map((tier) => bearersOf(text, tier)).find((bearers) => bearers.length > 0);
    const id = own ? (own.length === 1 ? own[0] : undefined) : await inRegistry(ctx, text, partners);
    if (id !== undefined) found.set(text, id);
  }
  return found;
}

function bearersOf(text: string, organisations: readonly ParticipantOrganisation[]): string[] {
  const wanted = fold(text);
  return organisations.filter(({ names }) => names.some(({ name }) => fold(name) === wanted)).map(({ id }) => id);
}

async function inRegistry(ctx: Ctx, text: string, countries: readonly string[]): Promise<string | undefined> {
  const findings = await Promise.all(countries.map((country) => findOrganisations(ctx.db, [text], { country })));
  const sure = findings.flat().flatMap(({ match, confidence }) => (match?.isAuthority && confidence >= SURE ? [match] : []));
  const [only, another] = sure.filter(({ country }) => countries.includes(country));
  return only && !another ? only.id : undefined;
}
