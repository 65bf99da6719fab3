import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { workshopsPermissions } from '../permissions.ts';
import { findRun } from '../queries.server.ts';
import { endRun } from '../store.server.ts';
import { mayOnBoard, openBoard } from './open-board.server.ts';
import { abandonRun } from './work-on-run.server.ts';

/**
 * Ends a run that is under way, in whatever process; the best plan so far is kept with it once that process has seen it, within
 * about a second. Refuses a run that has ended already (`workshops.run-ended`).
 */
export async function cancelRun(ctx: Ctx, input: { edition: string; number: number }): Promise<Result<void>> {
  const cancelled = await inTransaction(ctx, async (tx): Promise<Result<string>> => {
    const board = await openBoard(tx, input.edition);
    if (!board.ok) return board;
    const gate = await mayOnBoard(tx, board.value, workshopsPermissions.arrange);
    if (!gate.ok) return gate;
    const run = await findRun(tx.db, board.value.intentions.view.edition.id, input.number);
    if (!run) return refuse('not-found');
    if (!(await endRun(tx.db, run.id, { state: 'cancelled', at: tx.clock.now() }))) return refuse('workshops.run-ended');
    await recordAudit(tx, { action: 'workshops.cancel-run', subject: { type: 'allocation-run', id: run.id } });
    return ok(run.id);
  });
  if (!cancelled.ok) return cancelled;
  abandonRun(cancelled.value);
  return ok(undefined);
}
