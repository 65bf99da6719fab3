import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { readMeetingFile } from '../use-cases/read-meeting-file.server.ts';

/** The file of participants as one PDF or a ZIP, in the page's language or `?lang=`. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const format = (['pdf', 'zip'] as const).find((known) => known === args.params.format);
  if (!format) notFound();
  const asked = new URL(args.request.url).searchParams.get('lang');
  const lang = isLocale(asked) ? asked : ctx.locale;
  const { bytes, ...file } = valueOrThrow(await readMeetingFile(ctx, args.params.meetingId ?? '', { format, lang }), args.request);
  return downloadResponse(bytes, file);
}
