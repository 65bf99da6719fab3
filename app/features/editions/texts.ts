import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { type EditionsKey, editionsCatalogues } from './messages/index.ts';

/** The translator of this feature's texts. */
export function editionsTexts(locale: Locale): Translate<EditionsKey> {
  return translator(locale, editionsCatalogues);
}

/** A refusal in words; one without a sentence of its own is named by its code. */
export function refusalText(t: Translate<EditionsKey>, refusal: Refusal): string {
  const key = `editions.refusal.${refusal.code.replace(/^editions\./, '')}`;
  return key in editionsCatalogues.en ? t(key as EditionsKey, refusal.params) : t('editions.refused', { code: refusal.code });
}

/** A language's name in a language, as the middle of a sentence has it. */
export function languageName(lang: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang;
}
