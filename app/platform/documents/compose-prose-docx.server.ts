import * as docx from 'docx';
import type { Locale } from '#app/lib/locale.ts';
import { printable, printableLine } from '#app/lib/printable.ts';
import { type DocxPart, packDocx, paragraph, tableOf, textRuns } from './compose-docx.server.ts';
import { INK, RULE } from './docx-styles.server.ts';
import { columnShares, type LaidCell, layGrid, ordered, type ProseBlock, type ProseDocument, type ProseRun } from './prose.ts';

/** What is met on the way through a document: its footnotes, its numbered lists, the names of its tables. */
type Found = { notes: docx.Paragraph[]; lists: { start: number; level: number }[]; captions: string[] };
/** Where a block stands: how wide, how deep in lists, within what. */
type Place = {
  width: number;
  depth: number;
  inset: number;
  style: 'Prose' | 'ProseItem' | 'TableText' | 'Quotation' | 'Aside' | 'AsideKept';
  lang: Locale;
  found: Found;
};
type Child = docx.Paragraph | docx.Table;

const NONE = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' } as const;
const HAIR = { style: docx.BorderStyle.SINGLE, size: 4, color: RULE } as const;
/** How far a list stands in from what holds it, in twentieths of a point. */
const STEP = 340;
/** Word numbers nine levels of lists, no more. */
const DEEPEST = 8;

/** The bytes of a prose document in Word; see `renderProseDocx` in office.server.ts, which makes them on the document thread. */
export function composeProseDocx(prose: ProseDocument): Promise<Uint8Array> {
  const { stamp, blocks, ...frame } = ordered(prose);
  const { lang } = frame;
  const found: Found = { notes: [], lists: [], captions: [] };
  const on = (width: number): Place => ({ width, depth: 0, inset: 0, style: 'Prose', lang, found });
  const parts = inParts(blocks).map(
    ({ across, held }): DocxPart => ({
      orientation: across ? 'landscape' : 'portrait',
      body: (width) => held.flatMap((block) => blockOf(block, on(width))),
    }),
  );
  return packDocx({ ...frame, figures: [], orientation: 'portrait' }, parts, () => found.captions, {
    stamp,
    footnotes: () => Object.fromEntries(found.notes.map((note, index) => [String(index + 1), { children: [note] }])),
    numbering: () => [bullets(), ...found.lists.map(numbers)],
  });
}

/** Runs of blocks upright and across, in their order. A wide block within another stays upright. */
function inParts(blocks: readonly ProseBlock[]): { across: boolean; held: readonly ProseBlock[] }[] {
  const parts: { across: boolean; held: ProseBlock[] }[] = [{ across: false, held: [] }];
  for (const block of blocks) {
    const across = block.kind === 'wide';
    if (parts.at(-1)?.across !== across) parts.push({ across, held: [] });
    parts.at(-1)?.held.push(...(across ? block.blocks : [block]));
  }
  return parts;
}

const levelsOf = (format: (typeof docx.LevelFormat)[keyof typeof docx.LevelFormat], text: (level: number) => string, start = 1) =>
  Array.from({ length: DEEPEST + 1 }, (_, level) => ({
    ...{ level, format, text: text(level), start },
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: 280 } } },
  }));

const bullets = () => ({ reference: 'bullets', levels: levelsOf(docx.LevelFormat.BULLET, (level) => ['•', '–', '·'][level % 3] ?? '•') });
const numbers = ({ start }: Found['lists'][number], index: number) => ({
  reference: `numbers-${index}`,
  levels: levelsOf(docx.LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start),
});

function blockOf(block: ProseBlock, place: Place): Child[] {
  const { found, lang, width } = place;
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, place)];
    case 'paragraph': {
      const style = block.tone === 'note' ? 'Note' : block.tone === 'lead' ? 'ProseLead' : place.style;
      return [set(style, block.runs, place, block.tone === 'end' ? { alignment: docx.AlignmentType.END } : {})];
    }
    case 'list':
      return listOf(block, place);
    case 'quotation':
      return block.blocks.flatMap((inner) => blockOf(inner, { ...place, style: 'Quotation' }));
    case 'aside':
      return [
        paragraph('AsideLabel', textRuns(block.label, lang)),
        ...block.blocks.flatMap((inner) => blockOf(inner, { ...place, style: block.foot === undefined ? 'Aside' : 'AsideKept' })),
        ...(block.foot === undefined ? [] : [paragraph('AsideFoot', textRuns(block.foot, lang))]),
      ];
    case 'rule':
      return [paragraph('Prose', [], { border: { bottom: { ...HAIR, space: 1 } } })];
    case 'grid':
      return gridOf(block, place);
    case 'table':
      if (block.rows.length === 0) return [paragraph('Note', textRuns(block.empty, lang))];
      found.captions.push(block.caption);
      return [tableOf(block, width, lang)];
    case 'wide':
      return block.blocks.flatMap((inner) => blockOf(inner, place));
  }
}

function headingOf(block: Extract<ProseBlock, { kind: 'heading' }>, place: Place): docx.Paragraph {
  const count = block.count ? [new docx.TextRun({ text: `\u2002${printableLine(block.count)}`, style: 'HeadingCount' })] : [];
  // The title is no heading of Word's: its first level is ours of level 2.
  return paragraph(`Heading${block.level - 1}`, [...runsOf(block.runs, place), ...count]);
}

function set(style: string, runs: readonly ProseRun[], place: Place, more: Partial<docx.IParagraphOptions> = {}): docx.Paragraph {
  return paragraph(style, runsOf(runs, place), { ...(place.inset > 0 ? { indent: { left: place.inset, firstLine: 0 } } : {}), ...more });
}

/** An item's first paragraph carries its mark; what else it holds stands in line with it. */
function listOf(list: Extract<ProseBlock, { kind: 'list' }>, place: Place): Child[] {
  const level = Math.min(place.depth, DEEPEST);
  const numbered = list.ordered ? `numbers-${place.found.lists.push({ start: list.start ?? 1, level }) - 1}` : 'bullets';
  const style = place.style === 'Prose' ? 'ProseItem' : place.style;
  const inside: Place = { ...place, depth: place.depth + 1, inset: STEP * (level + 1) };
  return list.items.flatMap((item) => {
    const [first, ...rest] = item;
    const led = first?.kind === 'paragraph';
    return [
      set(style, led ? first.runs : [], { ...place, inset: 0 }, { numbering: { reference: numbered, level } }),
      ...(led ? rest : item).flatMap((block) => blockOf(block, inside)),
    ];
  });
}

/** Marks of one text; ordinals of French texts are raised as everywhere. */
function runsOf(runs: readonly ProseRun[], place: Place): docx.ParagraphChild[] {
  return runs.flatMap((run): docx.ParagraphChild[] => {
    if ('lineBreak' in run) return [new docx.TextRun({ break: 1 })];
    if ('footnote' in run) {
      const children = runsOf(
        run.footnote.filter((part) => !('footnote' in part)),
        place,
      );
      // The number is that of the note's place among the notes: it is taken before anything after it.
      return [new docx.FootnoteReferenceRun(place.found.notes.push(new docx.Paragraph({ style: 'FootnoteText', children })))];
    }
    const { text, lang, bold, italic, raised, href } = run;
    const marks = { ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}), ...(raised ? { superScript: true } : {}) };
    const words = textRuns({ text, ...(lang ? { lang } : {}) }, place.lang, { ...marks, ...(href ? { style: 'Hyperlink' } : {}) });
    return href ? [new docx.ExternalHyperlink({ link: printable(href), children: words })] : words;
  });
}

function gridOf(grid: Extract<ProseBlock, { kind: 'grid' }>, place: Place): Child[] {
  const laid = layGrid(grid);
  if (grid.rows.length === 0) return [];
  place.found.captions.push(grid.caption);
  const shares = columnShares(laid);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const room = place.width - place.inset;
  const widths = shares.map((share) => Math.floor((room * share) / total));
  const rows = grid.rows.map((_, y) => {
    const cells = laid.cells.filter((cell) => cell.y === y).map((cell) => cellOf(cell, widths, laid.heads, place));
    return new docx.TableRow({ children: cells, cantSplit: true, ...(y < laid.heads ? { tableHeader: true } : {}) });
  });
  const table = new docx.Table({
    ...{ layout: docx.TableLayoutType.FIXED, width: { size: room, type: docx.WidthType.DXA }, columnWidths: widths, rows },
    borders: { top: NONE, left: NONE, right: NONE, bottom: NONE, insideHorizontal: NONE, insideVertical: NONE },
    ...(place.inset > 0 ? { indent: { size: place.inset, type: docx.WidthType.DXA } } : {}),
  });
  // Two tables without a paragraph between them are one to Word.
  return [table, paragraph('Note', [])];
}

function cellOf(cell: LaidCell, widths: readonly number[], heads: number, place: Place): docx.TableCell {
  const width = widths.slice(cell.x, cell.x + cell.colspan).reduce((sum, part) => sum + part, 0);
  const inside: Place = { ...place, width: width - 140, depth: 0, inset: 0, style: 'TableText' };
  const blocks = cell.header ? cell.blocks.map(strengthened) : cell.blocks;
  const children = blocks.flatMap((block) => blockOf(block, inside));
  const last = cell.y + cell.rowspan;
  return new docx.TableCell({
    ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
    width: { size: width, type: docx.WidthType.DXA },
    borders: { top: NONE, left: NONE, right: NONE, bottom: last <= heads ? { ...HAIR, size: 8, color: INK } : HAIR },
    margins: { top: 20, bottom: 20, left: 0, right: 140 },
    // Word calls a cell broken that does not end with a paragraph.
    children: children.at(-1) instanceof docx.Paragraph ? children : [...children, paragraph('TableText', [])],
  });
}

function strengthened(block: ProseBlock): ProseBlock {
  return block.kind === 'paragraph' ? { ...block, runs: block.runs.map((run) => ('text' in run ? { ...run, bold: true } : run)) } : block;
}
