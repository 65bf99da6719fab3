import { and, eq } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { personFunctions, personMailboxes, persons } from './schema.server.ts';

const about = (personId: string) => and(eq(auditEvents.subjectType, 'person'), eq(auditEvents.subjectId, personId));

/** What was ever done to a person, as the actions of the audit trail. */
export async function trailOf(db: Db, personId: string): Promise<string[]> {
  return (await db.select({ action: auditEvents.action }).from(auditEvents).where(about(personId))).map((row) => row.action);
}

/** Deletes a person with functions and mailboxes, or nothing when another row refers to the person. Returns whether it did. */
export async function deletePersonRows(db: Db, personId: string): Promise<boolean> {
  try {
    await db.transaction(async (savepoint) => {
      await savepoint.delete(personMailboxes).where(eq(personMailboxes.personId, personId));
      await savepoint.delete(personFunctions).where(eq(personFunctions.personId, personId));
      await savepoint.delete(persons).where(eq(persons.id, personId));
      // Nobody could ask for these values to be erased any more.
      await savepoint.update(auditEvents).set({ personal: null }).where(about(personId));
    });
    return true;
  } catch (error) {
    // 23503: foreign_key_violation.
    if (error instanceof Error && (error.cause as { code?: string } | undefined)?.code === '23503') return false;
    throw error;
  }
}
