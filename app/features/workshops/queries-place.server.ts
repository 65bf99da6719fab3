import { and, eq } from 'drizzle-orm';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { participations } from '#app/features/participation/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';

const columns = {
  participationId: participations.id,
  editionId: participations.editionId,
  state: participations.state,
  answers: participations.answers,
  organisation: { id: organisations.id, kind: organisations.kind, country: organisations.country, names: organisations.names },
};

const participants = (db: Db) =>
  db.select(columns).from(participations).innerJoin(organisations, eq(organisations.id, participations.organisationId));

/** An authority on an edition's list, without its contacts. */
export type ParticipantRow = Awaited<ReturnType<typeof participants>>[number];

/** The authority of a participation; null when there is none. */
export async function findParticipant(db: Db, participationId: string): Promise<ParticipantRow | null> {
  if (!isId(participationId)) return null;
  const [row] = await participants(db).where(eq(participations.id, participationId));
  return row ?? null;
}

/** An authority on an edition's list by its organisation; null when it is not on the list. */
export async function findParticipantOf(db: Db, editionId: string, organisationId: string): Promise<ParticipantRow | null> {
  const [row] = await participants(db).where(
    and(eq(participations.editionId, editionId), eq(participations.organisationId, organisationId)),
  );
  return row ?? null;
}
