import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { timelineNoticeLetters, timelineNotices } from './schema.server.ts';

export type NoticeRow = typeof timelineNotices.$inferSelect;

/** The notices of an edition, newest first, with the number of letters in each state to some sides. */
export async function listNotices(db: Db, editionId: string, sides: readonly string[]) {
  const rows = await db
    .select()
    .from(timelineNotices)
    .where(eq(timelineNotices.editionId, editionId))
    .orderBy(desc(timelineNotices.sentAt), desc(timelineNotices.id));
  if (rows.length === 0 || sides.length === 0) return rows.map((notice) => ({ notice, counts: new Map<string, number>() }));
  const { noticeId, state, side } = timelineNoticeLetters;
  const ids = rows.map(({ id }) => id);
  const counted = await db
    .select({ noticeId, state, count: sql<number>`count(*)::int` })
    .from(timelineNoticeLetters)
    .where(and(inArray(noticeId, ids), inArray(side, [...sides])))
    .groupBy(noticeId, state);
  return rows.map((notice) => ({
    notice,
    counts: new Map<string, number>(counted.filter((line) => line.noticeId === notice.id).map((line) => [line.state, line.count])),
  }));
}

/** A notice of an edition; `null` when it has none such. */
export async function findNotice(db: Db, editionId: string, id: string): Promise<NoticeRow | null> {
  if (!isId(id)) return null;
  const [row] = await db
    .select()
    .from(timelineNotices)
    .where(and(eq(timelineNotices.id, id), eq(timelineNotices.editionId, editionId)));
  return row ?? null;
}

/** The letters of a notice to some sides, with whom they are for: what waits for an officer first. */
export function lettersOfNotice(db: Db, noticeId: string, sides: readonly string[]) {
  const { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName } = persons;
  return db
    .select({
      letter: timelineNoticeLetters,
      name: { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName },
      organisation: { names: organisations.names },
    })
    .from(timelineNoticeLetters)
    .innerJoin(persons, eq(persons.id, timelineNoticeLetters.personId))
    .leftJoin(organisations, eq(organisations.id, timelineNoticeLetters.organisationId))
    .where(and(eq(timelineNoticeLetters.noticeId, noticeId), inArray(timelineNoticeLetters.side, [...sides])))
    .orderBy(sql`${timelineNoticeLetters.state} <> 'for-officer'`, asc(organisations.orderKey), asc(familyName), asc(givenName));
}
