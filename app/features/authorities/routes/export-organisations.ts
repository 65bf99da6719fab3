import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { dayIn } from '#app/platform/clock.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { LIST_FORMATS, type ListFormat, renderOrganisations } from '../documents/organisations-file.server.ts';
import { readFilter } from '../domain/registry-filter.ts';
import { listOrganisations } from '../use-cases/list-organisations.server.ts';

/** The list of the same address without its last parts, all its pages, as a file. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const format = args.params.format ?? '';
  if (!Object.hasOwn(LIST_FORMATS, format) || !isLocale(args.params.lang)) notFound();
  const filter = readFilter(new URL(args.request.url).searchParams);
  const list = valueOrThrow(await listOrganisations(ctx, filter, { whole: true }), args.request);
  const day = dayIn('Europe/Paris', ctx.clock.now());
  const file = await renderOrganisations(list.rows, filter, { format: format as ListFormat, locale: args.params.lang, day });
  return downloadResponse(file.bytes, {
    name: file.fileName,
    type: LIST_FORMATS[format as ListFormat],
    plain: `organisations_${day}.${format}`,
  });
}
