import type { Locale } from '#app/lib/locale.ts';
import { onPress } from './press.server.ts';
import { columnShares, layGrid, ordered, type ProseBlock, type ProseDocument, type ProseGrid, wordsOf } from './prose.ts';
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

/** Running text as a tagged PDF: footnotes at the foot of their pages, tables with their spans, pages across where asked. */
export function renderProsePdf(prose: ProseDocument): Promise<Uint8Array> {
  const document = { ...laid(ordered(prose)), orientation: 'portrait' };
  return renderPdf('/platform/documents/prose.typ', document, { lang: prose.lang });
}

/** What is set apart and shorter than this (in letters) stays on one page. */
const SHORT_ASIDE = 900;

/** The same value with every grid in it laid out and every short aside marked as such: what the template does not find out for itself. */
function laid<T>(value: T): T {
  if (Array.isArray(value)) return value.map(laid) as T;
  if (typeof value !== 'object' || value === null) return value;
  const through = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, laid(held)])) as T & { kind?: unknown };
  const block = value as unknown as ProseBlock;
  if (through.kind === 'aside') return { ...through, short: wordsOf([block]).length < SHORT_ASIDE };
  if (through.kind !== 'grid') return through;
  const grid = layGrid(block as ProseGrid);
  return { ...through, rows: [], ...laid(grid), shares: columnShares(grid) };
}
