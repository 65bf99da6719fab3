import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound } from '#app/platform/http/respond.ts';
import { calendarByLink } from '../use-cases/open-answer-link.server.ts';

/** The meeting of a personal link, as a calendar file. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx, publicUrl } = requestOf(args);
  const lang = isLocale(args.params.lang) ? args.params.lang : 'fr';
  const entry = await calendarByLink(ctx, { token: args.params.token ?? '', lang, host: new URL(publicUrl).hostname });
  if (!entry.ok) notFound();
  return downloadResponse(entry.value, { name: 'meeting.ics', type: 'text/calendar; charset=utf-8' });
}
