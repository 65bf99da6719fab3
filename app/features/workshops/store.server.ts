import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import type { AllocationResult } from './domain/allocation/problem.ts';
import type { PlanPlacement } from './domain/plan.ts';
import type { RunRow, SettingsRow } from './queries.server.ts';
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

/**
 * The settings of an edition, written as they are by default when there are none, and held until the transaction ends:
 * whoever changes the board holds them.
 */
export async function lockSettings(db: Db, editionId: string, byDefault: Omit<SettingsRow, 'editionId'>): Promise<SettingsRow> {
  await db
    .insert(allocationSettings)
    .values({ editionId, ...byDefault })
    .onConflictDoNothing();
  const [row] = await db.select().from(allocationSettings).where(eq(allocationSettings.editionId, editionId)).for('update');
  if (!row) throw new Error('settings vanished under their lock');
  return row;
}

/** Counts a change of the board. */
export async function raiseRevision(db: Db, editionId: string): Promise<void> {
  const revision = sql`${allocationSettings.revision} + 1`;
  await db.update(allocationSettings).set({ revision }).where(eq(allocationSettings.editionId, editionId));
}

/** Writes what the allocation is held to. */
export async function updateSettings(db: Db, editionId: string, values: Omit<SettingsRow, 'editionId' | 'revision'>): Promise<void> {
  await db.update(allocationSettings).set(values).where(eq(allocationSettings.editionId, editionId));
}

/** Writes what a workshop can hold; null forgets it. */
export async function writeCapacity(db: Db, workshopId: string, held: { talkMinutes: number; seats: number } | null): Promise<void> {
  if (!held) {
    await db.delete(workshopCapacities).where(eq(workshopCapacities.workshopId, workshopId));
    return;
  }
  await db
    .insert(workshopCapacities)
    .values({ workshopId, ...held })
    .onConflictDoUpdate({ target: workshopCapacities.workshopId, set: held });
}

/** Names a chair of a workshop; nothing changes when it is one already. */
export async function insertChair(db: Db, chair: typeof workshopChairs.$inferInsert): Promise<void> {
  await db.insert(workshopChairs).values(chair).onConflictDoNothing();
}

/** Takes a chair back; whether there was one. */
export async function deleteChair(db: Db, workshopId: string, organisationId: string): Promise<boolean> {
  const rows = await db
    .delete(workshopChairs)
    .where(and(eq(workshopChairs.workshopId, workshopId), eq(workshopChairs.organisationId, organisationId)))
    .returning({ workshopId: workshopChairs.workshopId });
  return rows.length > 0;
}

/** Records a pair, its authorities in the order of their identifiers. */
export async function insertPair(
  db: Db,
  pair: { editionId: string; organisationIds: readonly [string, string]; jointMinutes: number | null },
) {
  const [firstId, secondId] = [...pair.organisationIds].sort() as [string, string];
  await db.insert(pairs).values({ editionId: pair.editionId, firstId, secondId, jointMinutes: pair.jointMinutes });
}

/** Changes the minutes of a pair. */
export async function updatePair(db: Db, id: string, jointMinutes: number | null): Promise<void> {
  await db.update(pairs).set({ jointMinutes }).where(eq(pairs.id, id));
}

/** Parts a pair. */
export async function deletePair(db: Db, id: string): Promise<void> {
  await db.delete(pairs).where(eq(pairs.id, id));
}

/** Holds an authority in a workshop; null lets it go. */
export async function writePin(db: Db, editionId: string, organisationId: string, workshopId: string | null): Promise<void> {
  if (workshopId === null) {
    await db.delete(pins).where(and(eq(pins.editionId, editionId), eq(pins.organisationId, organisationId)));
    return;
  }
  await db
    .insert(pins)
    .values({ editionId, organisationId, workshopId })
    .onConflictDoUpdate({ target: [pins.editionId, pins.organisationId], set: { workshopId } });
}

type Draft = { runId: string | null; placements: PlanPlacement[]; updatedAt: Date };

/** Makes a plan the draft, in place of the one before. */
export async function writeDraft(db: Db, editionId: string, draft: Draft): Promise<void> {
  await db
    .insert(draftPlans)
    .values({ editionId, ...draft })
    .onConflictDoUpdate({ target: draftPlans.editionId, set: draft });
}

/** Makes a plan the draft where there is none; whether it did. */
export async function writeFirstDraft(db: Db, editionId: string, draft: Draft): Promise<boolean> {
  const rows = await db
    .insert(draftPlans)
    .values({ editionId, ...draft })
    .onConflictDoNothing()
    .returning({ editionId: draftPlans.editionId });
  return rows.length > 0;
}

/** Ends the draft of an edition: it was published. */
export async function deleteDraft(db: Db, editionId: string): Promise<void> {
  await db.delete(draftPlans).where(eq(draftPlans.editionId, editionId));
}

/** A run nobody has looked after for so many seconds has lost its process: its heart beats every second. */
export const DEAD_AFTER_SECONDS = 20;

const silent = lt(allocationRuns.aliveAt, sql`now() - make_interval(secs => ${DEAD_AFTER_SECONDS})`);

/** Marks the runs of an edition whose process has died as failed; nothing half-made is kept. */
export async function failDeadRuns(db: Db, editionId: string, at: Date): Promise<void> {
  await db
    .update(allocationRuns)
    .set({ state: 'failed', failure: 'workshops.process-died', progress: [], finishedAt: at })
    .where(and(eq(allocationRuns.editionId, editionId), eq(allocationRuns.state, 'running'), silent));
}

/** Begins a run under the next number; its heart beats from now on by the database's clock. */
export async function insertRun(
  db: Db,
  run: Pick<RunRow, 'id' | 'editionId' | 'input' | 'timeLimitSeconds' | 'replayOf' | 'startedBy' | 'startedAt'>,
): Promise<number> {
  const number = sql<number>`(select coalesce(max(r.number), 0) + 1 from ${allocationRuns} r where r.edition_id = ${run.editionId})`;
  const [row] = await db
    .insert(allocationRuns)
    .values({ ...run, number, state: 'running', aliveAt: sql`now()` })
    .returning({ number: allocationRuns.number });
  if (!row) throw new Error('a run was not written');
  return row.number;
}

/** A heartbeat with how far the run is; false when it is to run no longer. */
export async function beatRun(db: Db, id: string, progress: RunRow['progress']): Promise<boolean> {
  const rows = await db
    .update(allocationRuns)
    .set({ aliveAt: sql`now()`, progress })
    .where(and(eq(allocationRuns.id, id), eq(allocationRuns.state, 'running')))
    .returning({ id: allocationRuns.id });
  return rows.length > 0;
}

/** Ends a run that is under way; false when it has ended already. */
export async function endRun(
  db: Db,
  id: string,
  end: { state: 'done' | 'cancelled' | 'failed'; result?: AllocationResult; failure?: string; at: Date },
): Promise<boolean> {
  const rows = await db
    .update(allocationRuns)
    .set({ state: end.state, result: end.result ?? null, failure: end.failure ?? null, finishedAt: end.at })
    .where(and(eq(allocationRuns.id, id), eq(allocationRuns.state, 'running')))
    .returning({ id: allocationRuns.id });
  return rows.length > 0;
}

/** Files the best plan of a run that was cancelled meanwhile; false when it was not, or has one. */
export async function keepCancelledResult(db: Db, id: string, result: AllocationResult): Promise<boolean> {
  const rows = await db
    .update(allocationRuns)
    .set({ result })
    .where(and(eq(allocationRuns.id, id), eq(allocationRuns.state, 'cancelled'), isNull(allocationRuns.result)))
    .returning({ id: allocationRuns.id });
  return rows.length > 0;
}

/** Publishes a plan as a version. */
export async function insertPublished(db: Db, plan: Omit<typeof publishedPlans.$inferInsert, 'id'>): Promise<void> {
  await db.insert(publishedPlans).values(plan);
}
