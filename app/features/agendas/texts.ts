import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { agendasCatalogues } from './messages/catalogues.ts';

export type AgendasKey = Extract<keyof typeof agendasCatalogues.en, string>;
export type AgendasTranslate = Translate<AgendasKey>;

/** The translator of the texts of agendas. */
export function agendasTexts(locale: Locale): AgendasTranslate {
  return translator(locale, agendasCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: AgendasTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in agendasCatalogues.en ? t(key as AgendasKey, refusal.params) : t('agendas.refused');
}

/** A language's name in a language, as the middle of a sentence has it. */
export function languageName(lang: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang;
}
