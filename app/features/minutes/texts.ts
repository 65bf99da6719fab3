import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { type LocalisedText, localised } from '#app/lib/localised-text.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type MessageValues, type Translate, translator } from '#app/platform/i18n/messages.ts';
import { minutesCatalogues } from './messages/catalogues.ts';

export type MinutesKey = Extract<keyof typeof minutesCatalogues.en, string>;
export type MinutesTranslate = Translate<MinutesKey>;

/** The translator of the minutes' texts. */
export function minutesTexts(locale: Locale): MinutesTranslate {
  return translator(locale, minutesCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: MinutesTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in minutesCatalogues.en ? t(key as MinutesKey, refusal.params) : t('minutes.refused');
}

/** One message in every language, with the values that it has there. */
export function inEveryLanguage(source: Locale, key: MinutesKey, values: (lang: Locale) => MessageValues): LocalisedText {
  return localised(source, Object.fromEntries(LOCALES.map((lang) => [lang, minutesTexts(lang)(key, values(lang))])));
}
