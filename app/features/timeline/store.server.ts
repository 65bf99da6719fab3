import { and, eq, sql } from 'drizzle-orm';
import type { PartialDate } from '#app/lib/partial-date.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { EntryFacts } from './domain/entry.ts';
import { timelineEntries } from './schema.server.ts';

type NewEntry = EntryFacts & { editionId: string; derivedFrom?: string; shiftedFrom?: PartialDate | null };

/** Writes entries; one that was derived already is left out. Returns the identifiers of those written. */
export async function insertEntries(db: Db, entries: readonly NewEntry[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .insert(timelineEntries)
    .values([...entries])
    .onConflictDoNothing()
    .returning({ id: timelineEntries.id });
  return rows.map(({ id }) => id);
}

/** Writes the facts of an entry and raises its revision; the caller holds its row. A date that somebody has set is shifted no longer. */
export async function updateEntry(db: Db, id: string, facts: EntryFacts & { shiftedFrom: PartialDate | null }, at: Date): Promise<void> {
  const revision = sql`${timelineEntries.revision} + 1`;
  await db
    .update(timelineEntries)
    .set({ ...facts, revision, updatedAt: at })
    .where(eq(timelineEntries.id, id));
}

/** Removes an entry of an edition. */
export async function deleteEntry(db: Db, editionId: string, id: string): Promise<void> {
  await db.delete(timelineEntries).where(and(eq(timelineEntries.id, id), eq(timelineEntries.editionId, editionId)));
}
