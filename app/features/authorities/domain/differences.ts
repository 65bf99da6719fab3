import type { OrganisationInput } from './organisation-input.ts';

/** One fact on which two versions of a record differ: what only the one says, what only the other says. */
export type Difference = { field: keyof OrganisationInput; now: string[]; mine: string[] };

const FACTS = ['population', 'populationYear', 'latitude', 'longitude', 'validFrom', 'validTo'] as const;

/** Where what somebody typed differs from the record as it stands; names by name, whatever their order. */
export function differences(now: OrganisationInput, mine: OrganisationInput): Difference[] {
  const text = (value: string | number | null) => (value === null ? [] : [String(value)]);
  const names = (of: OrganisationInput) =>
    of.names.map((n) => ({ key: `${n.lang}:${n.kind}:${n.name.trim()}`, name: n.name.trim() })).filter((n) => n.name);
  const only = (these: OrganisationInput, those: OrganisationInput) => {
    const others = new Set(names(those).map((n) => n.key));
    return names(these)
      .filter((n) => !others.has(n.key))
      .map((n) => n.name);
  };
  const found: Difference[] = [
    { field: 'names', now: only(now, mine), mine: only(mine, now) },
    ...FACTS.filter((field) => now[field] !== mine[field]).map((field) => ({ field, now: text(now[field]), mine: text(mine[field]) })),
  ];
  return found.filter((difference) => difference.now.length + difference.mine.length > 0);
}
