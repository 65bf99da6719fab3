import { eq, sql } from 'drizzle-orm';
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

/** The date that an entry had before it got another one. */
export type Moved = { formerDate: PartialDate | null };

/**
 * Writes the facts of an entry and raises its revision; the caller holds its row. A date that somebody has set is shifted no longer.
 * With `moved`, its date as worked out has changed: SEQUENCE is raised and the former date kept.
 */
export async function updateEntry(
  db: Db,
  id: string,
  facts: EntryFacts & { shiftedFrom: PartialDate | null },
  { at, moved }: { at: Date; moved: Moved | null },
): Promise<void> {
  const revision = sql`${timelineEntries.revision} + 1`;
  await db
    .update(timelineEntries)
    .set({ ...facts, ...(moved ? raised(moved) : {}), revision, updatedAt: at })
    .where(eq(timelineEntries.id, id));
}

const raised = ({ formerDate }: Moved) => ({ formerDate, sequence: sql`${timelineEntries.sequence} + 1` });

/** Records that an entry's date as worked out has changed, its facts as they were; the caller holds its row. */
export async function raiseSequence(db: Db, id: string, moved: Moved, at: Date): Promise<void> {
  await db
    .update(timelineEntries)
    .set({ ...raised(moved), updatedAt: at })
    .where(eq(timelineEntries.id, id));
}

/** Takes an entry out of its timeline, with the date that it had; the caller holds its row. It may be derived again. */
export async function markRemoved(db: Db, id: string, moved: Moved, at: Date): Promise<void> {
  await db
    .update(timelineEntries)
    .set({ ...raised(moved), derivedFrom: null, removedAt: at, updatedAt: at })
    .where(eq(timelineEntries.id, id));
}
