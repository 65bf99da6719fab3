import { holidaysKnown } from '#app/lib/holidays.ts';
import { isLocale, type Locale } from '#app/lib/locale.ts';
import { type LocalisedText, localised } from '#app/lib/localised-text.ts';
import { isPlausible, type PartialDate, parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { squeeze } from '#app/lib/squeeze.ts';
import type { DayRule, Timing } from './timing.ts';

export const ENTRY_KINDS = ['deadline', 'opening', 'milestone'] as const;
export const TRACKS = ['declaration', 'workshops', 'registration', 'communication', 'organisation'] as const;
/** Whom an entry is for. What is for organisers stays with the side that it belongs to. */
export const AUDIENCES = ['authorities', 'workshop-chairs', 'delegates', 'plenary-committee', 'core-committee', 'organisers'] as const;
export const DELIVERABLES = [
  'intention-form',
  'workshop-choice',
  'abstract',
  'individual-registration',
  'hotel-booking',
  'poster',
  'presentation-sheet',
  'slides',
  'talks-synthesis',
  'chairs-summaries',
  'declaration-answer-1',
  'declaration-answer-2',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export type Track = (typeof TRACKS)[number];
export type Audience = (typeof AUDIENCES)[number];
export type Deliverable = (typeof DELIVERABLES)[number];

/** A text typed in one or several languages. */
export type TypedText = Partial<Record<Locale, string>>;

/** When, as somebody types it: `date` for a date of its own, the rest for a rule. */
export type TimingInput = { kind: 'absolute'; date: string } | { kind: 'relative'; months: number; day: string; of: readonly string[] };

export type EntryInput = {
  kind: string;
  track: string;
  title: TypedText;
  timing: TimingInput;
  /** The weekday printed beside the date, Monday 1 to Sunday 7, when one is. */
  printedWeekday?: number | null;
  /** The month (`YYYY-MM`) in whose row the source prints the entry, when that says more than its date. */
  printedIn?: string | null;
  audience: string;
  deliverable?: string | null;
  /** To whom it is due, and who chases it: organisations of the edition. */
  addresseeId?: string | null;
  chaserId?: string | null;
  /** The national side it belongs to; null for both. */
  side?: string | null;
  note?: TypedText;
  source?: TypedText;
};

export type EntryFacts = {
  kind: EntryKind;
  track: Track;
  title: LocalisedText;
  timing: Timing;
  printedWeekday: number | null;
  printedIn: string | null;
  audience: Audience;
  deliverable: Deliverable | null;
  addresseeId: string | null;
  chaserId: string | null;
  side: string | null;
  note: LocalisedText | null;
  source: LocalisedText | null;
};

/** What an entry is checked against: the sides of the series, and the organisations that the edition names. */
export type EntryFrame = { countries: readonly string[]; organisationIds: readonly string[] };

const LONGEST_TEXT = 500;
/** A rule reaches five years back and two ahead: beyond lies another edition. */
const FARTHEST = { back: -60, ahead: 24 };

/**
 * Checks an entry. Refuses texts that are missing or overlong, dates that are none, rules out of reach or by the holidays of
 * a country whose holidays are not known, and sides, organisations and choices that there are not; `field` says where.
 */
export function checkEntry(input: EntryInput, frame: EntryFrame, typedIn: Locale): Result<EntryFacts> {
  const choices = checkChoices(input, frame);
  if (!choices.ok) return choices;
  const timing = checkTiming(input.timing);
  if (!timing.ok) return timing;
  const printed = checkPrinted(input, timing.value);
  if (!printed.ok) return printed;
  const title = checkText(input.title, typedIn, 'title');
  if (!title.ok) return title;
  if (title.value === null) return refuse('timeline.title-missing', { field: `title-${typedIn}` });
  const note = checkText(input.note ?? {}, typedIn, 'note');
  if (!note.ok) return note;
  const source = checkText(input.source ?? {}, typedIn, 'source');
  if (!source.ok) return source;
  const texts = { title: title.value, note: note.value, source: source.value };
  return ok({ ...choices.value, ...printed.value, ...texts, timing: timing.value });
}

type Choices = Pick<EntryFacts, 'kind' | 'track' | 'audience' | 'deliverable' | 'side' | 'addresseeId' | 'chaserId'>;

function checkChoices(input: EntryInput, frame: EntryFrame): Result<Choices> {
  const kind = ENTRY_KINDS.find((known) => known === input.kind);
  const track = TRACKS.find((known) => known === input.track);
  const audience = AUDIENCES.find((known) => known === input.audience);
  const deliverable = DELIVERABLES.find((known) => known === input.deliverable) ?? null;
  if (!kind) return refuse('timeline.unknown-choice', { field: 'kind' });
  if (!track) return refuse('timeline.unknown-choice', { field: 'track' });
  if (!audience) return refuse('timeline.unknown-choice', { field: 'audience' });
  if (input.deliverable && !deliverable) return refuse('timeline.unknown-choice', { field: 'deliverable' });
  const [side, addresseeId, chaserId] = [input.side || null, input.addresseeId || null, input.chaserId || null];
  if (side !== null && !frame.countries.includes(side)) return refuse('timeline.unknown-choice', { field: 'side' });
  for (const [field, id] of Object.entries({ addressee: addresseeId, chaser: chaserId }))
    if (id !== null && !frame.organisationIds.includes(id)) return refuse('timeline.unknown-choice', { field });
  return ok({ kind, track, audience, deliverable, side, addresseeId, chaserId });
}

function checkTiming(input: TimingInput): Result<Timing> {
  if (input.kind === 'absolute') {
    const date = readDate(input.date);
    return date ? ok({ kind: 'absolute', date }) : refuse('timeline.bad-date', { field: 'date' });
  }
  const { months } = input;
  if (!Number.isInteger(months) || months < FARTHEST.back || months > FARTHEST.ahead)
    return refuse('timeline.bad-months', { ...FARTHEST, back: -FARTHEST.back, field: 'months' });
  const day = readDayRule(input.day);
  if (day === null) return refuse('timeline.bad-day', { field: 'day' });
  const of = typeof day === 'number' ? [] : [...new Set(input.of)];
  if (typeof day === 'string' && of.length === 0) return refuse('timeline.no-country', { field: 'of' });
  const stranger = of.find((country) => !knowsHolidaysOf(country));
  if (stranger !== undefined) return refuse('timeline.unknown-holidays', { country: stranger, field: 'of' });
  return ok({ kind: 'relative', months, day, of });
}

/** Whether rules may go by the holidays of a country. */
export function knowsHolidaysOf(country: string): boolean {
  return holidaysKnown(country, 2026);
}

/** A date as typed, full-width figures of Japanese keyboards included; null for what is none or of an impossible year. */
function readDate(typed: string): PartialDate | null {
  const date = parsePartialDate(typed.normalize('NFKC').trim());
  return date && isPlausible(date) ? date : null;
}

function readDayRule(typed: string): DayRule | null {
  if (typed === 'first-working-day' || typed === 'last-working-day') return typed;
  const figures = typed.normalize('NFKC').trim();
  const day = /^\d{1,2}$/.test(figures) ? Number(figures) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

function checkPrinted(input: EntryInput, timing: Timing): Result<Pick<EntryFacts, 'printedWeekday' | 'printedIn'>> {
  const printedWeekday = input.printedWeekday ?? null;
  if (printedWeekday !== null && (!Number.isInteger(printedWeekday) || printedWeekday < 1 || printedWeekday > 7))
    return refuse('timeline.unknown-choice', { field: 'weekday' });
  if (printedWeekday !== null && timing.kind === 'absolute' && !/^\d{4}-\d\d-\d\d$/.test(timing.date))
    return refuse('timeline.weekday-without-day', { field: 'weekday' });
  const typed = (input.printedIn ?? '').normalize('NFKC').trim();
  if (typed && (!/^\d{4}-\d\d$/.test(typed) || readDate(typed) === null)) return refuse('timeline.bad-month', { field: 'printed-in' });
  return ok({ printedWeekday, printedIn: typed || null });
}

function checkText(typed: TypedText, typedIn: Locale, field: string): Result<LocalisedText | null> {
  const texts: TypedText = {};
  for (const [lang, text] of Object.entries(typed)) {
    const tidy = squeeze(text ?? '');
    if (tidy && isLocale(lang)) texts[lang] = tidy;
  }
  const source = texts[typedIn] ? typedIn : (Object.keys(texts)[0] as Locale | undefined);
  if (!source) return ok(null);
  const tooLong = Object.entries(texts).find(([, text]) => text.length > LONGEST_TEXT);
  if (tooLong) return refuse('timeline.text-too-long', { field: `${field}-${tooLong[0]}`, limit: LONGEST_TEXT });
  return ok(localised(source, texts));
}
