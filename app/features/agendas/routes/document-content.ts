import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { FILE_LANGUAGES } from '../domain/document.ts';
import { readContent } from '../use-cases/read-meeting-file.server.ts';

/** What a browser shows by itself and cannot run; anything else is saved. Files were typed by their content when they came. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** One document: saved, or with `?show=1` shown where a browser can; in the page's language, `?lang=`, or the file of `?only=`. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const { meetingId = '', document = '' } = args.params;
  const query = new URL(args.request.url).searchParams;
  const asked = query.get('lang');
  const lang = isLocale(asked) ? asked : ctx.locale;
  const only = FILE_LANGUAGES.find((known) => known === query.get('only'));
  const { bytes, ...file } = valueOrThrow(await readContent(ctx, meetingId, { id: document, lang, only }), args.request);
  const response = downloadResponse(bytes, file);
  if (query.has('show') && SHOWN.has(file.type)) {
    const saved = response.headers.get('content-disposition') ?? '';
    response.headers.set('content-disposition', saved.replace(/^attachment/, 'inline'));
  }
  return response;
}
