import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import type { AttendanceRecord } from './queries.server.ts';
import { attendances } from './schema.server.ts';

/** Notes persons who are not on a list yet; returns those noted: somebody who is there already is left alone. */
export function insertNotes(db: Db, values: (typeof attendances.$inferInsert)[]): Promise<AttendanceRecord[]> {
  return db.insert(attendances).values(values).onConflictDoNothing().returning();
}

/** Changes a note and counts the change. */
export async function noteAgain(db: Db, { id }: { id: string }, note: Pick<AttendanceRecord, 'status' | 'representedById'>): Promise<void> {
  await db
    .update(attendances)
    .set({ ...note, revision: sql`${attendances.revision} + 1` })
    .where(eq(attendances.id, id));
}

/** Takes a note made by hand off its list, and off those whom it stood in for. */
export async function removeNote(db: Db, id: string): Promise<void> {
  const [gone] = await db.delete(attendances).where(eq(attendances.id, id)).returning();
  if (!gone) return;
  await db
    .update(attendances)
    .set({ representedById: null, revision: sql`${attendances.revision} + 1` })
    .where(and(eq(attendances.meetingId, gone.meetingId), eq(attendances.representedById, gone.personId)));
}
