import { and, eq } from 'drizzle-orm';
import { meetings } from '#app/features/committees/schema.server.ts';
import type { Db } from '#app/platform/db/client.ts';
import { minutesDeadlines, minutesFiles } from './schema.server.ts';

/** Holds a meeting against others whose approval would make the same dates, until the transaction ends. */
export async function lockMeeting(db: Db, meetingId: string): Promise<void> {
  await db.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, meetingId)).for('no key update');
}

/** Records that an action became a date. */
export async function insertDeadline(db: Db, row: typeof minutesDeadlines.$inferInsert): Promise<void> {
  await db.insert(minutesDeadlines).values(row);
}

/** Keeps a file with its meeting; null when the same bytes are kept there already. */
export async function insertFile(db: Db, row: typeof minutesFiles.$inferInsert): Promise<string | null> {
  const [written] = await db.insert(minutesFiles).values(row).onConflictDoNothing().returning({ id: minutesFiles.id });
  return written?.id ?? null;
}

/** Takes a file from its meeting; its bytes go when nothing else holds them. */
export async function deleteFile(db: Db, meetingId: string, id: string): Promise<void> {
  await db.delete(minutesFiles).where(and(eq(minutesFiles.id, id), eq(minutesFiles.meetingId, meetingId)));
}
