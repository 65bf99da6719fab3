import { isCivility, splitFullName } from './person-name.ts';
import type { Column, Columns, Field, PrintedRow } from './printed.ts';
import { readStatusWord } from './status-cell.ts';

const ROLE =
  /\b(maires?|adjointe?s?|pr[ée]sidente?s?|vice-pr[ée]sidente?|directeur|directrice|charg[ée]e?s?|chef|cheffe|conseill[eè]re?s?|responsable|secr[ée]taire|d[ée]l[ée]gu[ée]e?|manager|mayor|director|officer|head|councillor|president|advisor|coordinat\w+|assistante?)\b|[課部係局]長|主[任査幹事]|市長|知事|町長|村長|所長|参事|補佐|担当|職員/iu;
const ORGANISATION =
  /\b(conseil (d[ée]partemental|r[ée]gional)|communaut[ée]|m[ée]tropole|ville de|mairie|commune|d[ée]partement|r[ée]gion|minist[eè]re|ambassade|universit[ée]|association|city of|council|prefecture|embassy|ministry|comit[ée]|collectivit[ée])\b|[市県府都区町村]$|庁$|大使館|協会|大学/iu;

/** One column of the sample: its index and the texts printed in it. */
type Sample = { index: number; texts: string[] };

function share(sample: Sample, test: (text: string) => boolean): number {
  return sample.texts.length === 0 ? 0 : sample.texts.filter(test).length / sample.texts.length;
}

function isCapitals(text: string): boolean {
  return /\p{L}{2}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** The widths that most rows share; other rows (titles, running text) are no part of the table. */
function commonWidth(rows: PrintedRow[]): number {
  const widths = new Map<number, number>();
  for (const { cells } of rows) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  return [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/**
 * Guesses the columns of a table that has no header, by what its cells look like: a mailbox holds an @, a civility or a
 * status is one of a few words, functions and organisations speak their own vocabulary, the family name is in capitals.
 * Null when no column of names or nothing that goes with a person is found. The guess says so, for a person to check.
 */
export function guessColumns(rows: PrintedRow[]): Columns | null {
  const width = commonWidth(rows);
  const table = rows.filter((row) => row.cells.length === width).slice(0, 200);
  let open = Array.from({ length: width }, (_, index): Sample => {
    return { index, texts: table.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '') };
  });
  const fields = new Map<number, Field>();
  const take = (field: Field, least: number, test: (text: string) => boolean) => {
    const best = open.map((sample) => ({ sample, score: share(sample, test) })).sort((a, b) => b.score - a.score)[0];
    if (!best || best.score < least) return;
    fields.set(best.sample.index, field);
    open = open.filter((sample) => sample !== best.sample);
  };
  take('mailbox', 0.4, (text) => /\S@\S/.test(text));
  take('civility', 0.6, isCivility);
  take('status', 0.6, (text) => readStatusWord(text) !== null && text.length > 1);
  take('role', 0.4, (text) => ROLE.test(text));
  take('organisation', 0.2, (text) => ORGANISATION.test(text) && !ROLE.test(text));
  takeNames(open, fields);
  open = open.filter((sample) => !fields.has(sample.index));
  if (![...fields.values()].includes('organisation')) {
    const last = open.filter((sample) => sample.texts.length > 0).at(-1);
    if (last) fields.set(last.index, 'organisation');
  }
  const found = new Set(fields.values());
  const tells = ['mailbox', 'civility', 'role', 'status'].some((field) => found.has(field as Field));
  if (!tells || !(found.has('familyName') || found.has('fullName'))) return null;
  const list = Array.from({ length: width }, (_, i): Column => ({ field: fields.get(i) ?? null, label: '' }));
  return { list, familyFirst: null, guessed: true };
}

/** Two neighbouring columns of short words without digits are the names, capitals the family name; one alone is a full name. */
function takeNames(open: Sample[], fields: Map<number, Field>): void {
  const short = open.filter(
    (sample) => share(sample, (text) => text.split(/\s+/).length <= 4 && text.length <= 40 && !/[\d@]/.test(text)) > 0.8,
  );
  const full = short.find((sample) => share(sample, (text) => splitFullName(text, null).sure) > 0.5);
  if (full) {
    fields.set(full.index, 'fullName');
    return;
  }
  const [a, b] = short;
  if (a && b && b.index === a.index + 1) {
    const japanese = share(a, (text) => /[\u3040-\u30ff\u3400-\u9fff]/.test(text)) > 0.5;
    const familyIsFirst = japanese || share(a, isCapitals) > share(b, isCapitals);
    fields.set(a.index, familyIsFirst ? 'familyName' : 'givenName');
    fields.set(b.index, familyIsFirst ? 'givenName' : 'familyName');
  } else if (a) {
    fields.set(a.index, 'fullName');
  }
}
