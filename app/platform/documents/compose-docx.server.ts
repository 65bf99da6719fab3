import * as docx from 'docx';
import type { Locale } from '#app/lib/locale.ts';
import { printable, printableLine } from '#app/lib/printable.ts';
import { documentStyles, INK, RULE, wordLanguage } from './docx-styles.server.ts';
import { type Inline, type Report, type ReportBlock, type ReportTable, type Run, runsOf } from './report.ts';
import { sealPackage } from './seal-package.server.ts';

/** A4 in twips, and the margins of every page. */
const SHORT = 11906;
const LONG = 16838;
const MARGIN = 1134;

/** `9es` in a French text: the ending of an ordinal is raised. */
const ORDINAL = /(?<=\b\d+)(es|er|re|e)\b/;

function runOptions(run: Run): {
  style?: string;
  language?: { value?: string; eastAsia?: string };
} {
  const tag = run.lang === 'fr' ? 'fr-FR' : run.lang === 'en' ? 'en-GB' : run.lang === 'ja' ? 'ja-JP' : run.lang;
  const language = tag === undefined ? undefined : run.lang === 'ja' ? { eastAsia: tag } : { value: tag };
  const style = run.style === 'strong' ? 'Strong' : run.style === 'quiet' ? 'Quiet' : undefined;
  return { ...(style ? { style } : {}), ...(language ? { language } : {}) };
}

/** A text as runs of a paragraph: printable, squeezed, languages marked, French ordinals raised. */
export function textRuns(value: Inline, lang: Locale, base: Partial<docx.IRunOptions> = {}): docx.TextRun[] {
  return runsOf(value).flatMap((run) => {
    if (run.text === '\n') return [new docx.TextRun({ break: 1 })];
    // A space at the end of a run parts it from the next one: squeezed, never trimmed.
    const text = printable(run.text).replace(/[^\S\u00a0\u202f\u3000]+/g, ' ');
    const options = { ...base, ...runOptions(run) };
    const parts = lang === 'fr' ? text.split(ORDINAL) : [text];
    // Splitting on a group puts the endings at the odd places.
    return parts.map(
      (part, i) =>
        new docx.TextRun({
          ...options,
          text: part,
          ...(i % 2 === 1 ? { superScript: true } : {}),
        }),
    );
  });
}

/** A paragraph in one of the named styles. */
export const paragraph = (style: string, children: docx.ParagraphChild[], more: Partial<docx.IParagraphOptions> = {}) =>
  new docx.Paragraph({ style, children, ...more });

const NONE = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' } as const;

function cell(
  style: string,
  value: Inline,
  width: number,
  lang: Locale,
  align: 'start' | 'end',
  rule: docx.IBorderOptions,
  columnSpan = 1,
): docx.TableCell {
  return new docx.TableCell({
    ...(columnSpan > 1 ? { columnSpan } : {}),
    width: { size: width, type: docx.WidthType.DXA },
    borders: { top: NONE, left: NONE, right: NONE, bottom: rule },
    margins: { top: 20, bottom: 20, left: 0, right: 140 },
    children: [paragraph(style, textRuns(value, lang), align === 'end' ? { alignment: docx.AlignmentType.END } : {})],
  });
}

/** A real table: header row repeated on every page, no row cut in two, every cell filled so that rows can be moved. */
export function tableOf(block: ReportTable, width: number, lang: Locale): docx.Table {
  const total = block.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = block.columns.map((column) => Math.floor((width * column.width) / total));
  const line = (style: string, cells: readonly Inline[], rule: docx.IBorderOptions, spans?: readonly number[] | null) => {
    let at = 0;
    return cells.map((value, x) => {
      const first = at;
      at += spans?.[x] ?? 1;
      const room = widths.slice(first, at).reduce((sum, part) => sum + part, 0);
      return cell(style, value, room, lang, block.columns[first]?.align ?? 'start', rule, at - first);
    });
  };
  const head = { style: docx.BorderStyle.SINGLE, size: 8, color: INK } as const;
  const hair = {
    style: docx.BorderStyle.SINGLE,
    size: 4,
    color: RULE,
  } as const;
  const labels = block.columns.map((column) => column.label);
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: width, type: docx.WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    rows: [
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: line('TableHead', labels, head),
      }),
      ...block.rows.map(
        (row, y) =>
          new docx.TableRow({
            cantSplit: true,
            children: line('TableText', row, hair, block.spans?.[y]),
          }),
      ),
    ],
  });
}

function blockOf(block: ReportBlock, width: number, lang: Locale): (docx.Paragraph | docx.Table)[] {
  if (block.kind === 'table') {
    return block.rows.length === 0 ? [paragraph('Note', textRuns(block.empty, lang))] : [tableOf(block, width, lang)];
  }
  if (block.kind === 'heading') {
    const count =
      block.count === undefined
        ? []
        : [
            new docx.TextRun({
              text: `\u2002${printableLine(block.count)}`,
              style: 'HeadingCount',
            }),
          ];
    return [paragraph(block.level === 3 ? 'Heading2' : 'Heading1', [...textRuns(block.text, lang), ...count])];
  }
  return [paragraph(block.kind === 'note' ? 'Note' : 'Normal', textRuns(block.text, lang), block.keep ? { keepNext: true } : {})];
}

const HAIRLINE = {
  style: docx.BorderStyle.SINGLE,
  size: 4,
  color: RULE,
  space: 6,
} as const;

/** A hairline above the first figure and below the last one. */
function figureRules(index: number, count: number): docx.IBordersOptions {
  return {
    ...(index === 0 ? { top: HAIRLINE } : {}),
    ...(index === count - 1 ? { bottom: HAIRLINE } : {}),
  };
}

function figureRuns(figure: Report['figures'][number], lang: Locale): docx.ParagraphChild[] {
  return [
    new docx.TextRun({
      text: printableLine(figure.value),
      style: 'FigureValue',
    }),
    new docx.TextRun('\t'),
    ...textRuns({ text: figure.label, style: 'strong' }, lang, { color: INK }),
    ...(figure.note ? [new docx.TextRun(lang === 'ja' ? '\u3000' : ' – '), ...textRuns(figure.note, lang)] : []),
  ];
}

function opening(report: DocxFrame): docx.Paragraph[] {
  const { lang } = report;
  return [
    paragraph('Kicker', textRuns(report.kicker, lang)),
    paragraph('Title', textRuns(report.title, lang)),
    ...(report.subtitle === null ? [] : [paragraph('Subtitle', textRuns(report.subtitle, lang))]),
    ...report.facts.map((fact, index) =>
      paragraph(
        'Fact',
        [...textRuns(fact.label, lang, { style: 'Label' }), new docx.TextRun('\t'), ...textRuns(fact.value, lang)],
        index === 0 ? { border: { top: HAIRLINE } } : {},
      ),
    ),
    ...report.figures.map((figure, index) =>
      paragraph('Figure', figureRuns(figure, lang), {
        border: figureRules(index, report.figures.length),
      }),
    ),
  ];
}

/** Left text, then right text at the margin. */
function spread(style: string, width: number, left: docx.ParagraphChild[], right: docx.ParagraphChild[]): docx.Paragraph {
  return paragraph(style, [...left, new docx.TextRun('\t'), ...right], {
    tabStops: [{ type: docx.TabStopType.RIGHT, position: width }],
  });
}

/** One part of a document: pages of one orientation. The first opens with the title, and has no running head. */
function section(report: DocxFrame, { orientation, body }: DocxPart, first: boolean, stamp: string | null): docx.ISectionOptions {
  const landscape = orientation === 'landscape';
  const width = (landscape ? LONG : SHORT) - 2 * MARGIN;
  const { lang } = report;
  const foot = () =>
    new docx.Footer({
      children: [
        spread('RunningFoot', width, textRuns(report.footer, lang), [
          new docx.TextRun({
            children: [docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES],
          }),
        ]),
      ],
    });
  const head = () =>
    new docx.Header({
      children: [spread('RunningHead', width, textRuns(report.running[0], lang), textRuns(report.running[1], lang))],
    });
  return {
    properties: {
      titlePage: first,
      page: {
        size: {
          width: SHORT,
          height: LONG,
          orientation: landscape ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
        },
        margin: {
          top: 1300,
          bottom: 1200,
          left: MARGIN,
          right: MARGIN,
          header: 620,
          footer: 620,
        },
      },
    },
    headers: first ? { first: new docx.Header({ children: [new docx.Paragraph('')] }), default: head() } : { default: head() },
    footers: first ? { first: foot(), default: foot() } : { default: foot() },
    children: [...(first && stamp ? [paragraph('Stamp', textRuns(stamp, lang))] : []), ...(first ? opening(report) : []), ...body(width)],
  };
}

function attribute(text: string): string {
  return printableLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Gives each table its caption (ECMA-376, 17.4.62), which the library has no option for: what a screen reader says of a table. */
function captioned(xml: string, captions: readonly string[]): string {
  let index = 0;
  return xml.replace(/<\/w:tblPr>/g, (end) => {
    const caption = captions[index++];
    return caption === undefined ? end : `<w:tblCaption w:val="${attribute(caption)}"/>${end}`;
  });
}

/** The bytes of a Word document; see `renderDocx` in office.server.ts, which makes them on the document thread. */
export function composeDocx(report: Report): Promise<Uint8Array> {
  const captions = report.blocks.flatMap((block) => (block.kind === 'table' && block.rows.length > 0 ? [block.caption] : []));
  const body: DocxBody = (width) => report.blocks.flatMap((block) => blockOf(block, width, report.lang));
  return packDocx(report, [{ orientation: report.orientation, body }], () => captions);
}

/** What every Word document of ours has around its body. */
export type DocxFrame = Omit<Report, 'blocks'>;
/** A body for a page whose text is so wide (twips). */
export type DocxBody = (width: number) => (docx.Paragraph | docx.Table)[];
export type DocxPart = { orientation: Report['orientation']; body: DocxBody };

/** What running text has besides its body; asked for after the body was made, which finds them. */
export type DocxProse = {
  /** The state of what is not final, above the title. */
  stamp: string | null;
  footnotes: () => NonNullable<docx.IPropertiesOptions['footnotes']>;
  numbering: () => NonNullable<docx.IPropertiesOptions['numbering']>['config'];
};

/** A Word document of parts within its frame; `captions` name its tables, in their order. */
export async function packDocx(
  frame: DocxFrame,
  parts: readonly DocxPart[],
  captions: () => readonly string[],
  prose?: DocxProse,
): Promise<Uint8Array> {
  const { lang } = frame;
  const sections = parts.map((part, index) => section(frame, part, index === 0, prose?.stamp ?? null));
  const document = new docx.Document({
    title: printableLine(frame.documentTitle),
    creator: printableLine(frame.author),
    lastModifiedBy: printableLine(frame.author),
    description: printableLine(frame.description),
    keywords: frame.keywords.map(printableLine).join(', '),
    styles: documentStyles(lang),
    sections,
    ...(prose ? { footnotes: prose.footnotes(), numbering: { config: prose.numbering() } } : {}),
  });
  const packed = await docx.Packer.toBuffer(document);
  return sealPackage(packed, frame.date, (path, xml) => {
    if (path === 'word/document.xml') return captioned(linked(xml), captions());
    if (path === 'word/settings.xml') return themed(xml, lang);
    return path === 'word/footnotes.xml' || path.endsWith('.rels') ? linked(xml) : xml;
  });
}

/** Gives links numbers in place of the library's random names: a part and its list of links name them in the same order. */
function linked(xml: string): string {
  const names = new Map<string, string>();
  return xml.replace(/(?<=")rId(?!\d+")[\w-]{16,}(?=")/g, (name) => {
    names.set(name, names.get(name) ?? `rIdLink${names.size + 1}`);
    return names.get(name) ?? name;
  });
}

/** The languages that Word proposes for new text (ECMA-376, 17.15.1.88). */
function themed(xml: string, lang: Locale): string {
  const { value, eastAsia } = wordLanguage(lang);
  return xml.includes('<w:themeFontLang')
    ? xml
    : xml.replace('</w:settings>', `<w:themeFontLang w:val="${value}" w:eastAsia="${eastAsia}"/></w:settings>`);
}
