import { and, desc, eq, inArray } from 'drizzle-orm';
import { persons } from '#app/features/accounts/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { deliverableMarks, reminderLetters, reminderRules, reminderSettings, remindersSent } from './schema.server.ts';

export type MarkRow = typeof deliverableMarks.$inferSelect;
export type SettingsRow = typeof reminderSettings.$inferSelect;
export type LetterRow = typeof reminderLetters.$inferSelect;

/** Everything recorded of what is owed to an edition. */
export function marksOf(db: Db, editionId: string): Promise<MarkRow[]> {
  return db.select().from(deliverableMarks).where(eq(deliverableMarks.editionId, editionId));
}

/** What is recorded of some organisations, held until the transaction ends. */
export function lockMarks(db: Db, editionId: string, organisationIds: readonly string[]): Promise<MarkRow[]> {
  return db
    .select()
    .from(deliverableMarks)
    .where(and(eq(deliverableMarks.editionId, editionId), inArray(deliverableMarks.organisationId, [...organisationIds])))
    .orderBy(deliverableMarks.id)
    .for('update');
}

/** How the sides of an edition remind. */
export function settingsOf(db: Db, editionId: string): Promise<SettingsRow[]> {
  return db.select().from(reminderSettings).where(eq(reminderSettings.editionId, editionId));
}

/** The editions of which a side reminds by itself. */
export async function editionsThatRemind(db: Db): Promise<string[]> {
  const rows = await db.selectDistinct({ id: reminderSettings.editionId }).from(reminderSettings).where(eq(reminderSettings.enabled, true));
  return rows.map(({ id }) => id);
}

/** The rules of an edition's deadlines that somebody set. */
export function rulesOf(db: Db, editionId: string) {
  return db.select().from(reminderRules).where(eq(reminderRules.editionId, editionId));
}

/** What was reminded of in an edition: of everybody, or of some persons. */
export function sentOf(db: Db, editionId: string, personIds?: readonly string[]) {
  const { personId, organisationId, item, due, days } = remindersSent;
  return db
    .select({ personId, organisationId, item, due, days })
    .from(remindersSent)
    .where(and(eq(remindersSent.editionId, editionId), personIds ? inArray(personId, [...personIds]) : undefined));
}

/** The persons of an edition who have a letter of a day: of everybody, or of some. */
export async function writtenOn(db: Db, editionId: string, day: string, personIds?: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ personId: reminderLetters.personId })
    .from(reminderLetters)
    .where(
      and(
        eq(reminderLetters.editionId, editionId),
        eq(reminderLetters.day, day),
        personIds ? inArray(reminderLetters.personId, [...personIds]) : undefined,
      ),
    );
  return new Set(rows.map(({ personId }) => personId));
}

/** The latest letters of some sides of an edition, newest first, each with its person and what became of its mail. */
export function lettersOf(db: Db, editionId: string, sides: readonly string[], limit: number) {
  const { state, bouncedAt, bounceReason } = outboxMails;
  return db
    .select({ letter: reminderLetters, person: persons, mail: { state, bouncedAt, bounceReason } })
    .from(reminderLetters)
    .innerJoin(persons, eq(persons.id, reminderLetters.personId))
    .leftJoin(outboxMails, eq(outboxMails.id, reminderLetters.outboxId))
    .where(and(eq(reminderLetters.editionId, editionId), inArray(reminderLetters.side, [...sides])))
    .orderBy(desc(reminderLetters.day), desc(reminderLetters.id))
    .limit(limit);
}

/** A letter, held until the transaction ends; `null` when there is none. */
export async function lockLetter(db: Db, id: string): Promise<LetterRow | null> {
  if (!isId(id)) return null;
  const [row] = await db.select().from(reminderLetters).where(eq(reminderLetters.id, id)).for('update');
  return row ?? null;
}

/** What a letter reminded of. */
export function sentWith(db: Db, letterId: string) {
  return db.select().from(remindersSent).where(eq(remindersSent.letterId, letterId));
}
