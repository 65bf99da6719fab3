import { printable } from '#app/lib/printable.ts';
import type { Inline, Report, ReportTable } from './report.ts';

/** A piece of running text: words with their marks, a footnote at this place, or the end of a line. */
export type ProseRun =
  | { text: string; lang?: string; bold?: boolean; italic?: boolean; raised?: boolean; href?: string }
  | { footnote: readonly ProseRun[] }
  | { lineBreak: true };

export type ProseCell = { blocks: readonly ProseBlock[]; header?: boolean; colspan?: number; rowspan?: number };

/** A table whose cells hold blocks and may span; for lists of records see `ReportTable`. */
export type ProseGrid = { kind: 'grid'; caption: string; rows: readonly (readonly ProseCell[])[] };

export type ProseBlock =
  /** Level 1 is the document's title. With `count`, said quietly behind it. */
  | { kind: 'heading'; level: 2 | 3 | 4; runs: readonly ProseRun[]; count?: string }
  /** `lead` stays with what follows it, `note` is small, `end` stands at the line's end. */
  | { kind: 'paragraph'; runs: readonly ProseRun[]; tone?: 'note' | 'end' | 'lead' }
  | { kind: 'list'; ordered: boolean; start?: number; items: readonly (readonly ProseBlock[])[] }
  | { kind: 'quotation'; blocks: readonly ProseBlock[] }
  /** Set apart under a label: what was decided, what is to be done; `foot` says by whom and when. */
  | { kind: 'aside'; label: string; blocks: readonly ProseBlock[]; foot?: Inline }
  | { kind: 'rule' }
  | ProseGrid
  | ReportTable
  /** On pages of its own, across. */
  | { kind: 'wide'; blocks: readonly ProseBlock[] };

/**
 * Running text with its opening, the same for paper (PDF) and for further editing (DOCX). Texts are already in the
 * document's language. `stamp` is the state of what is not final yet, above the title and on every page.
 */
export type ProseDocument = Omit<Report, 'blocks' | 'figures' | 'orientation'> & { stamp: string | null; blocks: readonly ProseBlock[] };

/** A cell where it lies: its column and row, and how many of them it takes. */
export type LaidCell = { x: number; y: number; colspan: number; rowspan: number; header: boolean; blocks: readonly ProseBlock[] };
export type LaidGrid = { columns: number; heads: number; cells: LaidCell[] };

/** More leading header rows than this are rows like others: repeated on every page they would leave no room. */
const MOST_HEADS = 3;
/** What is wider than this is nobody's table; its spans are cut. */
const MOST_COLUMNS = 60;

/**
 * The places of a grid's cells, as HTML finds them (each takes the next free place of its row). Spans that reach beyond
 * the table or over another cell are cut, missing cells are filled with empty ones: what comes out covers a rectangle.
 */
export function layGrid({ rows }: Pick<ProseGrid, 'rows'>): LaidGrid {
  const taken: boolean[][] = rows.map(() => []);
  const heads = headRows(rows);
  const cells = rows.flatMap((row, y) => layRow(row, y, y < heads ? heads : rows.length, taken));
  const columns = Math.max(1, ...taken.map((row) => row.length));
  for (let y = 0; y < rows.length; y++)
    for (let x = 0; x < columns; x++) if (!taken[y]?.[x]) cells.push({ x, y, colspan: 1, rowspan: 1, header: y < heads, blocks: [] });
  cells.sort((a, b) => a.y - b.y || a.x - b.x);
  return { columns, heads, cells };
}

function headRows(rows: ProseGrid['rows']): number {
  const first = rows.findIndex((row) => row.length === 0 || row.some(({ header }) => header !== true));
  const heads = first === -1 ? rows.length : first;
  return heads <= MOST_HEADS && heads < rows.length ? heads : 0;
}

function layRow(row: readonly ProseCell[], y: number, below: number, taken: boolean[][]): LaidCell[] {
  const laid: LaidCell[] = [];
  let x = 0;
  for (const { colspan = 1, rowspan = 1, header = false, blocks } of row) {
    while (taken[y]?.[x]) x += 1;
    let width = 1;
    while (width < colspan && x + width < MOST_COLUMNS && !taken[y]?.[x + width]) width += 1;
    const height = Math.max(1, Math.min(rowspan, below - y));
    for (let dy = 0; dy < height; dy++) for (let dx = 0; dx < width; dx++) (taken[y + dy] ?? [])[x + dx] = true;
    laid.push({ x, y, colspan: width, rowspan: height, header, blocks });
    x += width;
  }
  return laid;
}

/** How wide each column of a grid should be, as shares: more for what holds more, but never all of it. */
export function columnShares({ columns, cells }: LaidGrid): number[] {
  const shares = Array.from({ length: columns }, () => 6);
  for (const { x, colspan, blocks } of cells) {
    if (colspan > 1) continue;
    const asked = Math.min(60, wordsOf(blocks).length);
    shares[x] = Math.max(shares[x] ?? 6, asked);
  }
  return shares.map((share) => Math.round(Math.sqrt(share) * 100));
}

const runWords = (runs: readonly ProseRun[]): string => runs.map((run) => ('text' in run ? run.text : ' ')).join('');

/** The words of some blocks, one after the other; footnotes left out. */
export function wordsOf(blocks: readonly ProseBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'heading' || block.kind === 'paragraph') return runWords(block.runs);
      if (block.kind === 'list') return block.items.map(wordsOf).join(' ');
      if (block.kind === 'quotation' || block.kind === 'aside' || block.kind === 'wide') return wordsOf(block.blocks);
      return block.kind === 'grid' ? block.rows.flatMap((row) => row.map((cell) => wordsOf(cell.blocks))).join(' ') : '';
    })
    .join(' ')
    .trim();
}

type Heading = Extract<ProseBlock, { kind: 'heading' }>;

const forgetDeeper = (counts: Map<number, number>, level: number): void => {
  for (const deeper of [2, 3, 4]) if (deeper > level) counts.delete(deeper);
};

/** Full-width figures of one digit, as Japanese officials number; longer numbers stay narrow. */
const fullWidth = (value: number): string => (value < 10 ? String.fromCodePoint(0xff10 + value) : String(value));

function japaneseMark(level: number, count: number): string {
  if (level === 2) return `${fullWidth(count)}\u3000`;
  return level === 3 ? `（${fullWidth(count)}）` : `${'アイウエオカキクケコサシスセソ'[count - 1] ?? fullWidth(count)}\u3000`;
}

/** A heading within a list, a table or what is set apart is no part of the outline: it is a strong line. */
function strongLine(block: ProseBlock): ProseBlock {
  if (block.kind === 'heading') return { kind: 'paragraph', runs: block.runs.map((run) => ('text' in run ? { ...run, bold: true } : run)) };
  if (block.kind === 'list') return { ...block, items: block.items.map((item) => item.map(strongLine)) };
  if (block.kind === 'quotation' || block.kind === 'aside') return { ...block, blocks: block.blocks.map(strongLine) };
  if (block.kind !== 'grid') return block;
  const rows = block.rows.map((row) => row.map((held) => ({ ...held, blocks: held.blocks.map(strongLine) })));
  return { ...block, rows };
}

/** French sets an unbreakable space before its high marks and inside « »; those who type leave a plain one. */
const frenchSpaced = (text: string): string => text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');

function spaced<T>(value: T): T {
  if (Array.isArray(value)) return value.map(spaced) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => [
    key,
    key === 'text' && typeof held === 'string' ? frenchSpaced(held) : spaced(held),
  ]);
  return Object.fromEntries(entries) as T;
}

/**
 * The document with its headings in order: none is empty or skips a level (PDF/UA-1 forbids both), and in Japanese each
 * carries its number as official documents have it (１, （１）, ア).
 */
export function ordered(document: ProseDocument): ProseDocument {
  let level = 1;
  const counts = new Map<number, number>();
  const heading = (block: Heading): ProseBlock => {
    if (printable(runWords(block.runs)).trim() === '') return { kind: 'paragraph', runs: block.runs };
    level = Math.min(block.level, level + 1);
    forgetDeeper(counts, level);
    counts.set(level, (counts.get(level) ?? 0) + 1);
    const mark = document.lang === 'ja' ? [{ text: japaneseMark(level, counts.get(level) ?? 1) }] : [];
    return { ...block, level: level as Heading['level'], runs: [...mark, ...block.runs] };
  };
  const through = (blocks: readonly ProseBlock[]): ProseBlock[] =>
    blocks.map((block) => {
      if (block.kind === 'heading') return heading(block);
      return block.kind === 'wide' ? { ...block, blocks: through(block.blocks) } : strongLine(block);
    });
  const blocks = through(document.blocks);
  return { ...document, blocks: document.lang === 'fr' ? spaced(blocks) : blocks };
}
