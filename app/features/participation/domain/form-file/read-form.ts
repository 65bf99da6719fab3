import { fold, likeness } from './fold.ts';
import type { ReadField, ReadingNote } from './reading.ts';

/** A row of a file, as far as a form is read from it. */
export type FormRow = { line: number; cells: readonly { text: string; flags: readonly string[] }[] };

/** The wordings of the form's questions, and of what else a form has rows for (facts, the reference). */
export type FormLabels = { questions: readonly { path: string; label: string }[]; others: readonly string[] };

/** From this likeness on, a changed wording is still taken for the question, if no other is as like. */
const ALIKE = 0.75;
const LONGEST_SHOWN = 200;

/**
 * Finds the form's questions in the rows of a file by their labels, wherever they stand, in any of the languages; rows of
 * two cells or more whose first is none are said to be unread. No known question at all gives no field.
 */
export function readForm(rows: readonly FormRow[], labels: FormLabels): { fields: ReadField[]; unread: { line: number; text: string }[] } {
  const questions = labels.questions.map(({ path, label }) => ({ path, label: fold(label) }));
  const others = new Set(labels.others.map(fold));
  const fields = new Map<string, ReadField>();
  const unread: { line: number; text: string }[] = [];
  for (const { line, cells } of rows) {
    const at = cells.findIndex(({ text }) => text !== '');
    const asked = cells[at]?.text ?? '';
    const known = isOther(asked, others) ? null : question(asked, questions);
    // A value that a cell above spans belongs to the question above.
    const answer = cells.slice(at + 1).find(({ text, flags }) => text !== '' && !flags.includes('merged'));
    // A wording that only resembles a question asks nothing where nothing is answered.
    if (known && (answer || !known.altered)) put(fields, known.path, answer, known.altered);
    else if (answer && !isOther(asked, others)) unread.push({ line, text: shown(`${asked} – ${answer.text}`) });
  }
  return { fields: [...fields.values()], unread };
}

function put(fields: Map<string, ReadField>, path: string, answer: FormRow['cells'][number] | undefined, altered: boolean): void {
  const before = fields.get(path);
  const text = answer?.text ?? '';
  const notes = new Set<ReadingNote>(before?.notes);
  if (altered) notes.add('altered-label');
  for (const flag of ['formula', 'markup'] as const) if (answer?.flags.includes(flag)) notes.add(flag);
  if (before && before.text !== '' && text !== '' && text !== before.text) notes.add('twice');
  fields.set(path, { path, text: before?.text || text, notes: [...notes] });
}

const firstLine = (text: string) => text.split('\n')[0] ?? '';

/** The question of a label: its own words, alone or with its hint; else the one that it most resembles, with the same numbers. */
function question(asked: string, questions: readonly { path: string; label: string }[]): { path: string; altered: boolean } | null {
  const line = fold(firstLine(asked));
  const whole = fold(asked);
  if (line === '') return null;
  const exact = questions.find(({ label }) => label === line || label === whole);
  if (exact) return { path: exact.path, altered: false };
  const begun = questions.filter(({ label }) => whole.startsWith(label)).sort((a, b) => b.label.length - a.label.length)[0];
  const numbers = line.match(/\d+/g)?.join() ?? '';
  const alike = questions
    .filter(({ label }) => (label.match(/\d+/g)?.join() ?? '') === numbers)
    .map(({ path, label }) => ({ path, score: likeness(label, line) }))
    .sort((a, b) => b.score - a.score);
  const [best] = alike;
  const next = alike.find(({ path }) => path !== best?.path);
  if (best && best.score >= ALIKE && best.score > (next?.score ?? 0)) return { path: best.path, altered: true };
  // A label run together with its hint on one line.
  return begun && begun.label.length >= 8 ? { path: begun.path, altered: true } : null;
}

function isOther(asked: string, others: ReadonlySet<string>): boolean {
  return others.has(fold(firstLine(asked))) || others.has(fold(asked));
}

function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text;
}
