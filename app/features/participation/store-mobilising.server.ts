import { and, eq, or } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { exchanges, twins } from './schema.server.ts';

/** Adds an exchange to an authority's log under the identifier given; false when that one is on record already: a form sent twice. */
export async function insertExchangeOnce(db: Db, exchange: typeof exchanges.$inferInsert & { id: string }): Promise<boolean> {
  const rows = await db.insert(exchanges).values(exchange).onConflictDoNothing().returning({ id: exchanges.id });
  return rows.length > 0;
}

/** Takes back a tie of an organisation; null when it has no such one. */
export async function deleteTie(db: Db, id: string, organisationId: string): Promise<typeof twins.$inferSelect | null> {
  const own = or(eq(twins.firstId, organisationId), eq(twins.secondId, organisationId));
  const [row] = await db
    .delete(twins)
    .where(and(eq(twins.id, id), own))
    .returning();
  return row ?? null;
}
