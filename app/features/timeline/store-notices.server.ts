import { and, eq } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { timelineNoticeLetters, timelineNotices } from './schema.server.ts';

export type NewLetter = Omit<typeof timelineNoticeLetters.$inferInsert, 'id' | 'noticeId'>;
export type NewNotice = Omit<typeof timelineNotices.$inferInsert, 'id'>;

/** Records a notice with its letters; returns its identifier. */
export async function insertNotice(db: Db, notice: NewNotice, letters: readonly NewLetter[]): Promise<string> {
  const [row] = await db.insert(timelineNotices).values(notice).returning({ id: timelineNotices.id });
  if (!row) throw new Error('a notice was not written');
  if (letters.length > 0) await db.insert(timelineNoticeLetters).values(letters.map((letter) => ({ ...letter, noticeId: row.id })));
  return row.id;
}

/** Says that a letter which waited for its officer was sent by one; whether it had waited. */
export async function markByOfficer(db: Db, id: string, officerId: string | null, at: Date): Promise<boolean> {
  const rows = await db
    .update(timelineNoticeLetters)
    .set({ state: 'by-officer', officerId, officerSentAt: at })
    .where(and(eq(timelineNoticeLetters.id, id), eq(timelineNoticeLetters.state, 'for-officer')))
    .returning({ id: timelineNoticeLetters.id });
  return rows.length > 0;
}
