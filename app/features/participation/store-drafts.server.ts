import { and, eq } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { formDrafts } from './schema.server.ts';

/** Keeps a person's unsent form; the one before it goes. */
export async function writeDraft(db: Db, draft: typeof formDrafts.$inferInsert): Promise<void> {
  const { baseRevision, fields, updatedAt } = draft;
  await db
    .insert(formDrafts)
    .values(draft)
    .onConflictDoUpdate({ target: [formDrafts.participationId, formDrafts.personId], set: { baseRevision, fields, updatedAt } });
}

/** Forgets a person's unsent form. */
export async function deleteDraft(db: Db, participationId: string, personId: string): Promise<void> {
  await db.delete(formDrafts).where(and(eq(formDrafts.participationId, participationId), eq(formDrafts.personId, personId)));
}
