import { and, eq, ne, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import type { FormReading } from './domain/form-file/reading.ts';
import type { ReturnRow } from './queries-returns.server.ts';
import { formReturns } from './schema.server.ts';

/** Files a returned file; `null` when another request filed the same bytes first. */
export async function insertReturn(db: Db, values: typeof formReturns.$inferInsert): Promise<string | null> {
  const [row] = await db.insert(formReturns).values(values).onConflictDoNothing().returning({ id: formReturns.id });
  return row?.id ?? null;
}

/** Ends a return: its answers were recorded, or nobody wants them. */
export async function endReturn(db: Db, id: string, state: 'applied' | 'discarded'): Promise<void> {
  await db.update(formReturns).set({ state }).where(eq(formReturns.id, id));
}

/** Returns filed so many days ago that still hold what the file said, held for whoever asks first. */
export function lockStaleReturns(db: Db, days: number): Promise<ReturnRow[]> {
  return db
    .select()
    .from(formReturns)
    .where(and(ne(formReturns.fileHash, ''), sql`${formReturns.createdAt} < now() - make_interval(days => ${days})`))
    .for('update', { skipLocked: true });
}

/** Empties a return of its texts and of all that leads back to the file. */
export async function emptyReturn(db: Db, id: string, state: ReturnRow['state'], reading: FormReading): Promise<void> {
  await db.update(formReturns).set({ state, reading, fileName: '', fileHash: '' }).where(eq(formReturns.id, id));
}
