import writeXlsxFile, { type CellObject, type Sheet as WriterSheet } from 'write-excel-file/node';
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility';
import { printable, printableLine } from '#app/lib/printable.ts';
import { sealPackage } from './seal-package.server.ts';
import type { CellValue, Sheet, Workbook } from './tabular.ts';

/** The most that a cell may hold (Excel's limit); what is beyond it is replaced by an ellipsis rather than making the file unreadable. */
const CELL_LIMIT = 32_767;
const INK = '#17202E';
const RULE = '#CFC7B6';

/** How dates read in each language; the cell itself is a number, as Excel counts days. */
const DATE_FORMAT = {
  fr: 'dd/mm/yyyy',
  en: 'd mmm yyyy',
  ja: 'yyyy"年"m"月"d"日"',
} as const;

/**
 * A text as a cell keeps it: `_x0041_` would be read as an escaped "A" (ECMA-376, 22.9.2.19, ST_Xstring), so that its
 * underscore is escaped in turn. A leading = is left alone: the cell is typed as text and no spreadsheet runs it.
 */
export function cellText(text: string): string {
  const clean = printable(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return clean.length > CELL_LIMIT ? `${clean.slice(0, CELL_LIMIT - 1).toWellFormed()}…` : clean;
}

/** The writer takes a row's height from its cells; the first one carries it. */
function withHeight(cell: CellObject, height: number | undefined): CellObject {
  return height === undefined ? cell : { ...cell, height };
}

function cellOf(value: CellValue, dateFormat: string): CellObject {
  const style = {
    alignVertical: 'top',
    bottomBorderStyle: 'hair',
    bottomBorderColor: RULE,
  } as const;
  if (value === null || value === '') return { ...style };
  if (typeof value === 'number') return { ...style, type: Number, value, align: 'right', indent: 1 };
  if (value instanceof Date) return { ...style, type: Date, value, format: dateFormat, align: 'left' };
  return {
    ...style,
    type: String,
    value: cellText(value),
    format: '@',
    wrap: true,
    align: 'left',
  };
}

function headOf(label: string): CellObject {
  return {
    type: String,
    value: cellText(label),
    format: '@',
    fontWeight: 'bold',
    textColor: INK,
    alignVertical: 'bottom',
    wrap: true,
    bottomBorderStyle: 'thin',
    bottomBorderColor: INK,
  };
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** The room that a text takes, in small letters: East Asian characters take two, capitals more than one. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : /\p{Lu}/u.test(char) ? 1.3 : 1;
  return width;
}

/**
 * The height of a row in points, estimated from its longest wrapped cell: not every program works it out on opening.
 * Excel allows at most 409.
 */
function rowHeight(cells: readonly CellValue[], columns: Sheet['columns']): number {
  const lines = cells.map((cell, x) => {
    if (typeof cell !== 'string') return 1;
    // A column's width counts digits; running text is narrower, by a fifth or more.
    const room = (columns[x]?.width ?? 10) * 1.15;
    return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
  });
  return Math.min(409, 3 + 15 * Math.max(1, ...lines));
}

/** A name that Excel accepts for a sheet: no []:*?/\, not quoted, at most 31 characters, not empty. */
export function sheetName(name: string, index: number): string {
  const allowed = printableLine(name)
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .slice(0, 31)
    .trim();
  return allowed === '' ? String(index + 1) : allowed;
}

/** The cells of a row, those that span several columns followed by the empty ones that the writer expects under them. */
function cellsOf(row: readonly CellValue[], spans: readonly number[] | null | undefined, sheet: Sheet, dateFormat: string) {
  const room = (x: number) => spans?.[x] ?? 1;
  let at = 0;
  const columns = row.map((_, x) => {
    const held = sheet.columns.slice(at, at + room(x));
    at += room(x);
    return { label: '', width: held.reduce((sum, { width }) => sum + width, 0) };
  });
  return row.flatMap((value, x) => {
    const cell = withHeight(cellOf(value, dateFormat), x === 0 ? rowHeight(row, columns) : undefined);
    return room(x) === 1 ? [cell] : [{ ...cell, columnSpan: room(x) }, ...Array<null>(room(x) - 1).fill(null)];
  });
}

function sheetOf(sheet: Sheet, index: number, dateFormat: string): WriterSheet<never> {
  return {
    sheet: sheetName(sheet.name, index),
    data: [
      sheet.columns.map((column) => headOf(column.label)),
      ...sheet.rows.map((row, y) => cellsOf(row, sheet.spans?.[y], sheet, dateFormat)),
    ],
    columns: sheet.columns.map((column) => ({ width: column.width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
    showGridLines: false,
  };
}

/** The range of a sheet with its header, as `A1:K46`. */
function rangeOf(sheet: Sheet): string {
  return `${getCellAddress(0, 0)}:${getCellAddress(sheet.rows.length, Math.max(sheet.columns.length - 1, 0))}`;
}

/** Names that Excel reads for the filter and for the rows repeated on paper, with the workbook's own sheet names. */
function definedNames(workbook: Workbook): string {
  const names = workbook.sheets.map((sheet, i) => {
    const name = `'${sheetName(sheet.name, i).replaceAll("'", "''")}'`;
    const range = rangeOf(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${sanitizeTextContent(`${name}!${range}`)}</definedName>`;
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sanitizeTextContent(`${name}!$1:$1`)}</definedName>`;
    return sheet.filter === false ? titles : filter + titles;
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

/** On paper: the title above, page numbers below; an ampersand begins a code there and is doubled (ECMA-376, 18.3.1.46). */
function paper(title: string): string {
  const text = sanitizeTextContent(printableLine(title).replaceAll('&', '&&').slice(0, 200));
  return `<headerFooter><oddHeader>&amp;L${text}</oddHeader><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** Adds to a sheet what the writer has no option for, each at the place that the schema asks for (ECMA-376, 18.3.1.99). */
function finishSheet(xml: string, sheet: Sheet, title: string): string {
  const filter = sheet.filter === false ? '' : `<autoFilter ref="${rangeOf(sheet)}"/>`;
  const finished = xml
    .replace(/<worksheet[^>]*>/, (open) => `${open}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(' xSplit="0"', '')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
    .replace('</sheetData>', () => `</sheetData>${filter}`);
  const setUp = `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${paper(title)}`;
  return finished.replace(/<pageSetup[^>]*\/>/, () => setUp);
}

/** Title and author of the file (ECMA-376 part 2, 8.3.4), which the writer leaves out. */
function coreProperties({ title, author, date }: Workbook): string {
  const text = (value: string) => sanitizeTextContent(printableLine(value));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${text(title)}</dc:title><dc:creator>${text(author)}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created></cp:coreProperties>`
  );
}

const CORE_TYPE = '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>';
const CORE_LINK =
  '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';

function finishPart(path: string, xml: string, workbook: Workbook): string {
  if (path === '[Content_Types].xml') return xml.replace('</Types>', `${CORE_TYPE}</Types>`);
  if (path === '_rels/.rels') return xml.replace('</Relationships>', `${CORE_LINK}</Relationships>`);
  if (path === 'xl/workbook.xml') return xml.replace('<definedNames/>', () => definedNames(workbook));
  const sheet = workbook.sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1]) - 1];
  return sheet ? finishSheet(xml, sheet, workbook.title) : xml;
}

/** The bytes of a workbook; see `renderXlsx` in office.server.ts, which makes them on the document thread. */
export async function composeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const sheets = workbook.sheets.map((sheet, i) => sheetOf(sheet, i, DATE_FORMAT[workbook.lang]));
  const options = {
    fontFamily: workbook.lang === 'ja' ? 'Yu Gothic' : 'Calibri',
    fontSize: 11,
  };
  const bytes = await writeXlsxFile(sheets, options).toBuffer();
  return sealPackage(bytes, workbook.date, (path, xml) => finishPart(path, xml, workbook), {
    'docProps/core.xml': coreProperties(workbook),
  });
}
