import { isLocale, LOCALES, type Locale } from '#app/lib/locale.ts';
import { type LocalisedText, localised } from '#app/lib/localised-text.ts';
import { isPlausible, type PartialDate, parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { squeeze } from '#app/lib/squeeze.ts';
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
    const tidy = squeeze(text ?? '');
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
  /** Left empty, the meeting is called by its number: `3e COPIL restreint`. */
  title: TypedText;
  date: string;
  startTime: string | null;
  endTime?: string | null;
  timeZone: string;
  mode: string;
  place: TypedText;
  videoUrl?: string;
  languages?: readonly string[];
  /** Persons of the committee. */
  chairId?: string | null;
  minuteTakerId?: string | null;
};

export type MeetingFacts = {
  number: number;
  title: LocalisedText;
  date: PartialDate;
  startTime: string | null;
  endTime: string | null;
  timeZone: string;
  mode: MeetingMode;
  place: LocalisedText | null;
  videoUrl: string | null;
  languages: Locale[];
  chairId: string | null;
  minuteTakerId: string | null;
};

/** What a typed meeting is checked against: the names it may go by, and the persons who may chair it or take its minutes. */
export type MeetingFrameFacts = { called: (number: number) => LocalisedText; personIds: readonly string[] };

/**
 * Checks a meeting: its number from 1, a date as printed, local times `HH:MM` or none, an IANA zone, how it is held, an https address for the
 * video, chair and minute-taker from the committee. That it ends before it starts is no fault here: it is pointed out, and may be meant.
 */
export function checkMeeting(input: MeetingInput, frame: MeetingFrameFacts, typedIn: Locale): Result<MeetingFacts> {
  if (!Number.isInteger(input.number) || input.number < 1 || input.number > LARGEST_NUMBER) {
    return refuse('committees.bad-number', { limit: LARGEST_NUMBER });
  }
  const title = isTyped(input.title) ? checkText(input.title, typedIn, 'title') : ok(frame.called(input.number));
  if (!title.ok) return title;
  const when = checkWhen(input);
  if (!when.ok) return when;
  const mode = MEETING_MODES.find((known) => known === input.mode);
  if (!mode) return refuse('committees.unknown-mode');
  const place = isTyped(input.place) ? checkText(input.place, typedIn, 'place') : ok(null);
  if (!place.ok) return place;
  const videoUrl = input.videoUrl?.trim() || null;
  if (videoUrl !== null && !isVideoAddress(videoUrl)) return refuse('committees.bad-video');
  const languages = LOCALES.filter((lang) => input.languages?.includes(lang));
  const people = { chairId: input.chairId || null, minuteTakerId: input.minuteTakerId || null };
  for (const [field, id] of [['chair', people.chairId] as const, ['minute-taker', people.minuteTakerId] as const])
    if (id !== null && !frame.personIds.includes(id)) return refuse('committees.not-a-member', { field });
  return ok({ number: input.number, title: title.value, ...when.value, mode, place: place.value, videoUrl, languages, ...people });
}

function checkWhen(input: MeetingInput): Result<Pick<MeetingFacts, 'date' | 'startTime' | 'endTime' | 'timeZone'>> {
  const date = parsePartialDate(input.date.normalize('NFKC').trim());
  if (date === null || !isPlausible(date)) return refuse('committees.bad-date');
  const startTime = readTime(input.startTime);
  if (startTime === undefined) return refuse('committees.bad-time', { field: 'time' });
  const endTime = readTime(input.endTime ?? null);
  if (endTime === undefined) return refuse('committees.bad-time', { field: 'end-time' });
  const timeZone = input.timeZone.trim();
  if (!isTimeZone(timeZone)) return refuse('committees.bad-time-zone');
  return ok({ date, startTime, endTime, timeZone });
}

const isTyped = (text: TypedText) => Object.values(text).some((version) => squeeze(version ?? '') !== '');

/** A time as typed (`14:30`, `9:30`, `14h30`, `14 h`), as `HH:MM`; null for none, undefined for what is no time. */
function readTime(typed: string | null): string | null | undefined {
  const tidy = (typed ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (tidy === '') return null;
  const [, hour = '', minute = ''] = /^(\d{1,2})(?:[:h時](\d{2})?分?)$/.exec(tidy) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute || '00'}`;
}

const LONGEST_ADDRESS = 2_000;

/** What an address as it is shown never holds: white space and controls, which browsers leave out, and marks that turn it around. */
const NEVER_IN_ADDRESS = /[\s\p{Cc}\p{Bidi_Control}]/u;

/** An address that is safe to follow and shown as it leads: https, without a name and password in it. */
function isVideoAddress(address: string): boolean {
  if (address.length > LONGEST_ADDRESS || NEVER_IN_ADDRESS.test(address) || !URL.canParse(address)) return false;
  const { protocol, username, password, hostname } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && /^[A-Za-z]+\/[A-Za-z_/+-]+$|^UTC$/.test(zone);
  } catch {
    return false;
  }
}
