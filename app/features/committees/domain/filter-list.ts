import type { AttendanceStatus } from './attendance-sheet.ts';
import { fold } from './fold.ts';

/** What a list is narrowed by, as its address says. */
export type ListFilter = { list: AttendanceStatus | 'all'; q: string };

/** Reads the filter of a list from its address; anything unknown shows everything. */
export function readListFilter(params: URLSearchParams): ListFilter {
  const list = params.get('list');
  return { list: list === 'present' || list === 'excused' ? list : 'all', q: (params.get('q') ?? '').slice(0, 100) };
}

/** Tells whether a row with these texts passes: its status, and every word searched for somewhere in it. */
export function passes(filter: ListFilter, row: { status: AttendanceStatus; texts: readonly string[] }): boolean {
  if (filter.list !== 'all' && filter.list !== row.status) return false;
  const text = fold(row.texts.join(' '));
  return fold(filter.q)
    .split(' ')
    .every((word) => text.includes(word));
}
