import type { Locale } from '#app/lib/locale.ts';
import type { ExportFormat } from '#app/platform/cli/exporter.ts';
import { renderDocx, renderXlsx } from '#app/platform/documents/office.server.ts';
import { renderPdf } from '#app/platform/documents/pdf.server.ts';
import { timelineTexts } from '../texts.ts';
import type { Timeline } from '../use-cases/read-timeline.server.ts';
import { circulated } from './doc-10-grid.ts';
import { doc10Report } from './doc-10-report.ts';
import { doc10Workbook } from './doc-10-workbook.ts';

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file to be saved; `plain` is its name in letters that every system has. */
export type Doc10File = { bytes: Uint8Array; name: string; plain: string; type: string };

/** Doc 10 of a timeline as it was read for somebody, in a language; what is for organisers alone is left out. Same input, same bytes. */
export async function renderDoc10(timeline: Timeline, { format, lang }: { format: ExportFormat; lang: Locale }): Promise<Doc10File> {
  const shown = circulated(timeline);
  const { slug } = timeline.view.edition;
  const name = timelineTexts(lang)('timeline.doc.file-name');
  return {
    bytes: await render(shown, format, lang),
    name: `${slug}_${name}_${timeline.today}.${format}`,
    plain: `${slug}_doc-10_${timeline.today}.${format}`,
    type: MEDIA_TYPES[format],
  };
}

function render(timeline: Timeline, format: ExportFormat, lang: Locale): Promise<Uint8Array> {
  if (format === 'xlsx') return renderXlsx(doc10Workbook(timeline, lang));
  const report = doc10Report(timeline, lang);
  return format === 'pdf' ? renderPdf('/platform/documents/report.typ', report, { lang }) : renderDocx(report);
}
