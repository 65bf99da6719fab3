import { LOCALES } from '#app/lib/locale.ts';
import { type LocalisedText, writeText } from '#app/lib/localised-text.ts';
import { sameJson } from '#app/lib/same-json.ts';
import type { MeetingFacts } from './meeting-input.ts';

/** What an entry in a calendar says of a meeting: a change of these is told, and raises its SEQUENCE (RFC 5546, section 2.1.4). */
const IN_CALENDARS = ['date', 'startTime', 'endTime', 'timeZone', 'mode', 'place', 'videoUrl'] as const;

const words = (text: LocalisedText | null) => LOCALES.map((lang) => text?.texts[lang]?.text ?? '');
const isText = (value: unknown): value is LocalisedText => typeof value === 'object' && value !== null && 'texts' in value;

/** Whether two values of a fact say the same; texts by their words in each language. */
function same(a: unknown, b: unknown): boolean {
  return isText(a) || isText(b) ? sameJson(words(isText(a) ? a : null), words(isText(b) ? b : null)) : sameJson(a, b);
}

/** The facts in which two states of a meeting differ. */
export function changedFacts(before: MeetingFacts, after: MeetingFacts): (keyof MeetingFacts)[] {
  const keys: (keyof MeetingFacts)[] = ['number', 'title', ...IN_CALENDARS, 'languages', 'chairId', 'minuteTakerId'];
  return keys.filter((key) => !same(before[key], after[key]));
}

/** Whether changed facts are such as calendars show, so that those invited must learn of them. */
export function touchesCalendars(changed: readonly (keyof MeetingFacts)[]): boolean {
  return IN_CALENDARS.some((key) => changed.includes(key));
}

/** A recorded text with what was typed over it: versions left alone keep their state, those of another source word become stale. */
export function retyped(before: LocalisedText | null, typed: LocalisedText | null): LocalisedText | null {
  if (!before || !typed?.texts[before.source]) return typed;
  return LOCALES.filter((lang) => before.texts[lang]?.text !== typed.texts[lang]?.text).reduce(
    (text, lang) => writeText(text, lang, typed.texts[lang]?.text ?? ''),
    before,
  );
}
