import { and, asc, avg, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { organisations } from '#app/features/authorities/schema.server.ts';
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

export type SeriesRow = typeof series.$inferSelect;
export type EditionRow = typeof editions.$inferSelect;
export type WorkshopRow = typeof workshops.$inferSelect & { subjects: (typeof workshopSubjects.$inferSelect)[] };

/** What the edition's pages need to know of an organisation. */
const organisationColumns = {
  id: organisations.id,
  slug: organisations.slug,
  kind: organisations.kind,
  country: organisations.country,
  names: organisations.names,
  latitude: organisations.latitude,
  longitude: organisations.longitude,
  isAuthority: organisations.isAuthority,
  orderKey: organisations.orderKey,
};

export type OrganisationRow = Pick<typeof organisations.$inferSelect, keyof typeof organisationColumns>;

/** All series, oldest record first. */
export function listSeries(db: Db): Promise<SeriesRow[]> {
  return db.select().from(series).orderBy(asc(series.createdAt), asc(series.slug));
}

/** Whether a text can be looked for at all: PostgreSQL takes a NUL in none, and throws. */
const canBeAsked = (slug: string) => !slug.includes('\0');

/** A series by its slug; `null` when there is none. */
export async function findSeries(db: Db, slug: string): Promise<SeriesRow | null> {
  if (!canBeAsked(slug)) return null;
  const [row] = await db.select().from(series).where(eq(series.slug, slug));
  return row ?? null;
}

/** A series by its identifier; `null` when there is none. */
export async function findSeriesById(db: Db, id: string): Promise<SeriesRow | null> {
  const [row] = await db.select().from(series).where(eq(series.id, id));
  return row ?? null;
}

/** The editions of some series, in their order. */
export async function listEditions(db: Db, seriesIds: readonly string[]): Promise<EditionRow[]> {
  if (seriesIds.length === 0) return [];
  return db
    .select()
    .from(editions)
    .where(inArray(editions.seriesId, [...seriesIds]))
    .orderBy(asc(editions.seriesId), asc(editions.ordinal));
}

/** An edition by its slug (`rfj-9`); `null` when there is none. */
export async function findEdition(db: Db, slug: string): Promise<EditionRow | null> {
  if (!canBeAsked(slug)) return null;
  const [row] = await db.select().from(editions).where(eq(editions.slug, slug));
  return row ?? null;
}

/** An edition with its series; `null` when there is none. */
export async function findEditionById(db: Db, id: string): Promise<{ edition: EditionRow; series: SeriesRow } | null> {
  const [row] = await db
    .select({ edition: editions, series })
    .from(editions)
    .innerJoin(series, eq(series.id, editions.seriesId))
    .where(eq(editions.id, id));
  return row ?? null;
}

/** Editions by identifier, each with its series; identifiers of anything else are left out. */
export async function editionsById(db: Db, ids: readonly string[]): Promise<{ edition: EditionRow; series: SeriesRow }[]> {
  if (ids.length === 0) return [];
  return db
    .select({ edition: editions, series })
    .from(editions)
    .innerJoin(series, eq(series.id, editions.seriesId))
    .where(inArray(editions.id, [...ids]));
}

/** Organisations by identifier, in any order; unknown identifiers are left out. */
export async function organisationsById(db: Db, ids: readonly string[]): Promise<OrganisationRow[]> {
  if (ids.length === 0) return [];
  return db
    .select(organisationColumns)
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]));
}

/**
 * Where to draw organisations that have no place of their own, such as a department or a region: the middle of the
 * communes inside them. Those that contain nothing with a place are left out.
 */
export async function centresOf(db: Db, ids: readonly string[]): Promise<{ id: string; latitude: number; longitude: number }[]> {
  if (ids.length === 0) return [];
  const inner = alias(organisations, 'inner_organisations');
  const between = alias(organisations, 'between_organisations');
  const rows = await db
    .select({ id: organisations.id, latitude: avg(inner.latitude), longitude: avg(inner.longitude) })
    .from(organisations)
    .innerJoin(between, eq(between.parentId, organisations.id))
    .innerJoin(inner, or(eq(inner.id, between.id), eq(inner.parentId, between.id)))
    .where(and(inArray(organisations.id, [...ids]), isNull(organisations.latitude), isNotNull(inner.latitude)))
    .groupBy(organisations.id);
  return rows.map((row) => ({ id: row.id, latitude: Number(row.latitude), longitude: Number(row.longitude) }));
}

/** The organisations that stand in a role for an edition, in their printed order. */
export function listEditionOrganisations(db: Db, editionId: string) {
  return db
    .select({ ...organisationColumns, role: editionOrganisations.role, position: editionOrganisations.position })
    .from(editionOrganisations)
    .innerJoin(organisations, eq(organisations.id, editionOrganisations.organisationId))
    .where(eq(editionOrganisations.editionId, editionId))
    .orderBy(asc(editionOrganisations.role), asc(editionOrganisations.position), asc(organisations.slug));
}

/** The workshops of an edition with their subjects, both in their order. */
export async function listWorkshops(db: Db, editionId: string): Promise<WorkshopRow[]> {
  const rows = await db.select().from(workshops).where(eq(workshops.editionId, editionId)).orderBy(asc(workshops.number));
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const subjects = await db
    .select()
    .from(workshopSubjects)
    .where(inArray(workshopSubjects.workshopId, ids))
    .orderBy(asc(workshopSubjects.position));
  return rows.map((row) => ({ ...row, subjects: subjects.filter((subject) => subject.workshopId === row.id) }));
}

/** One workshop of an edition; `null` when there is none. */
export async function findWorkshop(db: Db, editionId: string, number: number): Promise<WorkshopRow | null> {
  const rows = await listWorkshops(db, editionId);
  return rows.find((row) => row.number === number) ?? null;
}

/** The slots of an edition, by time. */
export function listSlots(db: Db, editionId: string) {
  return db.select().from(slots).where(eq(slots.editionId, editionId)).orderBy(asc(slots.day), asc(slots.startsAt));
}

/** Whether a slot belongs to an edition. */
export async function isSlotOf(db: Db, editionId: string, slotId: string): Promise<boolean> {
  const rows = await db
    .select({ id: slots.id })
    .from(slots)
    .where(and(eq(slots.id, slotId), eq(slots.editionId, editionId)));
  return rows.length > 0;
}

/** The figures printed about an edition, those of one kind together, the oldest first. */
export function listFigures(db: Db, editionId: string) {
  return db
    .select()
    .from(editionFigures)
    .where(eq(editionFigures.editionId, editionId))
    .orderBy(asc(editionFigures.kind), asc(editionFigures.asOf), asc(editionFigures.createdAt));
}

/** The dates an edition was moved from, the first move first. */
export function listPostponements(db: Db, editionId: string) {
  return db
    .select()
    .from(editionPostponements)
    .where(eq(editionPostponements.editionId, editionId))
    .orderBy(asc(editionPostponements.createdAt));
}

/** The contradictions between printings on record for an edition. */
export function listContradictions(db: Db, editionId: string) {
  return db
    .select()
    .from(editionContradictions)
    .where(eq(editionContradictions.editionId, editionId))
    .orderBy(asc(editionContradictions.createdAt));
}
