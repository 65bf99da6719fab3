import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { EXPORT_FORMATS } from '#app/platform/cli/exporter.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { renderDoc10 } from '../documents/doc-10.server.ts';
import { readTimeline } from '../use-cases/read-timeline.server.ts';

/** Doc 10 as far as the reader may see the timeline, in the page's language or `?lang=`. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const format = EXPORT_FORMATS.find((known) => known === args.params.format);
  if (!format) notFound();
  const asked = new URL(args.request.url).searchParams.get('lang');
  const lang = isLocale(asked) ? asked : ctx.locale;
  const timeline = valueOrThrow(await readTimeline(ctx, args.params.edition ?? ''), args.request);
  const { bytes, ...file } = await renderDoc10(timeline, { format, lang });
  return downloadResponse(bytes, file);
}
