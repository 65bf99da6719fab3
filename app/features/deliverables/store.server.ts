import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { deliverableMarks, reminderLetters, reminderRules, reminderSettings, remindersSent } from './schema.server.ts';

export type NewMark = Omit<typeof deliverableMarks.$inferInsert, 'id' | 'revision' | 'createdAt' | 'updatedAt'>;
export type NewLetter = typeof reminderLetters.$inferInsert & { id: string };
type Sent = typeof remindersSent.$inferInsert;

/** Records how an organisation stands with something, over the row of `id` where there is one; whether nobody else was faster. */
export async function writeMark(db: Db, mark: NewMark, id: string | null): Promise<boolean> {
  const facts = { ...mark, revision: sql`${deliverableMarks.revision} + 1`, updatedAt: sql`now()` };
  const rows =
    id === null
      ? await db.insert(deliverableMarks).values(mark).onConflictDoNothing().returning({ id: deliverableMarks.id })
      : await db.update(deliverableMarks).set(facts).where(eq(deliverableMarks.id, id)).returning({ id: deliverableMarks.id });
  return rows.length > 0;
}

/** Takes back what was recorded. */
export async function deleteMark(db: Db, id: string): Promise<void> {
  await db.delete(deliverableMarks).where(eq(deliverableMarks.id, id));
}

/** Records how a side reminds, over the revision it was read at; whether that one still stood. */
export async function writeSettings(
  db: Db,
  settings: Omit<typeof reminderSettings.$inferInsert, 'revision' | 'updatedAt'>,
  revision: number,
): Promise<boolean> {
  const { editionId, side, ...facts } = settings;
  const rows =
    revision === 0
      ? await db.insert(reminderSettings).values(settings).onConflictDoNothing().returning({ side: reminderSettings.side })
      : await db
          .update(reminderSettings)
          .set({ ...facts, revision: revision + 1, updatedAt: sql`now()` })
          .where(and(eq(reminderSettings.editionId, editionId), eq(reminderSettings.side, side), eq(reminderSettings.revision, revision)))
          .returning({ side: reminderSettings.side });
  return rows.length > 0;
}

/** Records by which rules a deadline is reminded of. */
export async function writeRules(
  db: Db,
  rules: { editionId: string; item: string; days: number[]; updatedBy: string | null },
): Promise<void> {
  const { days, updatedBy } = rules;
  await db
    .insert(reminderRules)
    .values(rules)
    .onConflictDoUpdate({
      target: [reminderRules.editionId, reminderRules.item],
      set: { days, updatedBy, revision: sql`${reminderRules.revision} + 1`, updatedAt: sql`now()` },
    });
}

/** Puts a deadline back to the usual rules. */
export async function deleteRules(db: Db, editionId: string, item: string): Promise<void> {
  await db.delete(reminderRules).where(and(eq(reminderRules.editionId, editionId), eq(reminderRules.item, item)));
}

/** Writes letters and what they remind of. A person who has a letter of the day, or was reminded of the same, is a bug and throws. */
export async function insertLetters(db: Db, letters: readonly NewLetter[], sent: readonly Sent[]): Promise<void> {
  if (letters.length > 0) await db.insert(reminderLetters).values([...letters]);
  if (sent.length > 0) await db.insert(remindersSent).values([...sent]);
}

/** Records what became of a letter. */
export async function updateLetter(db: Db, id: string, facts: Partial<typeof reminderLetters.$inferInsert>): Promise<void> {
  await db.update(reminderLetters).set(facts).where(eq(reminderLetters.id, id));
}
