import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { calendarsCatalogues } from './messages/catalogues.ts';

type CalendarsKey = Extract<keyof typeof calendarsCatalogues.en, string>;
export type CalendarsTranslate = Translate<CalendarsKey>;

/** The translator of the texts of checklists and calendars. */
export function calendarsTexts(locale: Locale): CalendarsTranslate {
  return translator(locale, calendarsCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: CalendarsTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in calendarsCatalogues.en ? t(key as CalendarsKey, refusal.params) : t('calendars.feeds.refused');
}
