import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { deliverablesCatalogues } from './messages/catalogues.ts';

type DeliverablesKey = Extract<keyof typeof deliverablesCatalogues.en, string>;
export type DeliverablesTranslate = Translate<DeliverablesKey>;

/** The translator of this feature's texts. */
export function deliverablesTexts(locale: Locale): DeliverablesTranslate {
  return translator(locale, deliverablesCatalogues);
}

/** A refusal in words; `null` when this feature has none for it. */
export function refusalText(t: DeliverablesTranslate, refusal: Refusal): string | null {
  const key = `refusals.${refusal.code}`;
  return key in deliverablesCatalogues.en ? t(key as DeliverablesKey, refusal.params) : null;
}
