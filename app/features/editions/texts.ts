import type { Locale } from '#app/lib/locale.ts';
import { type LocalisedText, plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { countryName } from './domain/country.ts';
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

/** A city with its country, or the country alone where no city is known. */
export function placeText(city: LocalisedText | null, country: string, locale: Locale): string {
  const name = plainText(city, locale);
  const place = { city: name, country: countryName(country, locale) };
  return name ? editionsTexts(locale)('editions.page.place', place) : place.country;
}

/** The day and the hours of a slot, at the venue. */
export function slotText(slot: { day: string; startsAt: string; endsAt: string }, locale: Locale): string {
  // A slot's day is an exact date of the database, which is a partial date too.
  const day = formatPartialDate(slot.day as PartialDate, locale, { weekday: true });
  return editionsTexts(locale)('editions.page.slot', { day, from: slot.startsAt, to: slot.endsAt });
}

/** A language's name in a language, as the middle of a sentence has it. */
export function languageName(lang: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang;
}
