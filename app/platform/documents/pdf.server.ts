import type { Locale } from '#app/lib/locale.ts';
import { onPress } from './press.server.ts';
import { showable } from './showable.server.ts';

/** What every template needs besides its own data: see `page-of` in layout.typ. */
export type PdfData = {
  /** The title in the file's metadata, which PDF/UA asks readers to show. */
  documentTitle: string;
  author: string;
  description: string;
  keywords: readonly string[];
  /** `YYYY-MM-DD`: the date in the file's metadata, given so that the same input makes the same bytes. */
  date: string;
};

/** A template: its path under the app folder, with a leading slash; other features' templates import the same layout. */
export type PdfTemplate = `/${string}.typ`;

/**
 * Sets a template with its data as a tagged PDF (PDF/UA-1, PDF 1.7) in the document's language.
 * Data reaches the template as JSON: no text of it is ever read as markup. The same input gives the same bytes.
 * A character that no face has is shown as 〓. Rejects when the template does not compile.
 */
export async function renderPdf(template: PdfTemplate, data: PdfData, { lang }: { lang: Locale }): Promise<Uint8Array> {
  const json = JSON.stringify({ ...data, lang }, (_key, value: unknown) => (typeof value === 'string' ? showable(value) : value));
  return onPress({ format: 'pdf', template, data: json });
}
