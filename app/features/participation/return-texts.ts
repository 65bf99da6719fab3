import type { EditionView } from '#app/features/editions/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import type { Refusal } from '#app/lib/result.ts';
import { offeredKind, optionText } from './documents/form-words.ts';
import type { AnswerFault } from './domain/check-answers.ts';
import type { Difference } from './domain/form-file/compare.ts';
import { type FieldValue, kindOf } from './domain/form-file/fields.ts';
import { type ParticipationKey, participationTexts, refusalText } from './texts.ts';

/** What single answers are named with: the edition's workshops, and organisations by identifier. */
export type AnswerNames = { workshops: EditionView['workshops']; names: ReadonlyMap<string, string> };

/** One answer in words; null where nothing is said. */
export function answerText(path: string, value: FieldValue, { workshops, names }: AnswerNames, locale: Locale): string | null {
  if (value === null) return null;
  const offered = offeredKind(path);
  if (offered) return optionText(offered, value, locale);
  const kind = kindOf(path);
  if (kind === 'twin') return names.get(String(value)) ?? null;
  if (kind !== 'workshop') return String(value);
  const workshop = workshops.find(({ id }) => id === value);
  return workshop
    ? `${workshop.number}. ${plainText(workshop.title, locale)}`
    : participationTexts(locale)('participation.return.removed-workshop');
}

/** What is wrong with an answer, in words: what the file says where it is not understood, else as the form says it. */
export function faultText({ code, params }: Difference['faults'][number] | AnswerFault, text: string, locale: Locale): string {
  const t = participationTexts(locale);
  const shown = text.length > 200 ? `${text.slice(0, 200).toWellFormed()}…` : text;
  if (text !== '' && UNREAD.includes(code)) return t(`participation.return.fault.${code}` as ParticipationKey, { text: shown });
  return t(`participation.form.fault.${code}` as ParticipationKey, params);
}

const UNREAD: readonly string[] = [
  'unknown-workshop',
  'several-workshops',
  'number-and-title',
  'no-such-answer',
  'several-ticked',
  'no-number',
  'twin-unknown',
];

/** Why a file was not taken in, or nothing of it recorded, in words. */
export function returnRefusalText(refusal: Refusal, locale: Locale): string {
  const t = participationTexts(locale);
  if (refusal.code === 'participation.changed-meanwhile') return t('refusals.participation.return-stale', refusal.params);
  if (refusal.code === 'participation.answers-faulty') return t('refusals.participation.return-faulty');
  return refusalText(t, refusal) ?? t('participation.return.refused');
}

/** The day of an instant, in words, in the edition's time zone. */
export function dayOf(instant: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, dateStyle: 'long' }).format(instant);
}
