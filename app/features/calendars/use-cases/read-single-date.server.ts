import { readCalendarDates } from '#app/features/timeline/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { writeCalendar } from '#app/platform/calendar/calendar.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { eventOf } from '../event.ts';

/** One date of an edition as an iCalendar file to take home; `key` is its own among the edition's. Refuses what the actor may not see. */
export async function readSingleDate(
  ctx: Ctx,
  slug: string,
  key: string,
  publicUrl: string,
): Promise<Result<{ content: string; title: string }>> {
  const read = await readCalendarDates(ctx, slug);
  if (!read.ok) return read;
  const date = read.value.dates.find((one) => one.key === key);
  const url = `${publicUrl}/${ctx.locale}/desk/editions/${slug}/timeline`;
  const event = date && eventOf(date, { edition: read.value.edition.text, host: new URL(publicUrl).hostname, url });
  return event && date ? ok({ content: writeCalendar({ method: 'PUBLISH', events: [event] }), title: date.title }) : refuse('not-found');
}
