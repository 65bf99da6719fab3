import { and, asc, count, eq, inArray, isNull, or } from 'drizzle-orm';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions, series } from '#app/features/editions/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { calendarFeeds } from './schema.server.ts';

export type FeedRow = typeof calendarFeeds.$inferSelect;

/** The feed that a secret opens, by its hash; `null` for one that was never made, or was closed. */
export async function findFeedByHash(db: Db, tokenHash: string): Promise<FeedRow | null> {
  const [row] = await db
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(calendarFeeds.revokedAt)));
  return row ?? null;
}

/** An open feed; with `lock`, held until the transaction ends. `null` when there is none. */
export async function findFeed(db: Db, id: string, lock = false): Promise<FeedRow | null> {
  if (!isId(id)) return null;
  const query = db
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.id, id), isNull(calendarFeeds.revokedAt)));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The open feeds of a person, and those of some organisations whoever holds them, with what they are of; oldest first. */
export function listFeeds(db: Db, personId: string, organisationIds: readonly string[]) {
  const { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName } = persons;
  const ofOrganisations = organisationIds.length > 0 ? inArray(calendarFeeds.organisationId, [...organisationIds]) : undefined;
  return db
    .select({
      feed: calendarFeeds,
      holder: { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName },
      organisation: { names: organisations.names },
      edition: { slug: editions.slug, ordinal: editions.ordinal, title: editions.title, pattern: series.editionName },
    })
    .from(calendarFeeds)
    .innerJoin(persons, eq(persons.id, calendarFeeds.personId))
    .leftJoin(organisations, eq(organisations.id, calendarFeeds.organisationId))
    .leftJoin(editions, eq(editions.id, calendarFeeds.editionId))
    .leftJoin(series, eq(series.id, editions.seriesId))
    .where(and(isNull(calendarFeeds.revokedAt), or(eq(calendarFeeds.personId, personId), ofOrganisations)))
    .orderBy(asc(calendarFeeds.createdAt), asc(calendarFeeds.id));
}

/** How many open feeds a person holds. */
export async function countFeeds(db: Db, personId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)));
  return row?.count ?? 0;
}

/** Organisations by identifier, as lists name them. */
export function organisationsNamed(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .select({ id: organisations.id, names: organisations.names })
    .from(organisations)
    .where(inArray(organisations.id, [...ids]))
    .orderBy(asc(organisations.orderKey));
}
