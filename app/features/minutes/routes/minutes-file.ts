import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { MINUTES_FORMATS, type MinutesFormat, renderMinutes } from '../documents/minutes-file.server.ts';
import { readContent } from '../use-cases/read-content.server.ts';

/** The minutes of a meeting in a language as a file, as far as the reader may see them. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const { meetingId = '', textLang, format = '' } = args.params;
  if (!isLocale(textLang) || !Object.hasOwn(MINUTES_FORMATS, format)) notFound();
  const read = await readContent(ctx, { meetingId, lang: textLang });
  if (!read.ok && read.refusal.code === 'minutes.no-text') notFound();
  const { bytes, ...file } = await renderMinutes(valueOrThrow(read, args.request), format as MinutesFormat);
  return downloadResponse(bytes, file);
}
