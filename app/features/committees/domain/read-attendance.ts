import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { AttendanceRow, Columns, PrintedRow, StatedCount } from './printed.ts';
import { readRows } from './read-rows.ts';
import { readStatedCounts } from './stated-counts.ts';

/** An attendance list as printed: every row of the table, the counts that the text states, the lines inside the table that are no rows. */
export type AttendanceReading = {
  rows: AttendanceRow[];
  stated: StatedCount[];
  unread: { line: number; text: string }[];
  columns: Columns;
};

/** More persons than any of these meetings has ever had; beyond, the file is some other list. */
export const MOST_ROWS = 5_000;

/**
 * Reads the participants' table out of the rows of a file. Refuses a file without such a table (`attendance.no-table`)
 * and one with more than {@link MOST_ROWS} rows (`attendance.too-many-rows`).
 */
export function readAttendance(printed: readonly PrintedRow[]): Result<AttendanceReading> {
  const table = readRows(printed);
  if (table === null) return refuse('attendance.no-table');
  if (table.rows.length > MOST_ROWS) return refuse('attendance.too-many-rows', { limit: MOST_ROWS });
  return ok({ ...table, stated: readStatedCounts(printed) });
}

/** The organisations printed in the rows, each once, as printed: what the registry is asked about. */
export function printedOrganisations(rows: readonly AttendanceRow[]): string[] {
  return [...new Set(rows.map((row) => row.organisation).filter((name) => name !== ''))];
}
