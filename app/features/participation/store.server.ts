import { eq } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { NO_ANSWERS } from './domain/answers.ts';
import type { ParticipationState } from './domain/states.ts';
import { participationRevisions, participationStates, participations, twins } from './schema.server.ts';

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
