import { LOCALES } from '#app/lib/locale.ts';
import type { MeetingInput, TypedText } from './domain/meeting-input.ts';

/** The text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A text typed in several languages: fields `name-fr`, `name-en`, `name-ja`. */
export function typedText(form: FormData, name: string): TypedText {
  return Object.fromEntries(LOCALES.map((lang) => [lang, textOf(form, `${name}-${lang}`)]));
}

/** A meeting as its form sends it. */
export function meetingForm(form: FormData): MeetingInput & { committeeId: string } {
  return {
    committeeId: textOf(form, 'committee'),
    number: Number(textOf(form, 'number')),
    title: typedText(form, 'title'),
    date: textOf(form, 'date'),
    startTime: textOf(form, 'time') || null,
    timeZone: textOf(form, 'time-zone'),
    mode: textOf(form, 'mode'),
    place: typedText(form, 'place'),
  };
}

/** Everything typed, to be shown again when the form is refused. */
export function keptValues(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
