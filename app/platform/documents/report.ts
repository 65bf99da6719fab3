import type { Locale } from '#app/lib/locale.ts';

/**
 * A run of text set apart, or in another language than the document (`lang`, BCP 47), so that it is read out as such. A run
 * that is nothing but a line end (`\n`) begins a new line; within a text it is a space.
 */
export type Run = { text: string; lang?: string; style?: 'strong' | 'quiet' };

/** The text of a cell or a paragraph: one run or several, set one after the other. */
export type Inline = string | Run | readonly (string | Run)[];

/** A column of a printed table; widths are shares of the page's width. */
export type ReportColumn = {
  label: string;
  width: number;
  align?: 'start' | 'end';
};

/** A printed table. With `mergeFirst`, following rows with the same first cell show it once where the format can. */
export type ReportTable = {
  kind: 'table';
  /** What the table holds, for those who do not see it. */
  caption: string;
  columns: readonly ReportColumn[];
  rows: readonly (readonly Inline[])[];
  mergeFirst?: boolean;
  /** How many columns each cell of a row takes, for rows with fewer cells than columns; null for a row with one each. */
  spans?: readonly (readonly number[] | null)[];
  /** Said in place of a table without rows. */
  empty: string;
};

export type ReportBlock =
  | { kind: 'heading'; text: string; count?: string; level?: 2 | 3 }
  /** With `keep`, stays on the page of what follows it. */
  | { kind: 'paragraph' | 'note'; text: Inline; keep?: boolean }
  | ReportTable;

/**
 * A document's content, the same for paper (PDF) and for further editing (DOCX). Texts are already in the document's
 * language; numbers and dates are already written out.
 */
export type Report = {
  lang: Locale;
  /** The series and edition, above the title. */
  kicker: string;
  title: string;
  subtitle: Inline | null;
  /** Left and right of the header of the second and later pages. */
  running: readonly [string, string];
  facts: readonly { label: string; value: Inline }[];
  figures: readonly { value: string; label: string; note?: string }[];
  blocks: readonly ReportBlock[];
  /** Bottom of every page, beside the page number: the state that the document shows. */
  footer: string;
  orientation: 'portrait' | 'landscape';
  author: string;
  /** The title in the file's metadata, which a window or a search result shows alone. */
  documentTitle: string;
  description: string;
  keywords: readonly string[];
  /** `YYYY-MM-DD`, the date in the file's metadata. */
  date: string;
};

/** The runs of an inline text, each as an object. */
export function runsOf(value: Inline): Run[] {
  const parts: readonly (string | Run)[] = Array.isArray(value) ? value : [value as string | Run];
  return parts.map((part) => (typeof part === 'string' ? { text: part } : part));
}
