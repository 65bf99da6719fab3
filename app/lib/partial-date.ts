import { isDay } from './days.ts';
import type { Locale } from './locale.ts';

/**
 * A date as officials print it: an exact day, a range of days, a month, a range of months, a year, or "to be
 * confirmed". Stored as a string in the notation of ISO 8601-2 (EDTF level 0): `2025-09-22`,
 * `2026-10-21/2026-10-24`, `2026-02`, `2026-04/2026-05`, `2028`, and `tbc`. The strings of one precision sort by time.
 */
export type PartialDate = string & { readonly __partialDate: unique symbol };

const POINT = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function isPoint(text: string): boolean {
  if (!POINT.test(text)) return false;
  return text.length < 10 || isDay(text);
}

/** Reads a stored or typed partial date; `null` for anything else, an impossible day or a range that runs backwards included. */
export function parsePartialDate(text: string): PartialDate | null {
  if (text === 'tbc') return text as PartialDate;
  const [from = '', to, ...rest] = text.split('/');
  if (rest.length > 0 || !isPoint(from)) return null;
  if (to !== undefined && (!isPoint(to) || to.length !== from.length || to < from)) return null;
  return text as PartialDate;
}

/** A partial date known to be right, for constants and tests; throws on anything else. */
export function partialDate(text: string): PartialDate {
  const parsed = parsePartialDate(text);
  if (parsed === null) throw new Error(`not a partial date: ${text}`);
  return parsed;
}

/** First and last possible day, as `YYYY-MM-DD`; `null` while the date is to be confirmed. */
export function bounds(date: PartialDate): { first: string; last: string } | null {
  if (date === 'tbc') return null;
  const [from = '', to = from] = date.split('/');
  return { first: `${from}${'-01-01'.slice(from.length - 4)}`, last: lastDay(to) };
}

/** Years of dates that people plan by: what lies outside is a slip of the keyboard, and calendars cannot hold every one of them. */
const YEARS = ['1950', '2150'] as const;

/** Whether a date can be meant by somebody who plans: `tbc` can, a year of another century cannot. */
export function isPlausible(date: PartialDate): boolean {
  const range = bounds(date);
  return range === null || (range.first.slice(0, 4) >= YEARS[0] && range.last.slice(0, 4) <= YEARS[1]);
}

function lastDay(point: string): string {
  if (point.length === 10) return point;
  if (point.length === 4) return `${point}-12-31`;
  const [year, month] = point.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
}

/** The wording of "to be confirmed" beside a date, in the languages of the interface. */
const TO_BE_CONFIRMED: Record<Locale, string> = { fr: 'date à confirmer', en: 'date to be confirmed', ja: '日程未定' };

/**
 * A partial date in words: `21–24 octobre 2026`, `avril–mai 2026`, `2026年10月21日～24日`. With `weekday`, an exact day
 * names its weekday.
 */
export function formatPartialDate(date: PartialDate, locale: Locale, options: { weekday?: boolean } = {}): string {
  const range = bounds(date);
  if (range === null) return TO_BE_CONFIRMED[locale];
  const [from = ''] = date.split('/');
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(from.length >= 7 ? { month: 'long' } : {}),
    ...(from.length === 10 ? { day: 'numeric' } : {}),
    ...(options.weekday && from.length === 10 ? { weekday: 'long' } : {}),
  } as Intl.DateTimeFormatOptions);
  const first = new Date(`${range.first}T00:00:00Z`);
  if (!date.includes('/')) return frenchFirst(format.format(first), locale);
  const last = new Date(`${range.last}T00:00:00Z`);
  // CLDR has no Japanese pattern for a range of long dates and would fall back to figures.
  if (locale === 'ja') return `${format.format(first)}～${withoutSharedUnits(format.format(last), format.format(first))}`;
  // A dash between single words or numbers stands closed, as in print: "21–24 October".
  return frenchFirst(format.formatRange(first, last).replace(/^(\S+)\s–\s/u, '$1–'), locale);
}

/** French says the first of a month as an ordinal, `1er mai`, which CLDR does not. */
function frenchFirst(text: string, locale: Locale): string {
  return locale === 'fr' ? text.replace(/(?<![\d\p{L}])1(?=(?:–\d+)?\s\p{L}|\s–)/gu, '1er') : text;
}

/** `2026年10月24日` after `2026年10月21日` is `24日`: the leading years and months that both share are said once. */
function withoutSharedUnits(date: string, before: string): string {
  let rest = date;
  for (const unit of ['年', '月']) {
    const part = rest.slice(0, rest.indexOf(unit) + 1);
    const shared = part !== '' && before.startsWith(date.slice(0, date.length - rest.length) + part);
    if (!shared || rest === part) break;
    rest = rest.slice(part.length);
  }
  return rest;
}
