import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { timelineCatalogues } from './messages/catalogues.ts';

export type TimelineKey = Extract<keyof typeof timelineCatalogues.en, string>;
export type TimelineTranslate = Translate<TimelineKey>;

/** The translator of the timeline's texts. */
export function timelineTexts(locale: Locale): TimelineTranslate {
  return translator(locale, timelineCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: TimelineTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in timelineCatalogues.en ? t(key as TimelineKey, refusal.params) : t('timeline.form.refused');
}
