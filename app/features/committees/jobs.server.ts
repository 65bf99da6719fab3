import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { emptiedSnapshot } from './domain/import-batch.ts';
import { emptyBatch, lockStaleBatches } from './store.server.ts';

/** How long a file that was read, and not entered on a list, is kept after somebody last worked on it. */
const KEPT_DAYS = 90;

/**
 * Forgets the persons of files that were read and then left: a draft that nobody has touched for {@link KEPT_DAYS} days is discarded and
 * emptied, an import that was undone or discarded is emptied. What stands on an attendance list is not touched. Filed in the audit
 * trail; returns how many. For every process, now and then.
 */
export async function forgetStaleImports(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const stale = await lockStaleBatches(tx.db, KEPT_DAYS);
    for (const batch of stale) {
      const state = batch.state === 'draft' ? 'discarded' : batch.state;
      await emptyBatch(tx.db, batch.id, state, emptiedSnapshot(batch.snapshot));
      const states = { before: { state: batch.state }, after: { state, emptied: true } };
      await recordAudit(tx, { action: 'committees.forget-attendance-import', subject: { type: 'import-batch', id: batch.id }, ...states });
    }
    return stale.length;
  });
}
