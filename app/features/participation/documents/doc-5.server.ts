import type { Locale } from '#app/lib/locale.ts';
import { renderCsv } from '#app/platform/documents/csv.ts';
import { renderDocx, renderXlsx } from '#app/platform/documents/office.server.ts';
import { renderPdf } from '#app/platform/documents/pdf.server.ts';
import { doc5Words } from '../doc5-texts.ts';
import type { CrossedList } from '../use-cases/list/read-crossed-list.server.ts';
import { doc5Report } from './doc-5-report.ts';
import { crossedSheet, doc5Workbook } from './doc-5-workbook.ts';

/** The formats of Doc 5, and what each is sent as. */
export const DOC_5_FORMATS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type Doc5Format = keyof typeof DOC_5_FORMATS;

/**
 * Doc 5 as a file, in the habit of its language: what the list shows, in its order, no contact and no remark. The same list
 * gives the same bytes. Authorisation is the caller's: the list is what the caller was allowed to read.
 */
export async function renderDoc5(
  list: CrossedList,
  { format, lang }: { format: Doc5Format; lang: Locale },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const words = doc5Words(list, lang);
  const fileName = `${list.view.edition.slug}_${words.t('participation.doc5.file.name')}_${list.today}.${format}`;
  return { bytes: await render(list, format, lang), fileName };
}

function render(list: CrossedList, format: Doc5Format, lang: Locale): Promise<Uint8Array> | Uint8Array {
  if (format === 'pdf') return renderPdf('/platform/documents/report.typ', doc5Report(list, lang), { lang });
  if (format === 'docx') return renderDocx(doc5Report(list, lang));
  if (format === 'xlsx') return renderXlsx(doc5Workbook(list, lang));
  return renderCsv(crossedSheet(list, doc5Words(list, lang)), { lang });
}
