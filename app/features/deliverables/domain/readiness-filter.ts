import { CELL_STATES, type CellState, isOwing } from './cell-state.ts';
import { DELIVERABLES, type Deliverable } from './deliverable.ts';

/** The states to filter by; `owing` is all that is still to come. */
export const STATE_FILTERS = ['owing', ...CELL_STATES] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

/** What the matrix and the list are narrowed to; empty and null for all. */
export type ReadinessFilter = {
  /** ISO 3166-1 alpha-2. */
  side: string;
  deliverable: Deliverable | null;
  state: StateFilter | null;
  /** An organisation by its identifier. */
  organisation: string;
};

export const EVERYTHING: ReadinessFilter = { side: '', deliverable: null, state: null, organisation: '' };

/** Reads a filter from an address; whatever cannot be is taken for nothing asked. */
export function readReadinessFilter(params: URLSearchParams): ReadinessFilter {
  const side = params.get('side') ?? '';
  const organisation = params.get('organisation') ?? '';
  return {
    side: /^[A-Z]{2}$/.test(side) ? side : '',
    deliverable: DELIVERABLES.find((known) => known === params.get('deliverable')) ?? null,
    state: STATE_FILTERS.find((known) => known === params.get('state')) ?? null,
    organisation: /^[0-9a-f-]{36}$/.test(organisation) ? organisation : '',
  };
}

/** The filter as the query of an address, `?` included where there is one; {@link readReadinessFilter} reads it back. */
export function readinessQuery(filter: Partial<ReadinessFilter>): string {
  const params = new URLSearchParams();
  for (const key of ['side', 'deliverable', 'state', 'organisation'] as const) {
    const value = filter[key];
    if (value) params.set(key, value);
  }
  const query = params.toString();
  return query && `?${query}`;
}

/** Whether a filter by state lets a cell through. */
export function passesState(filter: StateFilter | null, state: CellState): boolean {
  return filter === null || (filter === 'owing' ? isOwing(state) : filter === state);
}
