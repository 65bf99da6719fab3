import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { NO_ANSWERS } from './domain/answers.ts';
import type { StageDates } from './domain/stages.ts';
import type { ParticipationState } from './domain/states.ts';
import { formSettings, formStages, participationRevisions, participationStates, participations, twins } from './schema.server.ts';

type NewParticipation = { editionId: string; organisationId: string; state: ParticipationState; at: Date; by: string | null };

/** Puts an authority on an edition's list; `null` when it is on it already. */
export async function insertParticipation(db: Db, { editionId, organisationId, state, at, by }: NewParticipation): Promise<string | null> {
  const [row] = await db
    .insert(participations)
    .values({ editionId, organisationId, state, stateSince: at, answers: NO_ANSWERS })
    .onConflictDoNothing()
    .returning({ id: participations.id });
  if (row) await insertState(db, row.id, state, at, by);
  return row?.id ?? null;
}

/** Adds a state to an authority's history. */
export async function insertState(
  db: Db,
  participationId: string,
  state: ParticipationState,
  since: Date,
  changedBy: string | null,
): Promise<void> {
  await db.insert(participationStates).values({ participationId, state, since, changedBy });
}

/** Moves an authority to a state, keeping when. */
export async function updateState(db: Db, participationId: string, state: ParticipationState, at: Date, by: string | null): Promise<void> {
  await db.update(participations).set({ state, stateSince: at }).where(eq(participations.id, participationId));
  await insertState(db, participationId, state, at, by);
}

/** Records a form as the current one, and in the history. */
export async function insertRevision(db: Db, revision: typeof participationRevisions.$inferInsert): Promise<void> {
  const { participationId, revision: number, answers, contacts, enteredAt } = revision;
  await db.insert(participationRevisions).values(revision);
  await db
    .update(participations)
    .set({ revision: number, answers, contacts: contacts ?? [], answeredAt: enteredAt })
    .where(eq(participations.id, participationId));
}

/** Records that two organisations are tied; nothing changes when it is on record already. */
export async function insertTwins(
  db: Db,
  tie: { a: string; b: string; since: string | null; source: typeof twins.$inferInsert.source },
): Promise<boolean> {
  const [firstId, secondId] = [tie.a, tie.b].sort() as [string, string];
  const rows = await db
    .insert(twins)
    .values({ firstId, secondId, since: tie.since, source: tie.source ?? null })
    .onConflictDoNothing()
    .returning({ id: twins.id });
  return rows.length > 0;
}

/** What an edition's form asks for, and when its parts are open. */
export type ArrangedForm = {
  settings: { choiceCount: number; choicesRanked: boolean; talkCount: number };
  stages: readonly StageDates[];
};

/** Writes the arrangement of an edition's form and returns its revision; `null`, with nothing written, when `was` is not the one that stands. */
export async function writeForm(db: Db, editionId: string, was: number, { settings, stages }: ArrangedForm): Promise<number | null> {
  const values = { editionId, ...settings };
  const written =
    was === 0
      ? db.insert(formSettings).values(values).onConflictDoNothing().returning({ revision: formSettings.revision })
      : db
          .update(formSettings)
          .set({ ...settings, revision: sql`${formSettings.revision} + 1` })
          .where(and(eq(formSettings.editionId, editionId), eq(formSettings.revision, was)))
          .returning({ revision: formSettings.revision });
  const [row] = await written;
  if (!row) return null;
  await db.delete(formStages).where(eq(formStages.editionId, editionId));
  if (stages.length > 0)
    await db.insert(formStages).values(stages.map(({ stage, opensOn, closesOn }) => ({ editionId, stage, opensOn, closesOn })));
  return row.revision;
}
