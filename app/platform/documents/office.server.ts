import type { FormDocument } from './form.ts';
import type { LetterDocument } from './letters.ts';
import { onPress } from './press.server.ts';
import type { ProseDocument } from './prose.ts';
import type { Report } from './report.ts';
import type { Workbook } from './tabular.ts';

/**
 * A report as a Word document (DOCX) for people who go on editing: named styles, real tables with repeated header rows,
 * page headers and numbers, East Asian faces and language tags. The same report gives the same bytes.
 */
export function renderDocx(report: Report): Promise<Uint8Array> {
  return onPress({ format: 'docx', report });
}

/**
 * A workbook (XLSX) for people who compute: header row frozen, repeated on paper and filtered, widths set, dates and
 * numbers real, every text typed as text so that none is run as a formula. The same workbook gives the same bytes.
 */
export function renderXlsx(workbook: Workbook): Promise<Uint8Array> {
  return onPress({ format: 'xlsx', workbook });
}

/** Letters for signature as one Word document, each on pages of its own. The same letters give the same bytes. */
export function renderLettersDocx(letters: LetterDocument): Promise<Uint8Array> {
  return onPress({ format: 'letters-docx', letters });
}

/** A form as a Word document: a row for each question, boxes that can be ticked. The same form gives the same bytes. */
export function renderFormDocx(form: FormDocument): Promise<Uint8Array> {
  return onPress({ format: 'form-docx', form });
}

/** A form as a workbook of one sheet to fill in, with lists to choose from; nothing of it is locked. The same form gives the same bytes. */
export function renderFormXlsx(form: FormDocument): Promise<Uint8Array> {
  return onPress({ format: 'form-xlsx', form });
}

/**
 * Running text as a Word document: headings, lists and footnotes that are Word's own, tables with their spans, pages across
 * where asked. The same document gives the same bytes.
 */
export function renderProseDocx(prose: ProseDocument): Promise<Uint8Array> {
  return onPress({ format: 'prose-docx', prose });
}
