import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { DOC_5_FORMATS, type Doc5Format, renderDoc5 } from '../../documents/doc-5.server.ts';
import { readIntentionFilter } from '../../domain/list/intention-filter.ts';
import { readCrossedList } from '../../use-cases/list/read-crossed-list.server.ts';

/** The list of the same address without its last parts, all its pages, as a file in the page's language or `?lang=`. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const format = args.params.format ?? '';
  if (!Object.hasOwn(DOC_5_FORMATS, format) || !isLocale(args.params.lang)) notFound();
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get('lang');
  const lang = isLocale(asked) ? asked : args.params.lang;
  const wanted = { filter: readIntentionFilter(searchParams), lang, homeFirst: true };
  const list = valueOrThrow(await readCrossedList(ctx, args.params.edition ?? '', wanted), args.request);
  const file = await renderDoc5(list, { format: format as Doc5Format, lang });
  return downloadResponse(file.bytes, {
    name: file.fileName,
    type: DOC_5_FORMATS[format as Doc5Format],
    plain: `doc-5_${list.view.edition.slug}_${list.today}.${format}`,
  });
}
