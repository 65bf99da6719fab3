import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import { formSettings, participations } from '#app/features/participation/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { timelineEntries } from './schema.server.ts';

export type EntryRow = typeof timelineEntries.$inferSelect;

/** The entries of an edition, in the order in which they were made; with `lock`, held until the transaction ends. */
export async function entriesOf(db: Db, editionId: string, lock = false): Promise<EntryRow[]> {
  const query = db
    .select()
    .from(timelineEntries)
    .where(and(eq(timelineEntries.editionId, editionId), isNull(timelineEntries.removedAt)))
    .orderBy(asc(timelineEntries.createdAt), asc(timelineEntries.id));
  return lock ? query.for('update') : query;
}

/** What was taken out of an edition's timeline: calendars that held it are told. */
export function removedEntriesOf(db: Db, editionId: string): Promise<EntryRow[]> {
  return db
    .select()
    .from(timelineEntries)
    .where(and(eq(timelineEntries.editionId, editionId), isNotNull(timelineEntries.removedAt)))
    .orderBy(asc(timelineEntries.createdAt), asc(timelineEntries.id));
}

/** An entry of an edition; with `lock`, held until the transaction ends. `null` when the edition has none such. */
export async function findEntry(db: Db, editionId: string, id: string, lock = false): Promise<EntryRow | null> {
  if (!isId(id)) return null;
  const query = db
    .select()
    .from(timelineEntries)
    .where(and(eq(timelineEntries.id, id), eq(timelineEntries.editionId, editionId), isNull(timelineEntries.removedAt)));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** How often the form of an edition was arranged; 0 when nobody has. */
export async function formRevisionOf(db: Db, editionId: string): Promise<number> {
  const [row] = await db.select({ revision: formSettings.revision }).from(formSettings).where(eq(formSettings.editionId, editionId));
  return row?.revision ?? 0;
}

/** Holds an edition until the transaction ends. */
export async function lockEdition(db: Db, slug: string): Promise<void> {
  await db.select({ id: editions.id }).from(editions).where(eq(editions.slug, slug)).for('update');
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
