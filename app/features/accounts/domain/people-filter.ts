import { type ContactKind, isContactKind } from './function-term.ts';

/** What a list of people is sorted by; a minus before it turns the order around. */
export const PEOPLE_SORTS = ['name', '-name', 'organisation', '-organisation'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** What a list of people is narrowed by, and which part of it is shown. */
export type PeopleFilter = {
  q: string;
  contactKind: ContactKind | null;
  /** ISO 3166-1 alpha-2; empty for all. */
  country: string;
  withRole: boolean;
  sort: PeopleSort;
  /** From 1. */
  page: number;
};

/** Longer texts name nobody. */
const LONGEST_TEXT = 200;
const LAST_PAGE = 10_000;

/** Reads a filter from an address; whatever cannot be is taken for nothing asked. */
export function readPeopleFilter(params: URLSearchParams): PeopleFilter {
  const kind = params.get('contact');
  const country = params.get('country') ?? '';
  const page = params.get('page') ?? '';
  return {
    q: (params.get('q') ?? '').slice(0, LONGEST_TEXT).trim(),
    contactKind: isContactKind(kind) ? kind : null,
    country: /^[A-Z]{2}$/.test(country) ? country : '',
    withRole: params.has('role'),
    sort: PEOPLE_SORTS.find((sort) => sort === params.get('sort')) ?? 'name',
    page: /^\d{1,6}$/.test(page) ? Math.min(Math.max(1, Number(page)), LAST_PAGE) : 1,
  };
}

/** The filter as the query of an address, what is usual left out; {@link readPeopleFilter} reads it back. */
export function peopleQuery({ q, contactKind, country, withRole, sort, page }: PeopleFilter): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (contactKind) params.set('contact', contactKind);
  if (country) params.set('country', country);
  if (withRole) params.set('role', 'yes');
  if (sort !== 'name') params.set('sort', sort);
  if (page > 1) params.set('page', String(page));
  return params.toString();
}

/** How a list is sorted by a column now, and how a further press on its header sorts it: from the first page, once around. */
export function sortedBy(
  filter: PeopleFilter,
  column: 'name' | 'organisation',
): { direction: 'ascending' | 'descending' | undefined; next: PeopleFilter } {
  const direction = filter.sort === column ? 'ascending' : filter.sort === `-${column}` ? 'descending' : undefined;
  return { direction, next: { ...filter, sort: direction === 'ascending' ? `-${column}` : column, page: 1 } };
}
