import { isOrganisationKind, type OrganisationKind } from './kinds.ts';

/** How a list without a search text is sorted; `official` is the order of the registers. */
export const SORTS = ['official', 'name', 'population'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list of the registry is narrowed by, and which part of it is shown. */
export type RegistryFilter = {
  q: string;
  kind: OrganisationKind | null;
  /** ISO 3166-1 alpha-2; empty for all. */
  country: string;
  authoritiesOnly: boolean;
  sort: Sort;
  /** From 1. */
  page: number;
};

/** Longer texts name nothing. */
const LONGEST_TEXT = 300;
const LAST_PAGE = 10_000;

/** Reads a filter from an address; whatever cannot be is taken for nothing asked. */
export function readFilter(params: URLSearchParams): RegistryFilter {
  const kind = params.get('kind');
  const country = params.get('country') ?? '';
  const page = params.get('page') ?? '';
  return {
    q: (params.get('q') ?? '').slice(0, LONGEST_TEXT).trim(),
    kind: isOrganisationKind(kind) ? kind : null,
    country: /^[A-Z]{2}$/.test(country) ? country : '',
    authoritiesOnly: params.get('authorities') === 'yes',
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'official',
    page: /^\d{1,6}$/.test(page) ? Math.min(Math.max(1, Number(page)), LAST_PAGE) : 1,
  };
}

/** The filter as the query of an address, what is usual left out; {@link readFilter} reads it back. */
export function filterQuery({ q, kind, country, authoritiesOnly, sort, page }: RegistryFilter): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (kind) params.set('kind', kind);
  if (country) params.set('country', country);
  if (authoritiesOnly) params.set('authorities', 'yes');
  if (sort !== 'official') params.set('sort', sort);
  if (page > 1) params.set('page', String(page));
  return params.toString();
}

/** What a list answers: a search, a filter alone, or nothing asked yet. */
export function modeOf({ q, kind, country, authoritiesOnly }: RegistryFilter): 'search' | 'filter' | 'start' {
  if (q) return 'search';
  return kind || country || authoritiesOnly ? 'filter' : 'start';
}

/** The codes that a typed text may be: a code holds a digit or a hyphen, and neither blanks nor other scripts. */
export function typedCodes(text: string): string[] {
  const code = text.normalize('NFKC').replace(/^#/, '');
  return /^(?=.*[\d-])[\dA-Za-z-]{1,100}$/.test(code) ? [...new Set([code.toUpperCase(), code.toLowerCase()])] : [];
}
