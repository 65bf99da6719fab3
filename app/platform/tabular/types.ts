import type { Refusal } from '#app/lib/result.ts';
import { squeeze } from '#app/lib/squeeze.ts';

/**
 * What a cell held besides its text: a `formula` (its stored value was taken, or its source where the file holds no
 * value; it is never computed), `markup` (tags kept as literal text), or a value that a `merged` cell above spans.
 */
export type CellFlag = 'formula' | 'markup' | 'merged';

/** The text of one cell, white space collapsed, and what to know about where it came from. */
export type Cell = { text: string; flags: readonly CellFlag[] };

/** One row, with its line in the file (for DOCX: the ordinal of the paragraph or table row) and its sheet in a workbook. */
export type TableRow = { line: number; sheet: string | null; cells: Cell[] };

export type TabularFormat = 'text' | 'tsv' | 'csv' | 'xlsx' | 'docx';

/** The encodings that text files are recognised in, by their WHATWG names. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp';

/** A file read as rows of cells; `encoding` is null where the format fixes it, `hiddenSheets` names what was left aside. */
export type TabularFile = {
  format: TabularFormat;
  encoding: TextEncoding | null;
  rows: TableRow[];
  hiddenSheets: string[];
};

/** What is read at most; beyond, the file is refused, the size before anything is parsed. */
export const TABULAR_LIMITS = {
  bytes: 10_000_000,
  /** Sum of the uncompressed sizes inside an XLSX or DOCX. */
  inflatedBytes: 60_000_000,
  zipEntries: 2_000,
  rows: 20_000,
  cells: 400_000,
  mergedCells: 100_000,
} as const;

/**
 * How a file is read: with `keepLines`, the lines inside a cell stay apart (answers of a form, unlike cells of a list, may
 * hold paragraphs); with `refuseMacros`, an Office file that carries macros is refused, which otherwise are only ignored.
 */
export type ReadOptions = { keepLines?: boolean; refuseMacros?: boolean };

/** Ends the reading of a file from within a parser; turned into a refusal at the folder's entrance, never let out. */
export class TabularRefusal extends Error {
  readonly refusal: Refusal;
  constructor(code: string, params?: Record<string, string | number>) {
    super(code);
    this.refusal = params ? { code: `tabular.${code}`, params } : { code: `tabular.${code}` };
  }
}

const MARKUP = /<\/?[a-z!][^>]*>|&(?:#x?[0-9a-f]+|[a-z]{2,8});/i;
/** What a spreadsheet would take for a formula when the text is opened in it (OWASP, CSV injection); phone numbers and dashes are none. */
const FORMULA = /^(?:[=@]|[+-][^\d\s.,+-]|[+-].*[(!|])/;

/** Builds a cell from raw text (see {@link squeeze}), with flags for markup and for what would run as a formula. */
export function cellOf(raw: string, flags: readonly CellFlag[] = [], keepLines = false): Cell {
  const text = squeeze(raw, keepLines);
  const found = new Set(flags);
  if (FORMULA.test(text)) found.add('formula');
  if (MARKUP.test(text)) found.add('markup');
  return { text, flags: [...found] };
}
