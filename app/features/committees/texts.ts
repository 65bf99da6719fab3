import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { committeesCatalogues } from './messages/catalogues.ts';

export type CommitteesKey = Extract<keyof typeof committeesCatalogues.en, string>;
export type CommitteesTranslate = Translate<CommitteesKey>;

/** The translator of committees' texts. */
export function committeesTexts(locale: Locale): CommitteesTranslate {
  return translator(locale, committeesCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: CommitteesTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in committeesCatalogues.en ? t(key as CommitteesKey, refusal.params) : t('committees.form.refused');
}

/** A language's name in a language, as the middle of a sentence has it. */
export function languageName(lang: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang;
}
