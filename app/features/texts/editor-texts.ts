import type { Locale } from '#app/lib/locale.ts';
import { type Catalogues, type Translate, translator } from '#app/platform/i18n/messages.ts';
import { editorEn } from './messages/editor.en.ts';
import { editorFr } from './messages/editor.fr.ts';
import { editorJa } from './messages/editor.ja.ts';

const editorCatalogues: Catalogues<typeof editorEn> = { fr: editorFr, en: editorEn, ja: editorJa };

export type EditorKey = Extract<keyof typeof editorEn, string>;

/** The translator of the page on which a text is written. */
export function editorTexts(locale: Locale): Translate<EditorKey> {
  return translator(locale, editorCatalogues);
}
