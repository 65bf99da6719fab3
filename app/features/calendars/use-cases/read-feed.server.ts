import { createHash } from 'node:crypto';
import type { Actor } from '#app/access/actor.ts';
import { actorOfPerson } from '#app/features/accounts/public.server.ts';
import { type EditionOnLine, readAllSeries } from '#app/features/editions/public.server.ts';
import { readCalendarDates } from '#app/features/timeline/public.server.ts';
import { bounds } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type CalendarEvent, writeCalendar } from '#app/platform/calendar/calendar.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { eventOf } from '../event.ts';
import { hashFeedSecret } from '../feed-secret.server.ts';
import { type FeedRow, findFeedByHash } from '../queries.server.ts';
import { noteUse } from '../store.server.ts';
import { calendarsTexts } from '../texts.ts';

/** How long after an edition its dates stay in calendars that hold them. */
const DAYS_AFTER = 400;
/** How often programs should ask again. */
const REFRESH_HOURS = 6;

/** A feed as a program fetches it, with a mark that changes with its content. */
export type Feed = { content: string; etag: string };

/**
 * The calendar behind a private address: what its holder may see now, narrowed to what the address was made for. `not-found` alike for a
 * secret that never was, was closed or replaced, and for a holder who has nothing left to see there.
 */
export async function readFeed(ctx: Ctx, secret: string, publicUrl: string): Promise<Result<Feed>> {
  const feed = await findFeedByHash(ctx.db, hashFeedSecret(secret));
  if (!feed) return refuse('not-found');
  const actor = narrowed(await actorOfPerson(ctx.db, feed.personId), feed);
  if (!actor) return refuse('not-found');
  const events = await eventsOf({ ...ctx, actor, locale: feed.lang }, feed, publicUrl);
  if (!events) return refuse('not-found');
  await noteUse(ctx.db, feed.id, ctx.clock.now());
  const name = calendarsTexts(feed.lang)('calendars.feed.name');
  const content = writeCalendar({ method: 'PUBLISH', name, refreshHours: REFRESH_HOURS, events });
  return ok({ content, etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 32)}"` });
}

/** The holder with no more roles than the feed is for; null for nobody, or for an organisation that they do not answer for any more. */
function narrowed(actor: Actor, { kind, organisationId }: FeedRow): Actor | null {
  if (actor.kind !== 'person') return null;
  if (kind !== 'organisation') return actor;
  const grants = actor.grants.filter((grant) => grant.organisationId !== undefined && grant.organisationId === organisationId);
  return grants.length > 0 ? { ...actor, grants } : null;
}

/** The entries of all editions that the feed is of and the actor may look into; null when there is none such. */
async function eventsOf(ctx: Ctx, feed: FeedRow, publicUrl: string): Promise<CalendarEvent[] | null> {
  const all = (await readAllSeries(ctx.db)).flatMap(({ editions }) => editions);
  const wanted = feed.kind === 'edition' ? all.filter(({ id }) => id === feed.editionId) : all.filter((edition) => isRecent(edition, ctx));
  const host = new URL(publicUrl).hostname;
  const events: CalendarEvent[] = [];
  let readable = 0;
  for (const { slug } of wanted) {
    const read = await readCalendarDates(ctx, slug);
    if (!read.ok) continue;
    readable += 1;
    const { dates, withdrawn, edition } = read.value;
    const frame = { edition: edition.text, host, url: `${publicUrl}/${feed.lang}/desk/editions/${slug}/timeline` };
    events.push(...[...dates, ...withdrawn].flatMap((date) => eventOf(date, frame) ?? []));
  }
  return readable > 0 ? events : null;
}

function isRecent({ dates }: EditionOnLine, { clock }: Ctx): boolean {
  const range = bounds(dates);
  return range === null || Date.parse(range.last) > clock.now().getTime() - DAYS_AFTER * 86_400_000;
}
