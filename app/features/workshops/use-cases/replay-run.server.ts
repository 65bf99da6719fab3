import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { findRun } from '../queries.server.ts';
import { beginRun, type StartedRun } from './start-run.server.ts';

/**
 * Computes a run again, from the inputs and the seed kept with it; its page then says whether the same plan came out. Never
 * touches the draft. Refuses an unknown run (`not-found`), one that did not come to its end (`workshops.nothing-to-replay`), and while
 * another is under way (`workshops.run-under-way`).
 */
export function replayRun(ctx: Ctx, input: { edition: string; number: number }): Promise<Result<StartedRun>> {
  return beginRun(ctx, input.edition, async (tx, board) => {
    const run = await findRun(tx.db, board.intentions.view.edition.id, input.number);
    if (!run) return refuse('not-found');
    if (run.state !== 'done' || !run.result) return refuse('workshops.nothing-to-replay');
    return ok({ input: run.input, timeLimitSeconds: run.timeLimitSeconds, replayOf: run.id });
  });
}
