import type { LoaderFunctionArgs } from 'react-router';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { readSingleDate } from '../use-cases/read-single-date.server.ts';

/** One date as a file that a calendar program opens; its key stands in the address with dashes for spaces. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx, publicUrl } = requestOf(args);
  const key = (args.params.key ?? '').replace(/\.ics$/, '').replace('-', ' ');
  const { content, title } = valueOrThrow(await readSingleDate(ctx, args.params.edition ?? '', key, publicUrl), args.request);
  return downloadResponse(content, { name: `${title.slice(0, 80)}.ics`, plain: 'date.ics', type: 'text/calendar; charset=utf-8' });
}
