import { type ListFilter, passes, readListFilter } from './filter-list.ts';
import type { AttendanceRow } from './printed.ts';

/** Which rows of an import are shown: all, those left to decide, those with something to look at. */
export const SHOWN = ['all', 'open', 'noted'] as const;
export type ImportFilter = ListFilter & { show: (typeof SHOWN)[number] };

/** Reads the filter of an import's rows from its address; anything unknown shows everything. */
export function readImportFilter(params: URLSearchParams): ImportFilter {
  return { ...readListFilter(params), show: SHOWN.find((known) => known === params.get('show')) ?? 'all' };
}

/** A filter as the query of an address, without what narrows nothing: what {@link readImportFilter} reads again. */
export function filterQuery(filter: ImportFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '' && value !== 'all'));
}

/** The rows that pass; `open` and `noted` are the indexes of those to decide and of those that something was found about. */
export function filterRows(
  rows: readonly AttendanceRow[],
  filter: ImportFilter,
  { open, noted }: { open: ReadonlySet<number>; noted: ReadonlySet<number> },
): AttendanceRow[] {
  return rows.filter((row) => {
    if (filter.show === 'open' && !open.has(row.index)) return false;
    if (filter.show === 'noted' && !noted.has(row.index) && row.flags.length === 0) return false;
    const { status, givenName, familyName, role, organisation, mailbox, line } = row;
    return passes(filter, { status, texts: [givenName, familyName, role, organisation, mailbox ?? '', String(line)] });
  });
}
