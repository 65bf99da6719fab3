import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import {
  allocationRuns,
  allocationSettings,
  draftPlans,
  pairs,
  pins,
  publishedPlans,
  workshopCapacities,
  workshopChairs,
} from './schema.server.ts';

export type RunRow = typeof allocationRuns.$inferSelect;
export type DraftRow = typeof draftPlans.$inferSelect;
export type PublishedRow = typeof publishedPlans.$inferSelect;
export type SettingsRow = typeof allocationSettings.$inferSelect;

/** The settings of an edition's allocation; null when nobody has set any. */
export async function findSettings(db: Db, editionId: string): Promise<SettingsRow | null> {
  const [row] = await db.select().from(allocationSettings).where(eq(allocationSettings.editionId, editionId));
  return row ?? null;
}

/** What is arranged by hand in an edition: rooms and chairs of its workshops, pairs, pins. */
export async function arrangementOf(db: Db, editionId: string, workshopIds: readonly string[]) {
  const ids = [...workshopIds];
  const [capacities, chairs, paired, pinned] = await Promise.all([
    ids.length === 0 ? [] : db.select().from(workshopCapacities).where(inArray(workshopCapacities.workshopId, ids)),
    ids.length === 0
      ? []
      : db.select().from(workshopChairs).where(inArray(workshopChairs.workshopId, ids)).orderBy(asc(workshopChairs.createdAt)),
    db.select().from(pairs).where(eq(pairs.editionId, editionId)).orderBy(asc(pairs.createdAt), asc(pairs.id)),
    db.select().from(pins).where(eq(pins.editionId, editionId)).orderBy(asc(pins.organisationId)),
  ]);
  return { capacities, chairs, pairs: paired, pins: pinned };
}

export type Arrangement = Awaited<ReturnType<typeof arrangementOf>>;

/** The plan being worked on; null when there is none yet. */
export async function findDraft(db: Db, editionId: string): Promise<DraftRow | null> {
  const [row] = await db.select().from(draftPlans).where(eq(draftPlans.editionId, editionId));
  return row ?? null;
}

/** The plan in force: the latest version published; null before the first. */
export async function findPublished(db: Db, editionId: string): Promise<PublishedRow | null> {
  const [row] = await db
    .select()
    .from(publishedPlans)
    .where(eq(publishedPlans.editionId, editionId))
    .orderBy(desc(publishedPlans.version))
    .limit(1);
  return row ?? null;
}

/** A run by its number; null when there is none. */
export async function findRun(db: Db, editionId: string, number: number): Promise<RunRow | null> {
  const [row] = await db
    .select()
    .from(allocationRuns)
    .where(and(eq(allocationRuns.editionId, editionId), eq(allocationRuns.number, number)));
  return row ?? null;
}

/** A run by its identifier; null when there is none. */
export async function findRunById(db: Db, id: string): Promise<RunRow | null> {
  const [row] = await db.select().from(allocationRuns).where(eq(allocationRuns.id, id));
  return row ?? null;
}

/** The runs of an edition, the latest first, without their inputs and results. */
export function listRuns(db: Db, editionId: string) {
  const { id, number, state, failure, replayOf, startedAt, finishedAt } = allocationRuns;
  return db
    .select({ id, number, state, failure, replayOf, startedAt, finishedAt })
    .from(allocationRuns)
    .where(eq(allocationRuns.editionId, editionId))
    .orderBy(desc(number))
    .limit(50);
}
