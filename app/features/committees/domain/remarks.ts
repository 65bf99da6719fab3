import { indexOfField } from './columns.ts';
import { fold } from './fold.ts';
import type { Columns, PrintedRow } from './printed.ts';
import { readPresenceWord } from './status-cell.ts';

const REMARKS = /^(remarques?|observations?|commentaires?|notes?|remarks?|comments?|備考欄?|摘要|コメント)$/;

/** Tells whether a column is headed as one of remarks. */
export function isRemarks(label: string): boolean {
  const folded = fold(label);
  return REMARKS.test(folded) || REMARKS.test(folded.replaceAll(' ', ''));
}

/**
 * The columns with that of remarks as the status, where it says who is present or excused and nothing else in any of the
 * rows, and no other column says it. Where all that it says is that people are excused, a blank cell says nothing either
 * (`blankIsClear`).
 */
export function statusFromRemarks(columns: Columns, rows: readonly PrintedRow[]): Columns {
  if (columns.guessed || (['status', 'present', 'excused'] as const).some((field) => indexOfField(columns, field) >= 0)) return columns;
  for (const [i, column] of columns.list.entries()) {
    if (column.field !== null || !isRemarks(column.label)) continue;
    const said = rows.map((row) => row.cells[i]?.text ?? '').filter((text) => text !== '');
    const words = said.map(readPresenceWord);
    if (words.length === 0 || words.includes(null)) continue;
    const list = columns.list.map((each, at) => (at === i ? { ...each, field: 'status' as const } : each));
    return { ...columns, list, ...(words.includes('present') ? {} : { blankIsClear: true }) };
  }
  return columns;
}
