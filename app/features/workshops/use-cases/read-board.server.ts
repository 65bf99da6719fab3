import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { faultsOfPlan, measurePlan, minutesOfPlan, type PlanFault } from '../domain/allocation/check-plan.ts';
import type { AllocationLevelName } from '../domain/allocation/problem.ts';
import { fitPlan, type PlanPlacement, solverPlacements } from '../domain/plan.ts';
import { type ProposedPair, proposedPairs } from '../domain/problem-of.ts';
import { type Standing, standingOf } from '../domain/standing.ts';
import { workshopsPermissions } from '../permissions.ts';
import { findDraft, findRunById, listRuns, type RunRow } from '../queries.server.ts';
import { failDeadRuns } from '../store.server.ts';
import { mayOnBoard, type OpenBoard, openBoard } from './open-board.server.ts';

export type RunInList = Awaited<ReturnType<typeof listRuns>>[number];

/** The board as it is shown: the plan being worked on, how good it is, what it breaks. */
export type BoardView = OpenBoard & {
  /** What is shown: the draft, the published plan where there is none, or nothing but what waits to be placed. */
  shown: 'draft' | 'published' | 'nothing';
  placements: PlanPlacement[];
  levels: readonly { name: AllocationLevelName; value: number }[];
  minutes: ReadonlyMap<string, number>;
  faults: readonly PlanFault[];
  /** What may be said of the plan; null before there is any. */
  standing: Standing | null;
  /** The run that the draft came from. */
  source: RunRow | null;
  running: RunRow | null;
  runs: RunInList[];
  proposed: ProposedPair[];
  mayArrange: boolean;
  mayPublish: boolean;
};

/** The board of an edition by its slug, for those who distribute the talks on either side. */
export async function readBoard(ctx: Ctx, slug: string): Promise<Result<BoardView>> {
  const opened = await openBoard(ctx, slug);
  if (!opened.ok) return opened;
  const board = opened.value;
  const { problem, published } = board;
  const editionId = board.intentions.view.edition.id;
  await failDeadRuns(ctx.db, editionId, ctx.clock.now());
  const [draft, runs] = await Promise.all([findDraft(ctx.db, editionId), listRuns(ctx.db, editionId)]);
  const placements = fitPlan(problem, draft?.placements ?? published?.placements ?? []);
  const runId = draft ? draft.runId : (published?.runId ?? null);
  const runningId = runs.find(({ state }) => state === 'running')?.id;
  const [source, running, mayArrange, mayPublish] = await Promise.all([
    runId ? findRunById(ctx.db, runId) : null,
    runningId ? findRunById(ctx.db, runningId) : null,
    mayOnBoard(ctx, board, workshopsPermissions.arrange),
    mayOnBoard(ctx, board, workshopsPermissions.publish),
  ]);
  const plan = solverPlacements(placements);
  const made = source?.result ? { input: source.input, result: source.result } : null;
  // Before there is any plan, everything would be broken: that says nothing.
  const planned = draft !== null || published !== null;
  return ok({
    ...board,
    ...{ placements, source, running, runs },
    shown: draft ? 'draft' : published ? 'published' : 'nothing',
    levels: measurePlan(problem, plan),
    minutes: minutesOfPlan(problem, plan),
    faults: planned ? faultsOfPlan(problem, plan) : [],
    standing: planned ? standingOf(problem, placements, made) : null,
    proposed: proposedPairs(board.facts, board),
    mayArrange: mayArrange.ok,
    mayPublish: mayPublish.ok,
  });
}
