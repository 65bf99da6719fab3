import type { Locale } from '#app/lib/locale.ts';
import type { ExportFormat } from '#app/platform/cli/exporter.ts';
import { renderDocx, renderXlsx } from '#app/platform/documents/office.server.ts';
import { renderPdf } from '#app/platform/documents/pdf.server.ts';
import { planWords } from '../plan-words.ts';
import type { Distribution } from '../use-cases/read-distribution.server.ts';
import { doc7Report } from './doc-7-report.ts';
import { doc8Report } from './doc-8-report.ts';
import type { PlanDocument } from './plan-frame.ts';
import { planWorkbook } from './plan-workbooks.ts';

/** What each format is sent as. */
const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file to be saved; `plain` is its name in letters that every system has. */
export type PlanFile = { bytes: Uint8Array; name: string; plain: string; type: string };

/**
 * Doc 7 or Doc 8 as a file in the language of a distribution that was read for it: no person, no contact, no remark. The same
 * distribution gives the same bytes. Authorisation is the caller's: it holds what the caller was allowed to read.
 */
export async function renderPlanDocument(
  document: PlanDocument,
  distribution: Distribution,
  { format, lang }: { format: ExportFormat; lang: Locale },
): Promise<PlanFile> {
  const { basis, view, placeless } = distribution;
  const { t } = planWords(distribution, lang);
  const state = basis.kind === 'plan' ? `v${basis.version}` : basis.day;
  const plain = [view.edition.slug, document, state, ...(placeless ? ['organisers'] : [])].join('_');
  const name = [
    view.edition.slug,
    t(`workshops.plan.${document}.file-name`),
    state,
    ...(placeless ? [t('workshops.plan.file-organisers')] : []),
  ].join('_');
  return {
    bytes: await render(document, distribution, format, lang),
    name: `${name}.${format}`,
    plain: `${plain}.${format}`,
    type: MEDIA_TYPES[format],
  };
}

function render(document: PlanDocument, distribution: Distribution, format: ExportFormat, lang: Locale): Promise<Uint8Array> {
  if (format === 'xlsx') return renderXlsx(planWorkbook(document, distribution, lang));
  const report = document === 'doc-7' ? doc7Report(distribution, lang) : doc8Report(distribution, lang);
  return format === 'pdf' ? renderPdf('/platform/documents/report.typ', report, { lang }) : renderDocx(report);
}
