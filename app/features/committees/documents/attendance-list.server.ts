import type { Locale } from '#app/lib/locale.ts';
import { renderCsv } from '#app/platform/documents/csv.ts';
import { renderDocx, renderXlsx } from '#app/platform/documents/office.server.ts';
import { renderPdf } from '#app/platform/documents/pdf.server.ts';
import type { AttendanceSheet } from '../domain/attendance-sheet.ts';
import { type AttendanceChoices, attendanceReport, documentWords } from './attendance-report.ts';
import { attendanceSheet, attendanceWorkbook } from './attendance-workbook.ts';

/** The formats of an attendance list, and what each is sent as. */
export const ATTENDANCE_FORMATS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export type AttendanceFormat = keyof typeof ATTENDANCE_FORMATS;

/** A file ready to be saved or sent. `fileName` may hold any script: encode it (RFC 5987) in a header. */
export type RenderedFile = {
  bytes: Uint8Array;
  fileName: string;
  mediaType: string;
};

/** A name that sorts by edition and date and is valid on every system: `rfj-9_2025-09-22_liste-de-presence.pdf`. */
function fileName(sheet: AttendanceSheet, format: AttendanceFormat, lang: Locale): string {
  const date = sheet.meeting.date.replace('/', '--');
  return `${sheet.edition.slug}_${date}_${documentWords(lang)('committees.documents.fileName')}.${format}`;
}

function render(
  sheet: AttendanceSheet,
  format: AttendanceFormat,
  lang: Locale,
  choices: AttendanceChoices,
): Promise<Uint8Array> | Uint8Array {
  if (format === 'pdf') return renderPdf('/platform/documents/report.typ', attendanceReport(sheet, lang, choices), { lang });
  if (format === 'docx') return renderDocx(attendanceReport(sheet, lang, choices));
  if (format === 'xlsx') return renderXlsx(attendanceWorkbook(sheet, lang, choices));
  return renderCsv(attendanceSheet(sheet, lang, choices), { lang });
}

/**
 * The attendance list of a meeting as a file, in French, English or Japanese habit. The same sheet and choices give the
 * same bytes. Authorisation is the caller's: the sheet is what the caller was allowed to read.
 */
export async function renderAttendanceList(
  sheet: AttendanceSheet,
  { format, lang, ...choices }: AttendanceChoices & { format: AttendanceFormat; lang: Locale },
): Promise<RenderedFile> {
  return {
    bytes: await render(sheet, format, lang, choices),
    fileName: fileName(sheet, format, lang),
    mediaType: ATTENDANCE_FORMATS[format],
  };
}
