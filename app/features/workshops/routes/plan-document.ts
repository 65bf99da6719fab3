import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { EXPORT_FORMATS } from '#app/platform/cli/exporter.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { renderPlanDocument } from '../documents/plan-document.server.ts';
import { PLAN_DOCUMENTS } from '../documents/plan-frame.ts';
import { circulated, readDistribution } from '../use-cases/read-distribution.server.ts';

/**
 * Doc 7 or Doc 8 in the page's language or `?lang=`; as it may be circulated, or with `?for=organisers` and the right to it with
 * those who have no place.
 */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const document = PLAN_DOCUMENTS.find((known) => known === args.params.document);
  const format = EXPORT_FORMATS.find((known) => known === args.params.format);
  if (!document || !format) notFound();
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get('lang');
  const lang = isLocale(asked) ? asked : ctx.locale;
  const whole = valueOrThrow(await readDistribution(ctx, args.params.edition ?? '', lang), args.request);
  const distribution = searchParams.get('for') === 'organisers' ? whole : circulated(whole);
  const { bytes, ...file } = await renderPlanDocument(document, distribution, { format, lang });
  return downloadResponse(bytes, file);
}
