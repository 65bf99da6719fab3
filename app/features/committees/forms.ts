import { LOCALES, type Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import type { MeetingInput, TypedText } from './domain/meeting-input.ts';
import { TICKS, type TypedTick } from './domain/roll.ts';
import type { MeetingRow } from './queries.server.ts';

/** The text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A text typed in several languages: fields `name-fr`, `name-en`, `name-ja`. */
export function typedText(form: FormData, name: string): TypedText {
  return Object.fromEntries(LOCALES.map((lang) => [lang, textOf(form, `${name}-${lang}`)]));
}

/** The values sent under one name, several boxes or one list with commas. */
function listOf(form: FormData, name: string): string[] {
  return form.getAll(name).flatMap((value) => (typeof value === 'string' ? value.split(',') : []));
}

/** A whole number as typed, full-width figures included; NaN for anything else. */
export function numberOf(form: FormData, name: string): number {
  const typed = textOf(form, name).normalize('NFKC').trim();
  return /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
}

/** A meeting as its form sends it. */
export function meetingForm(form: FormData): MeetingInput & { committeeId: string } {
  return {
    committeeId: textOf(form, 'committee'),
    number: numberOf(form, 'number'),
    title: typedText(form, 'title'),
    date: textOf(form, 'date'),
    startTime: textOf(form, 'time') || null,
    endTime: textOf(form, 'end-time') || null,
    timeZone: textOf(form, 'time-zone'),
    mode: textOf(form, 'mode'),
    place: typedText(form, 'place'),
    videoUrl: textOf(form, 'video'),
    languages: listOf(form, 'languages'),
    chairId: textOf(form, 'chair') || null,
    minuteTakerId: textOf(form, 'minute-taker') || null,
  };
}

/** A recorded meeting as the fields of its form. */
export function storedMeeting(meeting: MeetingRow): Record<string, string> {
  const texts = (['title', 'place'] as const).flatMap((name) =>
    LOCALES.map((lang) => [`${name}-${lang}`, meeting[name]?.texts[lang]?.text ?? ''] as const),
  );
  return {
    ...{ number: String(meeting.number), ...Object.fromEntries(texts), date: meeting.date },
    ...{ time: meeting.startTime ?? '', 'end-time': meeting.endTime ?? '', 'time-zone': meeting.timeZone },
    ...{ mode: meeting.mode, video: meeting.videoUrl ?? '', languages: LOCALES.filter((lang) => meeting.languages.includes(lang)).join() },
    ...{ chair: meeting.chairId ?? '', 'minute-taker': meeting.minuteTakerId ?? '' },
  };
}

/** Everything typed, to be shown again when the form is refused; several boxes ticked under one name are joined by commas. */
export function keptValues(form: FormData): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') kept[name] = name in kept ? `${kept[name]},${value}` : value;
  return kept;
}

/** The ticks of a roll: fields `tick-…`, with what the page showed in `was-…` and which change of the note that was in `rev-…`. */
export function rollForm(form: FormData): TypedTick[] {
  const tickIn = (name: string) => TICKS.find((known) => known === textOf(form, name));
  return [...form.keys()].flatMap((name) => {
    const personId = name.startsWith('was-') ? name.slice(4) : '';
    const [tick, was] = [tickIn(`tick-${personId}`), tickIn(`was-${personId}`)];
    if (!personId || !tick || !was) return [];
    return [{ personId, tick, was, revision: textOf(form, `rev-${personId}`) ? numberOf(form, `rev-${personId}`) : null }];
  });
}

/** The field of a meeting's form that a refusal speaks of. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'committees.bad-number': 'number',
  'committees.number-taken': 'number',
  'committees.bad-date': 'date',
  'committees.bad-time-zone': 'time-zone',
  'committees.unknown-mode': 'mode',
  'committees.bad-video': 'video',
};

/** {@link FIELD_OF}, and for the others the one that the refusal names itself; texts are typed in several languages, the reader's first. */
export function meetingField(refusal: Refusal, locale: Locale): string {
  const named = String(refusal.params?.field ?? 'title');
  return FIELD_OF[refusal.code] ?? (named === 'title' || named === 'place' ? `${named}-${locale}` : named);
}
