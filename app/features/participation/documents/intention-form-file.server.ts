import type { Locale } from '#app/lib/locale.ts';
import type { ExportFormat } from '#app/platform/cli/exporter.ts';
import { renderFormDocx, renderFormXlsx } from '#app/platform/documents/office.server.ts';
import { renderPdf } from '#app/platform/documents/pdf.server.ts';
import { participationTexts } from '../texts.ts';
import { type IntentionForm, intentionForm } from './intention-form.ts';

/** The formats of the intention form, and what each is sent as. */
export const FORM_FORMATS: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A form as a file. Authorisation is the caller's: the form holds what the caller was allowed to read. */
export async function renderIntentionForm(
  form: IntentionForm,
  { format, lang }: { format: ExportFormat; lang: Locale },
): Promise<{ bytes: Uint8Array; fileName: string; mediaType: string }> {
  const document = intentionForm(form, lang);
  const bytes = await (format === 'pdf'
    ? renderPdf('/platform/documents/form.typ', document, { lang })
    : format === 'docx'
      ? renderFormDocx(document)
      : renderFormXlsx(document));
  const name = participationTexts(lang)('participation.doc6.file-name');
  const whose = form.filled ? `_${form.filled.slug}` : '';
  return { bytes, fileName: `${form.view.edition.slug}_doc-6_${name}${whose}.${format}`, mediaType: FORM_FORMATS[format] };
}
