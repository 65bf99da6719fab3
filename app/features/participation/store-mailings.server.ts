import { and, eq } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { exchanges, mailingLetters, mailings } from './schema.server.ts';

export type NewLetter = Omit<typeof mailingLetters.$inferInsert, 'id' | 'mailingId'>;
type Facts = Partial<typeof mailings.$inferInsert>;

/** Records a draft; returns its identifier, `null` when that one is taken. */
export async function insertMailing(db: Db, mailing: typeof mailings.$inferInsert): Promise<string | null> {
  const [row] = await db.insert(mailings).values(mailing).onConflictDoNothing().returning({ id: mailings.id });
  return row?.id ?? null;
}

/** Changes what is recorded of a mailing. */
export async function updateMailing(db: Db, id: string, facts: Facts): Promise<void> {
  await db.update(mailings).set(facts).where(eq(mailings.id, id));
}

/** Puts newly drafted letters in the place of those there were. */
export async function replaceLetters(db: Db, mailingId: string, letters: readonly NewLetter[]): Promise<void> {
  await db.delete(mailingLetters).where(eq(mailingLetters.mailingId, mailingId));
  if (letters.length > 0) await db.insert(mailingLetters).values(letters.map((letter) => ({ ...letter, mailingId })));
}

/** Records what became of a letter. */
export async function updateLetter(db: Db, id: string, facts: Partial<typeof mailingLetters.$inferInsert>): Promise<void> {
  await db.update(mailingLetters).set(facts).where(eq(mailingLetters.id, id));
}

/** Adds a letter to the log of exchanges with its authority. */
export async function logLetter(db: Db, exchange: typeof exchanges.$inferInsert): Promise<void> {
  await db.insert(exchanges).values(exchange);
}

/** Says that a letter which waited for its officer was sent by one; whether it had waited. */
export async function markByOfficer(db: Db, id: string, officerId: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(mailingLetters)
    .set({ state: 'by-officer', officerId, officerSentAt: at })
    .where(and(eq(mailingLetters.id, id), eq(mailingLetters.state, 'for-officer')))
    .returning({ id: mailingLetters.id });
  return rows.length > 0;
}
