import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { resultOfStoppedRun } from '../domain/allocation/draft-result.ts';
import type { AllocationLevel, AllocationProblem, AllocationResult } from '../domain/allocation/problem.ts';
import type { AllocationStage } from './allocate.server.ts';
import type { AllocationJob, AllocationMessage } from './allocation-worker.ts';

const require = createRequire(import.meta.url);

/** How a run stands: the level being worked on, its value in the best plan and what is proven of it, the seconds since the start. */
export type AllocationProgress = {
  readonly level: AllocationLevel['name'];
  readonly value: number;
  readonly bound: number;
  readonly elapsed: number;
};

export type SolveOptions = {
  /** When the time is up the best plan so far is the answer, with its bounds. */
  readonly timeLimitSeconds: number;
  /** Ends the run at once; as when the time is up. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: AllocationProgress) => void;
  /** Called once with a way to end the thread as an accident would. */
  readonly onThread?: (kill: () => void) => void;
};

/** What a thread may overrun the time limit by, between two looks of the solver at the clock, before it is ended. */
const GRACE_MS = 2000;

/**
 * Allocates in a thread of its own. The answer is optimal, feasible (the time was up, the run was ended by the signal or by
 * an accident: the best plan so far with what was proven) or infeasible. Refuses with `workshops.no-plan-in-time` and
 * `workshops.allocation-cancelled` when there is no plan yet; throws when the thread failed without one.
 */
export async function solveAllocation(problem: AllocationProblem, options: SolveOptions): Promise<Result<AllocationResult>> {
  const began = performance.now();
  if (options.signal?.aborted) return refuse('workshops.allocation-cancelled');
  const end = await runThread({ problem, timeLimitSeconds: options.timeLimitSeconds }, options);
  if (end.kind === 'result')
    return end.result ? ok(end.result) : refuse('workshops.no-plan-in-time', { seconds: options.timeLimitSeconds });
  if (end.last) {
    const about = { version: end.last.version, seconds: (performance.now() - began) / 1000 };
    return ok(resultOfStoppedRun(problem, end.last, about));
  }
  if (options.signal?.aborted) return refuse('workshops.allocation-cancelled');
  if (end.overdue) return refuse('workshops.no-plan-in-time', { seconds: options.timeLimitSeconds });
  throw end.error ?? new Error('the allocation thread ended without an answer');
}

type ThreadEnd =
  | { readonly kind: 'result'; readonly result: AllocationResult | null }
  | { readonly kind: 'stopped'; readonly last: AllocationStage | null; readonly overdue: boolean; readonly error: Error | null };

function runThread(job: AllocationJob, { signal, onProgress, onThread }: SolveOptions): Promise<ThreadEnd> {
  // Found through package.json, not beside this file: the server's build moves this module, not the sources.
  const worker = new Worker(require.resolve('#app/features/workshops/solver/allocation-worker.ts'), { workerData: job });
  const stop = () => void worker.terminate();
  let last: AllocationStage | null = null;
  let overdue = false;
  let error: Error | null = null;
  const watchdog = setTimeout(
    () => {
      overdue = true;
      stop();
    },
    job.timeLimitSeconds * 1000 + GRACE_MS,
  );
  signal?.addEventListener('abort', stop, { once: true });
  onThread?.(stop);
  return new Promise<ThreadEnd>((resolve) => {
    worker.on('message', (message: AllocationMessage) => {
      if (message.kind === 'end') {
        resolve({ kind: 'result', result: message.result });
        return;
      }
      last = message.stage;
      const level = last.levels.find(({ name }) => name === message.stage.at);
      if (level) onProgress?.({ level: level.name, value: level.value, bound: level.bound, elapsed: message.stage.elapsed });
    });
    worker.on('error', (cause: unknown) => {
      error = cause instanceof Error ? cause : new Error(String(cause));
    });
    worker.on('exit', () => resolve({ kind: 'stopped', last, overdue, error }));
  }).finally(() => {
    clearTimeout(watchdog);
    signal?.removeEventListener('abort', stop);
    stop();
  });
}
