import type { LoaderFunctionArgs } from 'react-router';
import { isLocale, type Locale } from '#app/lib/locale.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#app/platform/cli/exporter.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound } from '#app/platform/http/respond.ts';
import type { IntentionForm } from '../../documents/intention-form.ts';
import { renderIntentionForm } from '../../documents/intention-form-file.server.ts';

/** What an address asks for: a format, a language, and the instance to which the form can be returned. */
export function askedFile(args: LoaderFunctionArgs): { format: ExportFormat; lang: Locale; origin: string } {
  const { ctx, publicUrl } = requestOf(args);
  const format = EXPORT_FORMATS.find((known) => known === args.params.format);
  if (!format) notFound();
  const asked = new URL(args.request.url).searchParams.get('lang');
  return { format, lang: isLocale(asked) ? asked : ctx.locale, origin: publicUrl };
}

/** The form as a file to be saved. */
export async function sendForm(form: IntentionForm, asked: { format: ExportFormat; lang: Locale }): Promise<Response> {
  const file = await renderIntentionForm(form, asked);
  return downloadResponse(file.bytes, { name: file.fileName, type: file.mediaType });
}
