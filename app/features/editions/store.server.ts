import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import {
  editionContradictions,
  editionFigures,
  editionOrganisations,
  editionPostponements,
  editions,
  series,
  slots,
  workshopSubjects,
  workshops,
} from './schema.server.ts';

export type NewSeries = typeof series.$inferInsert;
export type NewEdition = typeof editions.$inferInsert;
export type EditionChanges = Partial<Omit<NewEdition, 'id' | 'slug' | 'seriesId' | 'revision'>>;
export type NewFigure = typeof editionFigures.$inferInsert;
export type NewSlot = typeof slots.$inferInsert;
export type NewWorkshop = typeof workshops.$inferInsert;
export type NewSubject = Omit<typeof workshopSubjects.$inferInsert, 'workshopId' | 'position' | 'id'>;

const written = <Row>([row]: Row[]): Row => {
  if (row === undefined) throw new Error('the row was not written');
  return row;
};

/** Writes a series; `null` when its slug is taken. */
export async function insertSeries(db: Db, values: NewSeries) {
  const [row] = await db.insert(series).values(values).onConflictDoNothing().returning();
  return row ?? null;
}

/** Writes an edition; `null` when its slug, or its ordinal in the series, is taken. */
export async function insertEdition(db: Db, values: NewEdition) {
  const [row] = await db.insert(editions).values(values).onConflictDoNothing().returning();
  return row ?? null;
}

/** Changes an edition and counts the change; nothing (`null`) when it has left the revision the change was made on. */
export async function updateEdition(db: Db, id: string, revision: number, changes: EditionChanges) {
  const [row] = await db
    .update(editions)
    .set({ ...changes, revision: sql`${editions.revision} + 1`, updatedAt: sql`now()` })
    .where(and(eq(editions.id, id), eq(editions.revision, revision)))
    .returning();
  return row ?? null;
}

/** Files a postponement. */
export async function insertPostponement(db: Db, values: typeof editionPostponements.$inferInsert) {
  return written(await db.insert(editionPostponements).values(values).returning());
}

/** Files a figure. */
export async function insertFigure(db: Db, values: NewFigure) {
  return written(await db.insert(editionFigures).values(values).returning());
}

/** Takes a figure out of an edition; what it was, or `null`. */
export async function deleteFigure(db: Db, editionId: string, id: string) {
  const [row] = await db
    .delete(editionFigures)
    .where(and(eq(editionFigures.id, id), eq(editionFigures.editionId, editionId)))
    .returning();
  return row ?? null;
}

/** Files a contradiction between printings; `null` when it already is on record. */
export async function insertContradiction(db: Db, values: typeof editionContradictions.$inferInsert) {
  const [row] = await db.insert(editionContradictions).values(values).onConflictDoNothing().returning();
  return row ?? null;
}

/** Writes a slot; `null` when another one begins at the same time. */
export async function insertSlot(db: Db, values: NewSlot) {
  const [row] = await db.insert(slots).values(values).onConflictDoNothing().returning();
  return row ?? null;
}

/** Writes a workshop with its subjects, in their order; `null` when its number is taken. */
export async function insertWorkshop(db: Db, values: NewWorkshop, subjects: readonly NewSubject[]) {
  const [row] = await db.insert(workshops).values(values).onConflictDoNothing().returning();
  if (!row) return null;
  await replaceSubjects(db, row.id, subjects);
  return row;
}

/** Changes a workshop and its subjects; `null` when the edition has no such workshop. */
export async function updateWorkshop(
  db: Db,
  key: { id: string; editionId: string },
  values: Omit<NewWorkshop, 'id' | 'editionId'>,
  subjects: readonly NewSubject[],
) {
  const [row] = await db
    .update(workshops)
    .set(values)
    .where(and(eq(workshops.id, key.id), eq(workshops.editionId, key.editionId)))
    .returning();
  if (!row) return null;
  await replaceSubjects(db, row.id, subjects);
  return row;
}

async function replaceSubjects(db: Db, workshopId: string, subjects: readonly NewSubject[]): Promise<void> {
  await db.delete(workshopSubjects).where(eq(workshopSubjects.workshopId, workshopId));
  if (subjects.length === 0) return;
  await db.insert(workshopSubjects).values(subjects.map((subject, index) => ({ ...subject, workshopId, position: index + 1 })));
}

/** Names an organisation in a role; naming it again moves it to its new position. */
export async function upsertOrganisation(db: Db, values: typeof editionOrganisations.$inferInsert): Promise<void> {
  await db
    .insert(editionOrganisations)
    .values(values)
    .onConflictDoUpdate({
      target: [editionOrganisations.editionId, editionOrganisations.organisationId, editionOrganisations.role],
      set: { position: values.position ?? 0 },
    });
}

/** Takes an organisation out of a role; whether it was in it. */
export async function deleteOrganisation(
  db: Db,
  key: { editionId: string; organisationId: string; role: typeof editionOrganisations.$inferSelect.role },
): Promise<boolean> {
  const rows = await db
    .delete(editionOrganisations)
    .where(
      and(
        eq(editionOrganisations.editionId, key.editionId),
        eq(editionOrganisations.organisationId, key.organisationId),
        eq(editionOrganisations.role, key.role),
      ),
    )
    .returning();
  return rows.length > 0;
}
