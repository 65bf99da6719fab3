import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import type { AllocationResult } from '../domain/allocation/problem.ts';
import { planPlacements } from '../domain/plan.ts';
import type { RunRow } from '../queries.server.ts';
import { type AllocationProgress, type SolveOptions, solveAllocation } from '../solver/solve-allocation.server.ts';
import { beatRun, endRun, keepCancelledResult, raiseRevision, writeFirstDraft } from '../store.server.ts';

/** What a process needs of a run to work on it. */
export type RunToDo = Pick<RunRow, 'id' | 'editionId' | 'input' | 'timeLimitSeconds' | 'replayOf'>;

type Work = { abort: AbortController; stopping: boolean; done: Promise<void> };

/** The runs that this process works on. */
const underWay = new Map<string, Work>();

const BEAT_MS = 1000;

/**
 * Works on a run in the background of this process: the solver has a thread of its own, its progress is written once a second,
 * and a run that somebody has ended elsewhere is given up with the best plan so far. Never throws.
 */
export function workOnRun(ctx: Ctx, run: RunToDo, options: Pick<SolveOptions, 'onThread'> = {}): void {
  const work: Work = { abort: new AbortController(), stopping: false, done: Promise.resolve() };
  underWay.set(run.id, work);
  work.done = runToItsEnd(ctx, run, work, options)
    .catch((error) => ctx.log.error({ err: error, run: run.id }, 'an allocation run could not be filed'))
    .finally(() => underWay.delete(run.id));
}

/** Waits until a run that this process works on has been filed; at once for any other. */
export async function runFiled(id: string): Promise<void> {
  await underWay.get(id)?.done;
}

/** Gives a run up at once, when it is this process that works on it. */
export function abandonRun(id: string): void {
  underWay.get(id)?.abort.abort();
}

/** Ends what this process is working on, before it stops: such runs have failed. */
export async function stopRuns(): Promise<void> {
  const works = [...underWay.values()];
  for (const work of works) {
    work.stopping = true;
    work.abort.abort();
  }
  await Promise.all(works.map(({ done }) => done));
}

async function runToItsEnd(ctx: Ctx, run: RunToDo, work: Work, options: Pick<SolveOptions, 'onThread'>): Promise<void> {
  const progress = new Map<string, RunRow['progress'][number]>();
  const onProgress = ({ level, value, bound, elapsed }: AllocationProgress) => {
    progress.set(level, { level, value, bound, elapsedSeconds: elapsed });
  };
  const heart = setInterval(() => {
    beatRun(ctx.db, run.id, [...progress.values()])
      .then((goesOn) => goesOn || work.abort.abort())
      .catch((error) => ctx.log.warn({ err: error, run: run.id }, 'a heartbeat of an allocation run was not written'));
  }, BEAT_MS);
  try {
    const { timeLimitSeconds } = run;
    const answer = await solveAllocation(run.input, { timeLimitSeconds, signal: work.abort.signal, onProgress, ...options });
    if (work.stopping) await endRun(ctx.db, run.id, { state: 'failed', failure: 'workshops.process-stopped', at: ctx.clock.now() });
    else if (answer.ok) await fileResult(ctx, run, answer.value);
    else await endRun(ctx.db, run.id, { state: 'failed', failure: answer.refusal.code, at: ctx.clock.now() });
  } catch (error) {
    ctx.log.error({ err: error, run: run.id }, 'an allocation run failed');
    await endRun(ctx.db, run.id, { state: 'failed', failure: 'workshops.solver-failed', at: ctx.clock.now() });
  } finally {
    clearInterval(heart);
  }
}

/** Files what came out. The first plan of an edition is its draft at once; later ones wait to be taken. */
function fileResult(ctx: Ctx, run: RunToDo, result: AllocationResult): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const at = tx.clock.now();
    const done = await endRun(tx.db, run.id, { state: 'done', result, at });
    if (!done) await keepCancelledResult(tx.db, run.id, result);
    if (!done || run.replayOf !== null || result.status === 'infeasible') return;
    const first = await writeFirstDraft(tx.db, run.editionId, {
      runId: run.id,
      placements: planPlacements(result.placements),
      updatedAt: at,
    });
    if (first) await raiseRevision(tx.db, run.editionId);
  });
}
