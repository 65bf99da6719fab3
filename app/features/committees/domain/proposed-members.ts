import type { CommitteeKind } from './meeting-input.ts';

/** An edition of the series as far as proposals need it; `year` is null while its dates are open. */
export type LineEdition = { ordinal: number; hostOrganisationId: string | null; hostCountry: string; year: string | null; held: boolean };

/** What is known of the edition that a committee prepares. */
export type ProposalFacts = {
  kind: CommitteeKind;
  sides: readonly string[];
  ordinal: number;
  line: readonly LineEdition[];
  /** Its co-organisers, with the country each stands in. */
  coOrganisers: readonly { organisationId: string; country: string }[];
  /** The organisations that sit in the committee already. */
  seated: readonly string[];
};

/** An organisation that is expected to sit in a committee, and why. */
export type ProposedMember = { organisationId: string; host: boolean; coOrganiser: boolean; hostedIn: string[] };

/**
 * Who is proposed for a committee: for a core or joint one the host of its edition, its co-organisers, and the hosts of the earlier editions
 * that were held, each on the committee's sides and once, in that order, former hosts by edition. Nobody for a plenary one, in which every
 * interested authority may sit, and nobody who sits there.
 */
export function proposedMembers(facts: ProposalFacts): ProposedMember[] {
  const { kind, sides, ordinal, line, coOrganisers, seated } = facts;
  if (kind === 'plenary') return [];
  const proposed = new Map<string, ProposedMember>();
  const propose = (organisationId: string): ProposedMember => {
    const known = proposed.get(organisationId) ?? { organisationId, host: false, coOrganiser: false, hostedIn: [] };
    proposed.set(organisationId, known);
    return known;
  };
  const ours = line.filter((edition) => sides.includes(edition.hostCountry));
  for (const { hostOrganisationId, ...edition } of ours)
    if (hostOrganisationId && edition.ordinal === ordinal) propose(hostOrganisationId).host = true;
  for (const { organisationId, country } of coOrganisers) if (sides.includes(country)) propose(organisationId).coOrganiser = true;
  const former = ours.filter((edition) => edition.held && edition.ordinal < ordinal).sort((a, b) => a.ordinal - b.ordinal);
  for (const { hostOrganisationId, year } of former)
    if (hostOrganisationId) propose(hostOrganisationId).hostedIn.push(...(year ? [year] : []));
  return [...proposed.values()].filter(({ organisationId }) => !seated.includes(organisationId));
}
