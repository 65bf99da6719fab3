import type { Locale } from '#app/lib/locale.ts';
import type { AttendanceSheetRow } from '../domain/attendance-sheet.ts';
import { organisationName } from './attendance-names.ts';

/** How a list runs: by organisation in alphabetical order, as the printed list ran, or in the official order. */
export type AttendanceOrder = 'organisation' | 'printed' | 'official';

/** The habit of each language: Japanese lists run in the official order, the others by organisation. */
export function usualOrder(lang: Locale): AttendanceOrder {
  return lang === 'ja' ? 'official' : 'organisation';
}

/** Authorities, then organisations nobody has recognised, then those known to be something else (ministries, embassies, networks). */
function standing(row: AttendanceSheetRow): number {
  if (row.organisation.isAuthority === true) return 0;
  return row.organisation.isAuthority === null ? 1 : 2;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Japan first in the list that Japanese readers use, as their own lists do (建制順 begins at home). */
function officially(a: AttendanceSheetRow, b: AttendanceSheetRow): number {
  const home = (row: AttendanceSheetRow) => (row.organisation.country === 'JP' ? 0 : 1);
  return standing(a) - standing(b) || home(a) - home(b) || compare(a.orderKey, b.orderKey);
}

/**
 * The rows in the order asked for. Every row comes back, once: repetitions are for people to settle. Rows that the order
 * does not tell apart (the people of one organisation) stay as the printed list had them.
 */
export function inOrder(rows: readonly AttendanceSheetRow[], order: AttendanceOrder, lang: Locale): AttendanceSheetRow[] {
  if (order === 'printed') return [...rows];
  if (order === 'official') return [...rows].sort(officially);
  const collator = new Intl.Collator(lang, { numeric: true });
  const named = rows.map((row) => ({
    row,
    name: organisationName(row.organisation, lang).text,
  }));
  // Names that a collation holds equal, and organisations of one name, still belong apart, or their people would interleave.
  return named
    .sort((a, b) => collator.compare(a.name, b.name) || compare(a.name, b.name) || compare(a.row.orderKey, b.row.orderKey))
    .map(({ row }) => row);
}
