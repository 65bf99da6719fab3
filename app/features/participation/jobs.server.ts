import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { emptiedReading } from './domain/form-file/reading.ts';
import { emptyReturn, lockStaleReturns } from './store-returns.server.ts';

/** How long what a returned file said is kept beside what was recorded from it. */
const KEPT_DAYS = 90;

/**
 * Forgets returned files {@link KEPT_DAYS} days after they came: one that still waits is discarded, and all are emptied. What
 * was recorded from them is not touched. Filed in the audit trail; returns how many. For every process, now and then.
 */
export async function forgetStaleReturns(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const stale = await lockStaleReturns(tx.db, KEPT_DAYS);
    for (const row of stale) {
      const state = row.state === 'draft' ? 'discarded' : row.state;
      await emptyReturn(tx.db, row.id, state, emptiedReading(row.reading));
      const states = { before: { state: row.state }, after: { state, emptied: true } };
      await recordAudit(tx, { action: 'participation.forget-return', subject: { type: 'form-return', id: row.id }, ...states });
    }
    return stale.length;
  });
}
