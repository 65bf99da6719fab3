import { isLocale, type Locale } from '#app/lib/locale.ts';
import { type LocalisedText, localised } from '#app/lib/localised-text.ts';
import { type PartialDate, parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { MeetingMode } from './attendance-sheet.ts';

/** Plenary: every interested authority of a side; core: its organisers, ministries, embassies and networks; joint: both sides. */
export const COMMITTEE_KINDS = ['plenary', 'core', 'joint'] as const;
export type CommitteeKind = (typeof COMMITTEE_KINDS)[number];
export const MEETING_MODES = ['onsite', 'video', 'hybrid'] as const satisfies readonly MeetingMode[];

/** How the minutes of a committee are approved: by a yes, or also by silence after the date set for corrections. */
export const APPROVALS = ['explicit', 'silence'] as const;
export type Approval = (typeof APPROVALS)[number];
export type MeetingState = 'planned' | 'cancelled';

/** A text typed in one or several languages. */
export type TypedText = Partial<Record<Locale, string>>;

const LONGEST_TEXT = 300;
const LARGEST_NUMBER = 99;

/** A typed text as it is stored: the source is the language it is typed in, else the first one given. Refuses an empty and an overlong one. */
export function checkText(typed: TypedText, typedIn: Locale, field: string): Result<LocalisedText> {
  const texts: TypedText = {};
  for (const [lang, text] of Object.entries(typed)) {
    const tidy = text?.replace(/\s+/g, ' ').trim();
    if (tidy && isLocale(lang)) texts[lang] = tidy;
  }
  const source = texts[typedIn] ? typedIn : (Object.keys(texts)[0] as Locale | undefined);
  if (!source) return refuse('committees.text-missing', { field });
  if (Object.values(texts).some((text) => text.length > LONGEST_TEXT))
    return refuse('committees.text-too-long', { field, limit: LONGEST_TEXT });
  return ok(localised(source, texts));
}

export type CommitteeFacts = { kind: CommitteeKind; sides: string[]; name: LocalisedText };

/** Checks a committee: a joint one belongs to both sides of the series, the others to one of them. */
export function checkCommittee(
  input: { kind: string; sides: readonly string[]; name: TypedText },
  seriesSides: readonly string[],
  typedIn: Locale,
): Result<CommitteeFacts> {
  const kind = COMMITTEE_KINDS.find((known) => known === input.kind);
  if (!kind) return refuse('committees.unknown-kind');
  // The order of the series, so that one pair of sides is stored in one way.
  const sides = seriesSides.filter((side) => input.sides.includes(side));
  if (sides.length !== new Set(input.sides).size) return refuse('committees.unknown-side');
  if (sides.length !== (kind === 'joint' ? 2 : 1)) return refuse('committees.wrong-sides');
  const name = checkText(input.name, typedIn, 'name');
  return name.ok ? ok({ kind, sides, name: name.value }) : name;
}

export type MeetingInput = {
  number: number;
  title: TypedText;
  date: string;
  startTime: string | null;
  timeZone: string;
  mode: string;
  place: TypedText;
};

export type MeetingFacts = {
  number: number;
  title: LocalisedText;
  date: PartialDate;
  startTime: string | null;
  timeZone: string;
  mode: MeetingMode;
  place: LocalisedText | null;
};

/** Checks a meeting: its number from 1, a date as printed, a local time `HH:MM` or none, an IANA zone, how it is held. */
export function checkMeeting(input: MeetingInput, typedIn: Locale): Result<MeetingFacts> {
  if (!Number.isInteger(input.number) || input.number < 1 || input.number > LARGEST_NUMBER) {
    return refuse('committees.bad-number', { limit: LARGEST_NUMBER });
  }
  const title = checkText(input.title, typedIn, 'title');
  if (!title.ok) return title;
  const date = parsePartialDate(input.date.trim());
  if (date === null) return refuse('committees.bad-date');
  const startTime = input.startTime?.trim() || null;
  if (startTime !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(startTime)) return refuse('committees.bad-time');
  if (!isTimeZone(input.timeZone)) return refuse('committees.bad-time-zone');
  const mode = MEETING_MODES.find((known) => known === input.mode);
  if (!mode) return refuse('committees.unknown-mode');
  const hasPlace = Object.values(input.place).some((text) => text?.trim());
  const place = hasPlace ? checkText(input.place, typedIn, 'place') : ok(null);
  if (!place.ok) return place;
  return ok({ number: input.number, title: title.value, date, startTime, timeZone: input.timeZone, mode, place: place.value });
}

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && /^[A-Za-z]+\/[A-Za-z_/+-]+$|^UTC$/.test(zone);
  } catch {
    return false;
  }
}
