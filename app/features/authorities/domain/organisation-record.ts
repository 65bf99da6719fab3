import { foldText } from './fold.ts';
import { prominenceOf, searchEntries } from './grams.ts';
import { isAuthorityKind, type OrganisationKind } from './kinds.ts';
import type { OrganisationName } from './organisation.ts';

/** What an organisation's stored, derived columns are made from. */
export type OrganisationFacts = {
  kind: OrganisationKind;
  country: string;
  code: string;
  population: number | null;
  names: readonly OrganisationName[];
};

/** Columns that follow from the facts: how it is searched, ranked and sorted. */
export type DerivedColumns = {
  isAuthority: boolean;
  orderKey: string;
  sortKeyFr: string;
  sortKeyJa: string;
  search: string[];
  prominence: number;
};

/** Raise when {@link derive} changes what it stores: the loader then writes the reference data anew. */
export const DERIVATION = 1;

/** French lists go from the région to the commune. */
const FRENCH_ORDER: Partial<Record<OrganisationKind, number>> = {
  region: 1,
  department: 2,
  collectivity: 2,
  epci: 3,
  commune: 4,
  district: 5,
};

/** The derived columns of an organisation. In Japan the official order is that of the code (建制順), prefectures before their cities. */
export function derive(facts: OrganisationFacts): DerivedColumns {
  const { kind, country, code, population, names } = facts;
  const latin =
    names.find((n) => n.kind !== 'alias' && n.lang === 'fr' && n.kind === 'short') ?? names.find((n) => n.script === 'Latn') ?? names[0];
  const reading = names.find((n) => n.lang === 'ja-Hrkt') ?? names.find((n) => n.script === 'Kana') ?? latin;
  const rank = country === 'JP' ? '' : `${FRENCH_ORDER[kind] ?? 6}`;
  return {
    isAuthority: isAuthorityKind(kind),
    orderKey: `${rank}${code}`,
    sortKeyFr: latin?.name ?? '',
    sortKeyJa: reading?.name ?? '',
    search: searchEntries(facts, kind === 'department' ? [code] : []),
    prominence: prominenceOf(kind, country, population),
  };
}

/** The immutable address of an organisation: its Latin name, kind and code (`nancy-commune-54395`). */
export function slugOf(facts: OrganisationFacts): string {
  const latin = facts.names.find((n) => n.script === 'Latn' && n.kind !== 'alias') ?? facts.names.find((n) => n.script === 'Latn');
  const name = foldText(latin?.name ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return [name, facts.kind, facts.code.toLowerCase()].filter(Boolean).join('-');
}
