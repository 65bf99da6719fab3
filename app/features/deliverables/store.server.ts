import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { deliverableMarks, reminderLetters, reminderRules, reminderSettings, remindersSent } from './schema.server.ts';

export type NewMark = Omit<typeof deliverableMarks.$inferInsert, 'id' | 'revision' | 'createdAt' | 'updatedAt'>;
export type NewLetter = typeof reminderLetters.$inferInsert & { id: string };
type Sent = typeof remindersSent.$inferInsert;

/** Records how an organisation stands with something; in the place of what was recorded before. */
export async function writeMark(db: Db, mark: NewMark): Promise<void> {
  const { editionId, deliverable, organisationId, ...facts } = mark;
  await db
    .insert(deliverableMarks)
    .values(mark)
    .onConflictDoUpdate({
      target: [deliverableMarks.editionId, deliverableMarks.deliverable, deliverableMarks.organisationId],
      set: { ...facts, revision: sql`${deliverableMarks.revision} + 1`, updatedAt: sql`now()` },
    });
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
