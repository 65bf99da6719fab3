import { and, eq, inArray } from 'drizzle-orm';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Approval } from './domain/meeting-input.ts';
import { committeeMembers, committees } from './schema.server.ts';

/** Which of some identifiers are organisations of the registry. */
export async function knownOrganisations(db: Db, ids: readonly string[]): Promise<string[]> {
  const possible = ids.filter(isId);
  if (possible.length === 0) return [];
  const rows = await db.select({ id: organisations.id }).from(organisations).where(inArray(organisations.id, possible));
  return rows.map(({ id }) => id);
}

/** Seats organisations in a committee; returns those that did not sit there before. */
export async function seatOrganisations(db: Db, committeeId: string, organisationIds: readonly string[]): Promise<string[]> {
  if (organisationIds.length === 0) return [];
  const values = organisationIds.map((organisationId) => ({ committeeId, organisationId }));
  const rows = await db.insert(committeeMembers).values(values).onConflictDoNothing().returning({ id: committeeMembers.organisationId });
  return rows.map(({ id }) => id);
}

/** Takes an organisation out of a committee; false when it does not sit there. */
export async function unseatOrganisation(db: Db, committeeId: string, organisationId: string): Promise<boolean> {
  if (!isId(organisationId)) return false;
  const gone = await db
    .delete(committeeMembers)
    .where(and(eq(committeeMembers.committeeId, committeeId), eq(committeeMembers.organisationId, organisationId)))
    .returning({ id: committeeMembers.id });
  return gone.length > 0;
}

/** Sets how the minutes of a committee are approved. */
export async function updateApproval(db: Db, committeeId: string, approval: Approval): Promise<void> {
  await db.update(committees).set({ approval }).where(eq(committees.id, committeeId));
}
