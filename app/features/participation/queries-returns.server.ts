import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { organisationIdentifiers, organisations } from '#app/features/authorities/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { formReturns, participationRevisions, participations } from './schema.server.ts';

export type ReturnRow = typeof formReturns.$inferSelect;

/** A returned file by its identifier; with `lock`, held until the transaction ends. `null` when there is none. */
export async function findReturn(db: Db, id: string, lock = false): Promise<ReturnRow | null> {
  if (!isId(id)) return null;
  const query = db.select().from(formReturns).where(eq(formReturns.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The return that stands for the same bytes; `null` when they were never given, discarded, or emptied since. */
export async function findSameReturn(db: Db, participationId: string, fileHash: string): Promise<ReturnRow | null> {
  const { state } = formReturns;
  const same = and(eq(formReturns.participationId, participationId), eq(formReturns.fileHash, fileHash), ne(state, 'discarded'));
  const [row] = await db.select().from(formReturns).where(same);
  return row ?? null;
}

/** The returns of some authorities that wait for somebody, oldest first, with the authority of each. */
export function listWaitingReturns(db: Db, participationIds: readonly string[]) {
  return db
    .select({ id: formReturns.id, fileName: formReturns.fileName, createdAt: formReturns.createdAt, names: organisations.names })
    .from(formReturns)
    .innerJoin(participations, eq(participations.id, formReturns.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(and(inArray(formReturns.participationId, [...participationIds]), eq(formReturns.state, 'draft')))
    .orderBy(asc(formReturns.createdAt));
}

/** A recorded form by its revision; `null` when there was none. */
export async function findRevision(db: Db, participationId: string, revision: number) {
  const [row] = await db
    .select()
    .from(participationRevisions)
    .where(and(eq(participationRevisions.participationId, participationId), eq(participationRevisions.revision, revision)))
    .orderBy(desc(participationRevisions.revision));
  return row ?? null;
}

/** The organisations that bear an identifier of a system, whatever their kind: a code may name a département and a commune. */
export async function organisationsByCode(db: Db, system: string, code: string): Promise<string[]> {
  const rows = await db
    .select({ id: organisationIdentifiers.organisationId })
    .from(organisationIdentifiers)
    .where(
      and(
        eq(organisationIdentifiers.system, system as (typeof organisationIdentifiers.$inferSelect)['system']),
        eq(organisationIdentifiers.code, code),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Every returned file that still holds what it said, with its authority. */
export function listReadingsWithContacts(db: Db) {
  return db
    .select({ id: formReturns.id, reading: formReturns.reading, organisationId: participations.organisationId })
    .from(formReturns)
    .innerJoin(participations, eq(participations.id, formReturns.participationId))
    .where(ne(formReturns.fileHash, ''));
}
