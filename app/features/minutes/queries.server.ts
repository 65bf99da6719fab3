import { and, asc, eq } from 'drizzle-orm';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { minutesDeadlines, minutesFiles } from './schema.server.ts';

export type MinutesFileRow = typeof minutesFiles.$inferSelect;

/** The minutes written elsewhere that are kept with a meeting, in the order in which they came. */
export function filesOf(db: Db, meetingId: string): Promise<MinutesFileRow[]> {
  return db.select().from(minutesFiles).where(eq(minutesFiles.meetingId, meetingId)).orderBy(asc(minutesFiles.createdAt));
}

/** A file of a meeting; null when the meeting has none such. */
export async function findFile(db: Db, meetingId: string, id: string): Promise<MinutesFileRow | null> {
  if (!isId(id)) return null;
  const [row] = await db
    .select()
    .from(minutesFiles)
    .where(and(eq(minutesFiles.id, id), eq(minutesFiles.meetingId, meetingId)));
  return row ?? null;
}

/** Which actions of a meeting became dates, and of which text. */
export function deadlinesOf(db: Db, meetingId: string) {
  const { actionId, entryId, textId } = minutesDeadlines;
  return db.select({ actionId, entryId, textId }).from(minutesDeadlines).where(eq(minutesDeadlines.meetingId, meetingId));
}
