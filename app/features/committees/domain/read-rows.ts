import type { AttendanceStatus } from './attendance-sheet.ts';
import { indexOfField, readHeader } from './columns.ts';
import { guessColumns } from './guess-columns.ts';
import type { AttendanceRow, Columns, PrintedRow } from './printed.ts';
import { readRow } from './read-row.ts';
import { statusFromRemarks } from './remarks.ts';
import { sectionOf, sectionOfRow } from './sections.ts';

/** The table found in a file: its rows, what stood between them and is no row, and the columns they were read by. */
export type ReadRows = { rows: AttendanceRow[]; unread: { line: number; text: string }[]; columns: Columns };

/**
 * Finds the participants' table in the rows of a file, which may be whole minutes: it begins at a header (repeated on
 * each page or not) and its sections at their titles; without any header, the columns are guessed. Null when there is
 * no such table. Every row of the table comes out; what stands inside it and is no row is listed in `unread`.
 */
export function readRows(printed: readonly PrintedRow[]): ReadRows | null {
  const headers = new Map(printed.map((row, i) => [row, readHeader(row, printed[i + 1])]));
  const withHeader = [...headers.values()].some((header) => header !== null);
  let columns = withHeader ? null : guessColumns([...printed]);
  if (!withHeader && columns === null) return null;
  let section: AttendanceStatus = 'present';
  let sheet: string | null = printed[0]?.sheet ?? null;
  if (sheet !== null) section = sectionOf(sheet) ?? section;
  const found: FoundRow[] = [];
  const unread: ReadRows['unread'] = [];
  for (const row of printed) {
    if (isRule(row)) continue;
    if (row.sheet !== sheet) {
      sheet = row.sheet;
      section = sectionOf(sheet ?? '') ?? 'present';
    }
    const header = headers.get(row) ?? null;
    const title = sectionOfRow(row);
    if (header) columns = header;
    else if (title) section = title;
    else if (columns && isTableRow(row, columns)) found.push({ row, columns, section });
    else if (columns && withHeader) unread.push({ line: row.line, text: row.cells.map((cell) => cell.text).join(' ') });
  }
  if (columns === null || found.length === 0) return null;
  const settled = settle(found);
  const rows = found.map((each, i) => readRow(each.row, settled(each.columns), each.section, i));
  return { rows, unread, columns: settled(columns) };
}

type FoundRow = { row: PrintedRow; columns: Columns; section: AttendanceStatus };

/** What each header's columns hold once all rows under it are known, those under its repetitions on other pages included. */
function settle(found: readonly FoundRow[]): (columns: Columns) => Columns {
  const sameHeader = Map.groupBy(found, ({ columns }) => headings(columns));
  const settled = new Map<string, Columns>();
  for (const [key, rows] of sameHeader) {
    const columns = rows[0]?.columns;
    if (columns)
      settled.set(
        key,
        statusFromRemarks(
          columns,
          rows.map(({ row }) => row),
        ),
      );
  }
  return (columns) => settled.get(headings(columns)) ?? columns;
}

function headings(columns: Columns): string {
  return JSON.stringify(columns.list);
}

/** A line drawn between rows, as the one under the header of a Markdown table (`|---|:-:|`): dashes and colons alone. */
function isRule(row: PrintedRow): boolean {
  const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^:?-{2,}:?$|^:-:?$|^-:$/.test(text));
}

/**
 * A row of the table has cells in at least half of its columns; in a workbook, where empty cells at the end are not
 * stored, a name alone is enough.
 */
function isTableRow(row: PrintedRow, columns: Columns): boolean {
  const width = columns.list.length;
  if (columns.guessed) return row.cells.length === width;
  if (row.cells.length >= Math.max(2, Math.ceil(width / 2))) return true;
  if (row.sheet === null) return false;
  return (['familyName', 'fullName', 'givenName'] as const).some((field) => {
    const index = indexOfField(columns, field);
    return index >= 0 && (row.cells[index]?.text ?? '') !== '';
  });
}
