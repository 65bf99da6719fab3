import { cellOf, TABULAR_LIMITS, type TableRow, TabularRefusal } from './types.ts';

/** A quoted cell that runs on longer than this is a stray quotation mark, not a cell. */
const LONGEST_QUOTED = 4_000;
const LINE_END = /\r\n|[\n\r\u2028\u0085]/;

/**
 * Splits text into rows of cells at one delimiter (null: one cell a line), RFC 4180 quoting included. Written here
 * because every row must know the line it starts on, and because a stray quotation mark must not swallow the rest of
 * the file: a quote that is not closed before a delimiter or a line end is a plain character. Empty lines give no row.
 */
export function splitDelimited(text: string, delimiter: string | null): TableRow[] {
  const rows: TableRow[] = [];
  let line = 1;
  let cellCount = 0;
  for (let at = 0; at < text.length; ) {
    const record = readRecord(text, at, delimiter);
    if (record.cells.some((cell) => cell.trim() !== '')) {
      rows.push({
        line,
        sheet: null,
        cells: record.cells.map((cell) => cellOf(cell)),
      });
      cellCount += record.cells.length;
    }
    if (rows.length > TABULAR_LIMITS.rows) throw new TabularRefusal('too-many-rows', { limit: TABULAR_LIMITS.rows });
    if (cellCount > TABULAR_LIMITS.cells)
      throw new TabularRefusal('too-many-cells', {
        limit: TABULAR_LIMITS.cells,
      });
    line += record.lines;
    at = record.next;
  }
  return rows;
}

type RawRecord = { cells: string[]; next: number; lines: number };

function readRecord(text: string, start: number, delimiter: string | null): RawRecord {
  const cells: string[] = [];
  let lines = 0;
  for (let at = start; ; ) {
    const quoted = delimiter === null ? null : readQuoted(text, at, delimiter);
    const end = quoted?.next ?? endOfPlain(text, at, delimiter);
    cells.push(quoted?.value ?? text.slice(at, end));
    lines += quoted?.value.split(LINE_END).length ?? 1;
    if (delimiter !== null && text.startsWith(delimiter, end)) {
      at = end + delimiter.length;
      lines -= 1;
      continue;
    }
    const width = text.startsWith('\r\n', end) ? 2 : 1;
    return { cells, next: end + width, lines };
  }
}

function isLineEnd(char: string | undefined): boolean {
  return char === '\n' || char === '\r' || char === '\u2028' || char === '\u0085';
}

function endOfPlain(text: string, start: number, delimiter: string | null): number {
  let at = start;
  while (at < text.length && !isLineEnd(text[at]) && !(delimiter !== null && text[at] === delimiter)) at++;
  return at;
}

/** The quoted cell that starts here, or null when none does or its closing quote is missing or followed by other text. */
function readQuoted(text: string, start: number, delimiter: string): { value: string; next: number } | null {
  if (text[start] !== '"') return null;
  const limit = Math.min(text.length, start + LONGEST_QUOTED);
  for (let at = start + 1; at < limit; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const after = text[at + 1];
    if (after !== undefined && after !== delimiter && !isLineEnd(after)) return null;
    return {
      value: text.slice(start + 1, at).replaceAll('""', '"'),
      next: at + 1,
    };
  }
  return null;
}

const CANDIDATES = [';', ',', '|'] as const;

/**
 * The delimiter of a text: the tab as soon as two lines hold one (a table inside running text), else the character
 * that cuts most lines into the same number of cells, else null: running text, of which commas are a part.
 */
export function guessDelimiter(text: string): string | null {
  const lines = text.split(LINE_END, 5_000).filter((line) => line.trim() !== '');
  if (lines.filter((line) => /\S\t|\t\S/.test(line)).length >= Math.min(2, lines.length)) return '\t';
  const scores = CANDIDATES.map((delimiter) => ({
    delimiter,
    score: evenness(splitDelimited(text.slice(0, 200_000), delimiter)),
  }));
  const best = scores.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= 0.5 ? best.delimiter : null;
}

/** The share of rows that have the commonest number of cells, counting from two; wide tables win over narrow ones. */
function evenness(rows: TableRow[]): number {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths) {
    if (width >= 3 || (width === 2 && count === rows.length)) best = Math.max(best, count / rows.length + width / 1000);
  }
  return best;
}
