import { sameJson } from '#app/lib/same-json.ts';
import { type Answers, type FormContact, NO_ANSWERS, STAGE_OF, stageOfPath, type TalkProposal } from '../answers.ts';
import type { FormStage } from '../stages.ts';

/** A form as filled in: the answers and the people to write to. */
export type FilledForm = { answers: Answers; contacts: readonly FormContact[] };

/** An empty form. */
export const EMPTY_FORM: FilledForm = { answers: NO_ANSWERS, contacts: [] };

const TALK_KEYS = ['title', 'abstract', 'lang'] as const;
type TalkKey = (typeof TALK_KEYS)[number];

/**
 * What is compared and chosen one by one between two forms: every answer, the contacts as one list, and of each talk its title,
 * abstract and language.
 */
export type FormUnit = Exclude<keyof Answers, 'talks'> | 'contacts' | `talks.${number}.${TalkKey}`;

/** The units of two forms in the form's order, whatever differs. */
function unitsOf(a: FilledForm, b: FilledForm): FormUnit[] {
  const talks = Array.from({ length: Math.max(a.answers.talks.length, b.answers.talks.length) }, (_, at) =>
    TALK_KEYS.map((key): FormUnit => `talks.${at}.${key}`),
  ).flat();
  const keys = Object.keys(STAGE_OF) as (keyof Answers)[];
  return keys.flatMap((key): FormUnit[] => (key === 'talks' ? talks : key === 'remarks' ? [key, 'contacts'] : [key]));
}

/** The part of the form that a unit belongs to. */
export function stageOfUnit(unit: FormUnit): FormStage {
  return stageOfPath(unit);
}

/** What a form holds under a unit; an empty text where it has no such talk. */
export function valueOfUnit({ answers, contacts }: FilledForm, unit: FormUnit): unknown {
  if (unit === 'contacts') return contacts;
  const [key, at, part] = unit.split('.') as [keyof Answers, string?, TalkKey?];
  return part ? (answers.talks[Number(at)]?.[part] ?? '') : answers[key];
}

/** The units in which two forms differ, in the form's order. The language of a talk that only one of them holds goes with the talk. */
export function differingUnits(a: FilledForm, b: FilledForm): FormUnit[] {
  return unitsOf(a, b).filter((unit) => {
    const values = [valueOfUnit(a, unit), valueOfUnit(b, unit)];
    return !sameJson(values[0], values[1]) && !(unit.endsWith('.lang') && values.includes(''));
  });
}

/** Whose text stands: what is recorded, what was typed, or both one after the other (contacts and remarks only). */
export type Pick = 'theirs' | 'mine' | 'both';

/** Whether both texts of a unit can stand together. */
export function canKeepBoth(unit: FormUnit): boolean {
  return unit === 'contacts' || unit === 'remarks';
}

/**
 * What to propose where two forms differ, from the form that both began with: the side that changed it; nothing (`null`) where
 * both did, for that is for a person to say.
 */
export function proposedPick(unit: FormUnit, base: FilledForm, theirs: FilledForm, mine: FilledForm): Pick | null {
  const [was, theirValue, myValue] = [base, theirs, mine].map((form) => valueOfUnit(form, unit));
  if (sameJson(was, theirValue)) return 'mine';
  return sameJson(was, myValue) ? 'theirs' : null;
}

/** One form out of two, unit by unit; what was not picked stays as it is recorded. Talks left without a word are dropped. */
export function mergeForms(theirs: FilledForm, mine: FilledForm, picks: ReadonlyMap<FormUnit, Pick>): FilledForm {
  const pickedOf = (unit: FormUnit) => {
    const pick = picks.get(unit) ?? 'theirs';
    return pick === 'both' ? together(unit, theirs, mine) : valueOfUnit(pick === 'mine' ? mine : theirs, unit);
  };
  const count = Math.max(theirs.answers.talks.length, mine.answers.talks.length);
  const talks = Array.from({ length: count }, (_, at) => mergedTalk(at, theirs, mine, pickedOf)).filter(
    ({ title, abstract }) => title !== '' || abstract !== '',
  );
  const keys = (Object.keys(STAGE_OF) as (keyof Answers)[]).filter((key) => key !== 'talks');
  const answers = { ...Object.fromEntries(keys.map((key) => [key, pickedOf(key)])), talks } as unknown as Answers;
  return { answers, contacts: pickedOf('contacts') as readonly FormContact[] };
}

function mergedTalk(at: number, theirs: FilledForm, mine: FilledForm, pickedOf: (unit: FormUnit) => unknown): TalkProposal {
  const [title, abstract, lang] = TALK_KEYS.map((key) => pickedOf(`talks.${at}.${key}`));
  // A talk that only one of the two holds has one language, whatever was picked.
  const known = lang || theirs.answers.talks[at]?.lang || mine.answers.talks[at]?.lang;
  return { title, abstract, lang: known } as TalkProposal;
}

function together(unit: FormUnit, theirs: FilledForm, mine: FilledForm): unknown {
  if (unit === 'remarks') return [theirs.answers.remarks, mine.answers.remarks].filter((text) => text !== '').join('\n\n');
  const added = mine.contacts.filter((contact) => !theirs.contacts.some((held) => sameJson(held, contact)));
  return unit === 'contacts' ? [...theirs.contacts, ...added] : valueOfUnit(mine, unit);
}
