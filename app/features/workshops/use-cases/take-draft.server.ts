import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { fitPlan, planPlacements } from '../domain/plan.ts';
import { workshopsPermissions } from '../permissions.ts';
import { findDraft, findRun } from '../queries.server.ts';
import { writeDraft } from '../store.server.ts';
import { type BoardAt, changeBoard } from './open-board.server.ts';

/** Makes the plan of a run the draft, in place of the one before. Refuses a run without a plan (`workshops.no-plan`). */
export function takeDraft(ctx: Ctx, input: BoardAt & { number: number }): Promise<Result<void>> {
  const how = { action: 'workshops.take-draft', permission: workshopsPermissions.arrange };
  return changeBoard(ctx, input, how, async (tx, board) => {
    const editionId = board.intentions.view.edition.id;
    const run = await findRun(tx.db, editionId, input.number);
    if (!run) return refuse('not-found');
    if (!run.result || run.result.placements.length === 0) return refuse('workshops.no-plan');
    const before = await findDraft(tx.db, editionId);
    const placements = fitPlan(board.problem, planPlacements(run.result.placements));
    await writeDraft(tx.db, editionId, { runId: run.id, placements, updatedAt: tx.clock.now() });
    return ok({ value: undefined, before: before && { runId: before.runId, placements: before.placements }, after: { runId: run.id } });
  });
}
