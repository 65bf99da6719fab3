import type { AttendanceStatus } from './attendance-sheet.ts';
import { indexOfField } from './columns.ts';
import { splitFullName } from './person-name.ts';
import type { AttendanceRow, Columns, Field, PrintedRow, RowFlag, RowFlagCode } from './printed.ts';
import { isRemarks } from './remarks.ts';
import { flagsOfText } from './row-flags.ts';
import { isTicked, mentionsAbsence, readPresenceWord, readStatusWord } from './status-cell.ts';

type Names = { civility: string | null; givenName: string; familyName: string; flags: RowFlag[] };

/** Marks of the file reader that become flags of a row; it may know others. */
const CELL_FLAGS: readonly string[] = ['formula', 'markup', 'merged'] satisfies RowFlagCode[];

/**
 * Reads one row of the table with its columns. `section` is the list it stands in, which a column of its own overrides;
 * `index` is its position among the rows read. Every cell ends up in a field or in `extra`.
 */
export function readRow(row: PrintedRow, columns: Columns, section: AttendanceStatus, index: number): AttendanceRow {
  const text = (field: Field) => row.cells[indexOfField(columns, field)]?.text ?? '';
  const names = readNames(text, columns);
  const status = doubted(readStatus(text, columns, section), row, columns);
  const fields = { givenName: names.givenName, familyName: names.familyName, role: text('role'), organisation: text('organisation') };
  const mailbox = text('mailbox') || null;
  return {
    index,
    line: row.line,
    sheet: row.sheet,
    status: status.status,
    civility: names.civility,
    ...fields,
    kana: text('kana') || null,
    mailbox,
    extra: extraCells(row, columns),
    flags: [...cellFlags(row, columns), ...names.flags, ...status.flags, ...flagsOfText({ ...fields, mailbox })],
  };
}

function readNames(text: (field: Field) => string, columns: Columns): Names {
  const civility = text('civility') || null;
  const whole = text('fullName');
  if (!whole) return { civility, givenName: text('givenName'), familyName: text('familyName'), flags: [] };
  const split = splitFullName(whole, columns.familyFirst);
  const flags: RowFlag[] = split.sure ? [] : [{ code: 'name-split', field: 'fullName' }];
  return { civility: civility ?? split.civility, givenName: split.givenName, familyName: split.familyName, flags };
}

type StatusRead = { status: AttendanceStatus; flags: RowFlag[] };

const UNCLEAR: RowFlag[] = [{ code: 'status-unclear', field: 'status' }];

/** The status, flagged where a remark, which is kept and never obeyed, says or seems to say otherwise. */
function doubted(read: StatusRead, row: PrintedRow, columns: Columns): StatusRead {
  const contradicts = (text: string) => (readPresenceWord(text) ?? (mentionsAbsence(text) ? 'excused' : read.status)) !== read.status;
  const remarks = row.cells.filter((_, i) => columns.list[i]?.field === null && isRemarks(columns.list[i]?.label ?? ''));
  return read.flags.length === 0 && remarks.some((cell) => contradicts(cell.text)) ? { ...read, flags: UNCLEAR } : read;
}

function readStatus(text: (field: Field) => string, columns: Columns, section: AttendanceStatus): StatusRead {
  if (indexOfField(columns, 'status') >= 0) {
    const read = readStatusWord(text('status'));
    const clear = read !== null || (columns.blankIsClear === true && text('status') === '');
    return { status: read ?? section, flags: clear ? [] : UNCLEAR };
  }
  const hasPresent = indexOfField(columns, 'present') >= 0;
  const hasExcused = indexOfField(columns, 'excused') >= 0;
  if (!hasPresent && !hasExcused) return { status: section, flags: [] };
  const present = isTicked(text('present'));
  const excused = isTicked(text('excused'));
  if (present !== excused) return { status: present ? 'present' : 'excused', flags: [] };
  // Neither or both are ticked: nobody is made present by a blank cell.
  const alone = hasPresent && !hasExcused ? 'excused' : 'present';
  return { status: present ? section : alone, flags: UNCLEAR };
}

function cellFlags(row: PrintedRow, columns: Columns): RowFlag[] {
  return row.cells.flatMap((cell, i) =>
    cell.flags
      .filter((flag) => CELL_FLAGS.includes(flag))
      .map((flag) => ({ code: flag as RowFlagCode, field: columns.list[i]?.field ?? null })),
  );
}

function extraCells(row: PrintedRow, columns: Columns): { label: string; text: string }[] {
  return row.cells.flatMap((cell, i) => {
    const column = columns.list[i];
    return cell.text === '' || column?.field ? [] : [{ label: column?.label ?? '', text: cell.text }];
  });
}
