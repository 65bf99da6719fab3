import { type Asked, owedAnswers, type Standing } from '../owed.ts';
import { PARTICIPATION_STATES, type ParticipationState } from '../states.ts';

/** What the crossed list is sorted by: the official order, names, states in their order, or the latest change of state first. */
export const INTENTION_SORTS = ['official', 'name', 'state', 'latest'] as const;
export type IntentionSort = (typeof INTENTION_SORTS)[number];

/** What the crossed list is narrowed to, how it is sorted, and which page of it is shown. */
export type IntentionFilter = {
  q: string;
  /** ISO 3166-1 alpha-2; empty for both sides. */
  country: string;
  state: ParticipationState | null;
  /** The number of a workshop that was chosen, first or second; null for any. */
  workshop: number | null;
  /** Whether a twin is on the list; null for both. */
  twin: boolean | null;
  owing: boolean;
  sort: IntentionSort;
  /** From 1. */
  page: number;
};

/** The whole list in the official order. */
export const WHOLE_LIST: IntentionFilter = {
  ...{ q: '', country: '', state: null, workshop: null, twin: null, owing: false, sort: 'official', page: 1 },
};

const LONGEST_TEXT = 200;
const LAST_PAGE = 10_000;

/** Reads a filter from an address; whatever cannot be is taken for nothing asked. */
export function readIntentionFilter(params: URLSearchParams): IntentionFilter {
  const country = params.get('country') ?? '';
  const workshop = params.get('workshop') ?? '';
  const page = params.get('page') ?? '';
  const twin = params.get('twin');
  return {
    q: (params.get('q') ?? '').slice(0, LONGEST_TEXT).trim(),
    country: /^[A-Z]{2}$/.test(country) ? country : '',
    state: PARTICIPATION_STATES.find((state) => state === params.get('state')) ?? null,
    workshop: /^\d{1,3}$/.test(workshop) ? Number(workshop) : null,
    twin: twin === 'yes' ? true : twin === 'no' ? false : null,
    owing: params.has('owing'),
    sort: INTENTION_SORTS.find((sort) => sort === params.get('sort')) ?? 'official',
    page: /^\d{1,6}$/.test(page) ? Math.min(Math.max(1, Number(page)), LAST_PAGE) : 1,
  };
}

/** The filter as the query of an address, what is usual left out; {@link readIntentionFilter} reads it back. */
export function intentionQuery(filter: IntentionFilter): string {
  const { q, country, state, workshop, twin, owing, sort, page } = filter;
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (country) params.set('country', country);
  if (state) params.set('state', state);
  if (workshop !== null) params.set('workshop', String(workshop));
  if (twin !== null) params.set('twin', twin ? 'yes' : 'no');
  if (owing) params.set('owing', 'yes');
  if (sort !== 'official') params.set('sort', sort);
  if (page > 1) params.set('page', String(page));
  return params.toString();
}

/** Whether a filter leaves something out. */
export function isNarrowed({ q, country, state, workshop, twin, owing }: IntentionFilter): boolean {
  return q !== '' || country !== '' || state !== null || workshop !== null || twin !== null || owing;
}

/** What filters look at in an authority. */
export type Filterable = Standing & {
  organisation: { id: string; country: string; names: readonly { name: string }[] };
  stateSince: Date;
  twinIds: readonly string[];
};

/** What filters look at besides: the edition's workshops, who is on its list, which parts of the form are due. */
export type FilterFacts = {
  workshops: readonly { id: string; number: number }[];
  listed: ReadonlyMap<string, { country: string }>;
  asked: Asked;
  today: string;
};

/** A text as names are compared: width, case, accents, hyphens and apostrophes make no difference. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}(?<![\u3099\u309a])/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}\p{M}ー]+/gu, ' ')
    .trim();
}

/** The test that a filter puts to authorities. */
export function intentionTest(filter: IntentionFilter, facts: FilterFacts): (authority: Filterable) => boolean {
  const words = folded(filter.q).split(' ').filter(Boolean);
  const workshopId = facts.workshops.find(({ number }) => number === filter.workshop)?.id;
  const hasTwin = ({ organisation, twinIds }: Filterable) =>
    twinIds.some((id) => (facts.listed.get(id)?.country ?? organisation.country) !== organisation.country);
  return (authority) => {
    const { organisation, state, answers } = authority;
    if (filter.country && organisation.country !== filter.country) return false;
    if (filter.state && state !== filter.state) return false;
    if (filter.workshop !== null && (workshopId === undefined || !answers.choices.includes(workshopId))) return false;
    if (filter.twin !== null && hasTwin(authority) !== filter.twin) return false;
    if (filter.owing && owedAnswers(authority, facts.asked, facts.today).stages.length === 0) return false;
    // A text without a letter or a digit names nobody.
    if (filter.q && words.length === 0) return false;
    const names = folded(organisation.names.map(({ name }) => name).join(' '));
    return words.every((word) => names.includes(word));
  };
}

/** Authorities in the order asked for; those that the order does not tell apart stay as they were. `nameOf` gives what names are sorted by. */
export function inOrder<T extends Filterable>(
  authorities: readonly T[],
  sort: IntentionSort,
  nameOf: (authority: T) => string,
  locale: string,
): T[] {
  if (sort === 'official') return [...authorities];
  const collator = new Intl.Collator(locale, { numeric: true });
  const rank = ({ state }: Filterable) => PARTICIPATION_STATES.indexOf(state);
  const compare = {
    name: (a: T, b: T) => collator.compare(nameOf(a), nameOf(b)),
    state: (a: T, b: T) => rank(a) - rank(b),
    latest: (a: T, b: T) => b.stateSince.getTime() - a.stateSince.getTime(),
  }[sort];
  return [...authorities].sort(compare);
}
