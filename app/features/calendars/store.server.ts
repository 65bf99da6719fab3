import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { persons } from '#app/features/accounts/schema.server.ts';
import type { Db } from '#app/platform/db/client.ts';
import { calendarFeeds } from './schema.server.ts';

/** Holds a person against making feeds elsewhere at once, until the transaction ends. */
export async function lockHolder(db: Db, personId: string): Promise<void> {
  await db.select({ id: persons.id }).from(persons).where(eq(persons.id, personId)).for('no key update');
}

/** Records a feed; returns its identifier. */
export async function insertFeed(db: Db, feed: typeof calendarFeeds.$inferInsert): Promise<string> {
  const [row] = await db.insert(calendarFeeds).values(feed).returning({ id: calendarFeeds.id });
  if (!row) throw new Error('a feed was not written');
  return row.id;
}

/** Gives a feed another secret: the one before opens nothing any more. */
export async function renewSecret(db: Db, id: string, tokenHash: string, at: Date): Promise<void> {
  await db.update(calendarFeeds).set({ tokenHash, renewedAt: at, lastUsedAt: null }).where(eq(calendarFeeds.id, id));
}

/** Closes a feed for good. */
export async function closeFeed(db: Db, id: string, at: Date): Promise<void> {
  await db.update(calendarFeeds).set({ revokedAt: at }).where(eq(calendarFeeds.id, id));
}

/** Closes all feeds of a person. */
export async function closeFeedsOf(db: Db, personId: string): Promise<void> {
  const open = and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt));
  await db.update(calendarFeeds).set({ revokedAt: sql`now()` }).where(open);
}

/** Notes that a feed was read, at most once an hour: programs ask often. */
export async function noteUse(db: Db, id: string, at: Date): Promise<void> {
  const anHourAgo = new Date(at.getTime() - 3_600_000);
  await db
    .update(calendarFeeds)
    .set({ lastUsedAt: at })
    .where(and(eq(calendarFeeds.id, id), or(isNull(calendarFeeds.lastUsedAt), lt(calendarFeeds.lastUsedAt, anHourAgo))));
}
