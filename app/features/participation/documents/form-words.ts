import type { Locale } from '#app/lib/locale.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { CONTACT_KINDS, SHARINGS, WISHES } from '../domain/answers.ts';
import { ALL_PATHS, type FieldKind, type FieldValue, kindOf } from '../domain/form-file/fields.ts';
import type { FormFacts, Option } from '../domain/form-file/interpret.ts';
import type { FormLabels } from '../domain/form-file/read-form.ts';
import { FORM_STAGES } from '../domain/stages.ts';
import { ANSWER_STATES } from '../domain/states.ts';
import { participationTexts, stageText, stateText } from '../texts.ts';

/** The name of a language in itself, as forms offer it. */
const ENDONYMS: Record<Locale, string> = { fr: 'Français', en: 'English', ja: '日本語' };

/** The answers that a question offers, in the form's order. */
const OFFERED = {
  intention: ['confirmed', 'considering', 'excused', 'declined'],
  wish: WISHES,
  sharing: SHARINGS,
  'contact-kind': CONTACT_KINDS,
  language: LOCALES,
} as const;

/** Questions that are answered by one of a few answers. */
export type OfferedKind = keyof typeof OFFERED;

/** Whether a question is answered by one of a few answers. */
export function isOffered(kind: FieldKind): kind is OfferedKind {
  return kind in OFFERED;
}

/** An answer among a few, as the form words it. */
export function optionText(kind: OfferedKind, value: FieldValue, lang: Locale): string {
  if (kind === 'language') return ENDONYMS[value as Locale] ?? '';
  return value === null
    ? ''
    : participationTexts(lang)(`participation.doc6.option.${value as Exclude<(typeof OFFERED)[OfferedKind][number], Locale>}`);
}

/** The answers that a question offers, in words. */
export function optionTexts(kind: OfferedKind, lang: Locale): string[] {
  return OFFERED[kind].map((value) => optionText(kind, value, lang));
}

/** A question in words. */
export function labelText(path: string, lang: Locale): string {
  const t = participationTexts(lang);
  const [head = '', index, part] = path.split('.');
  const n = Number(index) + 1;
  if (head === 'choices') return t('participation.doc6.label.choice', { n });
  if (head === 'talks') return t(`participation.doc6.label.talk-${part as 'title' | 'abstract' | 'lang'}`, { n });
  if (head === 'contacts') return t(`participation.doc6.label.contact-${part as 'name' | 'title' | 'mailbox' | 'phone' | 'kind'}`, { n });
  return t(`participation.doc6.label.${head as SinglePath}`);
}

type SinglePath = 'intention' | 'delegates' | 'speak' | 'chair' | 'withTwin' | 'twinId' | 'sharing' | 'sponsored' | 'remarks';

/** The questions in every language that a form comes in, and its other rows. */
export function formLabels(): FormLabels {
  const questions = LOCALES.flatMap((lang) => ALL_PATHS.map((path) => ({ path, label: labelText(path, lang) })));
  const others = LOCALES.flatMap((lang) => {
    const t = participationTexts(lang);
    return [
      t('participation.doc6.fact.dates'),
      t('participation.doc6.fact.place'),
      t('participation.doc6.fact.return'),
      t('participation.doc6.label.authority'),
      t('participation.doc6.label.reference'),
      t('participation.doc6.contacts'),
      t('participation.doc6.remarks'),
      ...FORM_STAGES.map((stage, index) => t('participation.doc6.section', { number: index + 1, title: stageText(t, stage) })),
    ];
  });
  return { questions, others };
}

/** Every wording that stands for an answer, in all languages: the form's, and for an intention also the state's name. */
export function optionFacts(): FormFacts['options'] {
  const options = (kind: OfferedKind): Option[] =>
    OFFERED[kind].map((value) => ({
      value,
      texts: [...LOCALES.flatMap((lang) => wordings(kind, value, lang)), ...(kind === 'language' ? [value] : [])],
    }));
  return {
    intention: options('intention'),
    wish: options('wish'),
    sharing: options('sharing'),
    'contact-kind': options('contact-kind'),
    language: options('language'),
  };
}

function wordings(kind: OfferedKind, value: string, lang: Locale): string[] {
  const own = optionText(kind, value, lang);
  const state = ANSWER_STATES.find((known) => known === value);
  if (kind === 'intention' && state) return [own, stateText(participationTexts(lang), state)];
  return kind === 'language' ? [own, new Intl.DisplayNames(lang, { type: 'language' }).of(value) ?? own] : [own];
}

/** The kind of a question, for those that are offered a few answers. */
export function offeredKind(path: string): OfferedKind | null {
  const kind = kindOf(path);
  return isOffered(kind) ? kind : null;
}
