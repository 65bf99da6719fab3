import type { Locale } from '#app/lib/locale.ts';
import { type Catalogues, type Translate, translator } from '#app/platform/i18n/messages.ts';
import { readingEn } from './messages/reading.en.ts';
import { readingFr } from './messages/reading.fr.ts';
import { readingJa } from './messages/reading.ja.ts';

const readingCatalogues: Catalogues<typeof readingEn> = { fr: readingFr, en: readingEn, ja: readingJa };

/** The translator of the words that stand inside a text. */
export function readingTexts(lang: Locale): Translate<Extract<keyof typeof readingEn, string>> {
  return translator(lang, readingCatalogues);
}
