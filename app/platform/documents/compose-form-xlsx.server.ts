import type { Cell, Row, Worksheet } from 'exceljs';
import { printableLine } from '#app/lib/printable.ts';
import { cellText, sheetName, textWidth } from './compose-xlsx.server.ts';
import { type FormDocument, type FormField, type FormSection, LISTS_SHEET } from './form.ts';
import { runsOf } from './report.ts';
import { sealPackage } from './seal-package.server.ts';

const INK = 'FF17202E';
const QUIET = 'FF4A5362';
const RULE = 'FFCFC7B6';
/** The ground of the cells to fill in. */
const ROOM = 'FFFBF8F1';
const WIDTHS = [40, 74] as const;

type Page = { sheet: Worksheet; lists: Worksheet; face: string; columns: Map<string, string> };

/** The bytes of a form in Excel; see `renderFormXlsx` in office.server.ts, which makes them on the document thread. */
export async function composeFormXlsx(form: FormDocument): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.title = printableLine(form.documentTitle);
  workbook.creator = printableLine(form.author);
  workbook.lastModifiedBy = printableLine(form.author);
  const sheet = workbook.addWorksheet(sheetName(form.title, 0), {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&R&P / &N' },
  });
  const lists = workbook.addWorksheet(LISTS_SHEET, { state: 'hidden' });
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const page: Page = { sheet, lists, face: form.lang === 'ja' ? 'Yu Gothic' : 'Calibri', columns: new Map() };
  opening(page, form);
  for (const section of form.sections) writeSection(page, section);
  sheet.addRow([]);
  const reference = field(page, { ...form.reference, kind: 'text', lines: 1 });
  for (const at of [1, 2]) reference.getCell(at).font = { name: page.face, size: 8, color: { argb: QUIET } };
  const bytes = (await workbook.xlsx.writeBuffer()) as unknown as Uint8Array;
  return sealPackage(new Uint8Array(bytes), form.date, (_path, xml) => xml);
}

function opening(page: Page, form: FormDocument): void {
  const plain = (value: FormDocument['facts'][number]['value']) =>
    runsOf(value)
      .map(({ text }) => text)
      .join('');
  across(page, form.kicker, { size: 10, bold: true, color: { argb: QUIET } });
  across(page, form.title, { size: 20, bold: true, color: { argb: INK } });
  if (form.subtitle !== null) across(page, plain(form.subtitle), { size: 12, color: { argb: QUIET } });
  page.sheet.addRow([]);
  for (const fact of form.facts) {
    const row = page.sheet.addRow([cellText(fact.label), cellText(plain(fact.value))]);
    row.height = height(plain(fact.value), WIDTHS[1]);
    text(row.getCell(1), page, { size: 9, color: { argb: QUIET } });
    text(row.getCell(2), page, { size: 10, color: { argb: INK } });
  }
  page.sheet.addRow([]);
  for (const line of form.lead) across(page, line, { size: 10, color: { argb: INK } });
}

function writeSection(page: Page, { title, note, list = [], fields }: FormSection): void {
  page.sheet.addRow([]);
  const head = across(page, title, { size: 13, bold: true, color: { argb: INK } });
  head.getCell(1).border = { bottom: { style: 'thin', color: { argb: INK } } };
  if (note) across(page, note, { size: 9, color: { argb: QUIET } });
  for (const { mark, text: said } of list) across(page, `${mark}  ${said}`, { size: 10, color: { argb: INK } });
  for (const one of fields) field(page, one);
}

/** A line over both columns. */
function across(page: Page, said: string, font: Partial<Cell['font']>): Row {
  const row = page.sheet.addRow([cellText(said)]);
  page.sheet.mergeCells(row.number, 1, row.number, 2);
  text(row.getCell(1), page, font);
  row.height = height(said, WIDTHS[0] + WIDTHS[1], (font.size ?? 10) * 1.5);
  return row;
}

function text(cell: Cell, { face }: Page, font: Partial<Cell['font']>): void {
  cell.numFmt = '@';
  cell.alignment = { vertical: 'top', horizontal: 'left', wrapText: true };
  cell.font = { name: face, ...font };
}

/** A row's height in points: not every program works it out for wrapped text. Excel allows at most 409. */
function height(said: string, width: number, line = 15): number {
  const lines = said.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil(textWidth(one) / (width * 1.1))), 0);
  return Math.min(409, 4 + line * lines);
}

/** A question and the cell for its answer; nothing is locked. */
function field(page: Page, question: FormField): Row {
  const { label, hint, value } = question;
  const row = page.sheet.addRow([]);
  const [asked, answer] = [row.getCell(1), row.getCell(2)];
  asked.value = {
    richText: [
      { text: cellText(label), font: { name: page.face, size: 11, bold: true, color: { argb: INK } } },
      ...(hint ? [{ text: `\n${cellText(hint)}`, font: { name: page.face, size: 8.5, color: { argb: QUIET } } }] : []),
    ],
  };
  text(asked, page, { size: 11 });
  text(answer, page, { size: 11, color: { argb: INK } });
  answer.alignment = { ...answer.alignment, indent: 1 };
  answer.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ROOM } };
  const hair = { style: 'hair', color: { argb: RULE } } as const;
  answer.border = { top: hair, right: hair, bottom: hair, left: { style: 'medium', color: { argb: INK } } };
  if (question.kind === 'number') {
    answer.numFmt = 'General';
    answer.value = value === '' ? null : Number(value);
    answer.dataValidation = { type: 'whole', operator: 'between', allowBlank: true, formulae: [question.least, question.most] };
  } else answer.value = value === '' ? null : cellText(value);
  // A warning, not a wall: whoever writes something else is read, and asked.
  if ('options' in question) {
    const range = rangeOf(page, question.options);
    answer.dataValidation = { type: 'list', allowBlank: true, formulae: [range], showErrorMessage: true, errorStyle: 'warning' };
  }
  const room = question.kind === 'text' ? question.lines : 1;
  row.height = Math.max(
    19,
    height(value, WIDTHS[1]),
    height(`${label}${hint ? `\n${hint}` : ''}`, WIDTHS[0], 14),
    Math.min(409, 4 + 15 * room),
  );
  return row;
}

/** Where the lists' sheet holds these options; the same ones are held once. */
function rangeOf({ lists, columns }: Page, options: readonly string[]): string {
  const key = JSON.stringify(options);
  const known = columns.get(key);
  if (known) return known;
  const column = lists.getColumn(columns.size + 1);
  options.forEach((option, index) => {
    lists.getCell(index + 1, columns.size + 1).value = cellText(option);
  });
  const range = `'${LISTS_SHEET}'!$${column.letter}$1:$${column.letter}$${Math.max(1, options.length)}`;
  columns.set(key, range);
  return range;
}
