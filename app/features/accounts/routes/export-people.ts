import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { dayIn } from '#app/platform/clock.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { PEOPLE_FORMATS, type PeopleFormat, renderPeople } from '../documents/people-file.server.ts';
import { readPeopleFilter } from '../domain/people-filter.ts';
import { listPeople } from '../use-cases/list-people.server.ts';

/** The list of people of the same address without its last parts, all its pages, as a file. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const format = args.params.format ?? '';
  if (!Object.hasOwn(PEOPLE_FORMATS, format) || !isLocale(args.params.lang)) notFound();
  const filter = readPeopleFilter(new URL(args.request.url).searchParams);
  const { people } = valueOrThrow(await listPeople(ctx, { ...filter, whole: true }), args.request);
  const day = dayIn('Europe/Paris', ctx.clock.now());
  const file = await renderPeople(people, { format: format as PeopleFormat, locale: args.params.lang, day });
  return downloadResponse(file.bytes, {
    name: file.fileName,
    type: PEOPLE_FORMATS[format as PeopleFormat],
    plain: `people_${day}.${format}`,
  });
}
