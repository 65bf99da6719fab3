import type { Locale } from '#app/lib/locale.ts';
import type { Answers, FormContact } from '../answers.ts';
import { type AnswerFault, type AnswerFaultCode, type FormRules, faultsOfAnswers } from '../check-answers.ts';
import { type FieldValue, type FormFields, formOf, sameValue } from './fields.ts';
import { type FormFacts, interpret, type TextFault } from './interpret.ts';
import type { FormReading, ReadingNote } from './reading.ts';

/**
 * How the file differs from what stands, in one answer. `changed`: it says something else. `emptied`: it says nothing any
 * more. `older`: it says what it was made with, and the form was changed since. `unreadable`: what it says is not understood.
 */
export type DifferenceKind = 'changed' | 'emptied' | 'older' | 'unreadable';

export type Difference = {
  path: string;
  kind: DifferenceKind;
  standing: FieldValue;
  /** What the file says; undefined where it is not understood. */
  said: FieldValue | undefined;
  text: string;
  notes: readonly ReadingNote[];
  /** More was written than was read ("3 people"). */
  guess: boolean;
  /** Why it cannot be recorded as it is. */
  faults: readonly { code: TextFault | AnswerFaultCode; params?: Record<string, string | number> }[];
  /** The form says something else than when the file was made: both are shown, and nothing is preferred. */
  changedMeanwhile: boolean;
  mayTake: boolean;
  /** Taken unless a person says otherwise. */
  takenByDefault: boolean;
};

export type Comparison = { differences: Difference[]; same: number };

/** What a reading is held against: the form as it stands, and as the file was made from (null: not known). */
export type Held = { standing: FormFields; base: FormFields | null; rules: FormRules; facts: FormFacts };

/** The differences between a file and a form, in the order of the file; answers that the file has no row for are none. */
export function compare(reading: FormReading, held: Held): Comparison {
  const differences = reading.fields.flatMap((field) => differenceOf(field, held) ?? []);
  return { differences, same: reading.fields.length - differences.length };
}

function differenceOf({ path, text, notes }: FormReading['fields'][number], held: Held): Difference | null {
  const read = interpret(path, text, held.facts);
  const standing = held.standing.get(path) ?? null;
  const known = held.base !== null;
  const base = held.base?.get(path) ?? null;
  const moved = known && !sameValue(base, standing);
  const common = { path, standing, text, notes, changedMeanwhile: moved };
  if ('fault' in read) {
    const faults = [{ code: read.fault }];
    return { ...common, kind: 'unreadable', said: undefined, guess: false, faults, mayTake: false, takenByDefault: false };
  }
  const { value, guess } = read;
  if (sameValue(value, standing)) return null;
  const untouched = known && sameValue(value, base);
  if (value === null) {
    // Empty when the file was made, and empty still: nobody has said anything.
    if (untouched) return null;
    // An intention stays until another one is given.
    return { ...common, kind: 'emptied', said: null, guess, faults: [], mayTake: path !== 'intention', takenByDefault: false };
  }
  const faults = faultsAt(path, value, held.rules);
  const mayTake = faults.length === 0;
  const plain = !moved && !notes.includes('formula') && !notes.includes('twice');
  return { ...common, kind: untouched ? 'older' : 'changed', said: value, guess, faults, mayTake, takenByDefault: mayTake && plain };
}

/** What is wrong with one answer alone; what it needs beside it (a title, a name) is judged when all is put together. */
function faultsAt(path: string, value: FieldValue, rules: FormRules): AnswerFault[] {
  const { answers, contacts } = formOf(new Map([[path, value]]), 'fr');
  const alone = path.replace(/\.\d+/, '.0');
  return faultsOfAnswers(answers, contacts, rules).filter(
    (fault) => fault.path === alone && fault.code !== 'talk-without-title' && fault.code !== 'contact-without-name',
  );
}

/** The form that comes of taking some of the file's answers; without any, what stands, untouched. */
export function takeAnswers(
  standing: { answers: Answers; contacts: readonly FormContact[] },
  fields: FormFields,
  taken: readonly Difference[],
  lang: Locale,
): { answers: Answers; contacts: readonly FormContact[] } {
  const values = new Map(fields);
  for (const { path, said } of taken) {
    if (said === undefined) throw new Error(`taken, but not understood: ${path}`);
    if (said === null) values.delete(path);
    else values.set(path, said);
  }
  return taken.length === 0 ? standing : formOf(values, lang);
}
