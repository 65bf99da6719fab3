import { attendanceReport } from '#app/features/committees/public.server.ts';
import type { TextKind } from '#app/features/texts/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { type Inline, type ReportTable, runsOf } from '#app/platform/documents/report.ts';
import type { MinutesAnnexes } from '../annexes.server.ts';

type AnnexTables = ReturnType<NonNullable<TextKind['annexTables']>>;
type AnnexTable = NonNullable<AnnexTables['attendanceList']>;

const flat = (cell: Inline): string =>
  runsOf(cell)
    .map(({ text }) => (text === '\n' ? ' ' : text))
    .join('');

/** The frozen annexes as plain tables, for the page of the text: the same rows as on paper, in the reader's language. */
export function annexTables(annexes: unknown, locale: Locale): AnnexTables {
  const { attendance, grid } = annexes as MinutesAnnexes;
  const held = grid[locale];
  return {
    ...(attendance ? { attendanceList: attendanceTable(attendance, locale) } : {}),
    ...(held ? { timelineGrid: gridTable(held) } : {}),
  };
}

/** Present and excused one after the other, each row under its list's name. */
function attendanceTable(sheet: NonNullable<MinutesAnnexes['attendance']>, locale: Locale): AnnexTable {
  const report = attendanceReport(sheet, locale, { asOf: 'tbc' });
  const rows: string[][] = [];
  let list = '';
  let columns: readonly string[] = [];
  for (const block of report.blocks) {
    if (block.kind === 'heading') list = block.text;
    if (block.kind !== 'table') continue;
    columns = block.columns.map(({ label }) => label);
    rows.push(...block.rows.map((row) => [...row.map(flat), list]));
  }
  return { caption: report.title, columns: [...columns, ''], rows };
}

/** A cell over several columns stands in the first of them. */
function gridTable({ caption, columns, rows, spans }: ReportTable): AnnexTable {
  return {
    caption,
    columns: columns.map(({ label }) => label),
    rows: rows.map((row, y) => row.flatMap((cell, x) => [flat(cell), ...Array<string>((spans?.[y]?.[x] ?? 1) - 1).fill('')])),
  };
}
