import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { lifeCatalogues } from './messages/life-catalogues.ts';

export type LifeKey = Extract<keyof typeof lifeCatalogues.en, string>;
export type LifeTranslate = Translate<LifeKey>;

/** The translator of what is said about a text's life. */
export function lifeTexts(locale: Locale): LifeTranslate {
  return translator(locale, lifeCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: LifeTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in lifeCatalogues.en ? t(key as LifeKey, refusal.params) : t('texts.form.refused');
}
