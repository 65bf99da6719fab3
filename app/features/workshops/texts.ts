import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { workshopsCatalogues } from './messages/catalogues.ts';

export type WorkshopsKey = Extract<keyof typeof workshopsCatalogues.en, string>;
export type WorkshopsTranslate = Translate<WorkshopsKey>;

/** The translator of this feature's texts. */
export function workshopsTexts(locale: Locale): WorkshopsTranslate {
  return translator(locale, workshopsCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: WorkshopsTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in workshopsCatalogues.en ? t(key as WorkshopsKey, refusal.params) : t('workshops.refused');
}
