import { and, asc, eq, inArray } from 'drizzle-orm';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { participations } from '#app/features/participation/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { timelineEntries } from './schema.server.ts';

export type EntryRow = typeof timelineEntries.$inferSelect;

/** The entries of an edition, in the order in which they were made. */
export function entriesOf(db: Db, editionId: string): Promise<EntryRow[]> {
  return db
    .select()
    .from(timelineEntries)
    .where(eq(timelineEntries.editionId, editionId))
    .orderBy(asc(timelineEntries.createdAt), asc(timelineEntries.id));
}

/** An entry of an edition; with `lock`, held until the transaction ends. `null` when the edition has none such. */
export async function findEntry(db: Db, editionId: string, id: string, lock = false): Promise<EntryRow | null> {
  if (!isId(id)) return null;
  const query = db
    .select()
    .from(timelineEntries)
    .where(and(eq(timelineEntries.id, id), eq(timelineEntries.editionId, editionId)));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The countries of those authorities, among some, that are on an edition's list. */
export async function countriesOnList(db: Db, editionId: string, organisationIds: readonly string[]): Promise<string[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ country: organisations.country })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(and(eq(participations.editionId, editionId), inArray(participations.organisationId, [...organisationIds])));
  return rows.map(({ country }) => country);
}
