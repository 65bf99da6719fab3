import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Comparison, compareResults } from '../domain/compare-results.ts';
import { workshopsPermissions } from '../permissions.ts';
import { findDraft, findRun, findRunById, type RunRow } from '../queries.server.ts';
import { failDeadRuns } from '../store.server.ts';
import { mayOnBoard, type OpenBoard, openBoard } from './open-board.server.ts';

/** A run with the board it belongs to; of a replay, the run it repeats and how the two compare. */
export type RunView = {
  board: OpenBoard;
  run: RunRow;
  original: RunRow | null;
  comparison: Comparison | null;
  /** Its plan is the draft's origin already. */
  isDraft: boolean;
  hasDraft: boolean;
  mayArrange: boolean;
};

/** A run of an edition by its number, for those who distribute the talks on either side. */
export async function readRun(ctx: Ctx, input: { edition: string; number: number }): Promise<Result<RunView>> {
  const board = await openBoard(ctx, input.edition);
  if (!board.ok) return board;
  const editionId = board.value.intentions.view.edition.id;
  await failDeadRuns(ctx.db, editionId, ctx.clock.now());
  const run = await findRun(ctx.db, editionId, input.number);
  if (!run) return refuse('not-found');
  const [original, draft, mayArrange] = await Promise.all([
    run.replayOf ? findRunById(ctx.db, run.replayOf) : null,
    findDraft(ctx.db, editionId),
    mayOnBoard(ctx, board.value, workshopsPermissions.arrange),
  ]);
  const comparison = original?.result && run.result && run.state === 'done' ? compareResults(original.result, run.result) : null;
  const drafted = { isDraft: draft?.runId === run.id, hasDraft: draft !== null };
  return ok({ board: board.value, run, original, comparison, ...drafted, mayArrange: mayArrange.ok });
}
