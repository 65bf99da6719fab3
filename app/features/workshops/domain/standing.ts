import { faultsOfPlan, measurePlan } from './allocation/check-plan.ts';
import type { AllocationLevelName, AllocationProblem, AllocationResult } from './allocation/problem.ts';
import { canonical } from './canonical.ts';
import { type PlanPlacement, solverPlacements } from './plan.ts';

/**
 * What may be said of a plan. `proven`: no better one exists by any level. `gap`: the run that made it ran out of time, `most` is
 * how far it can be from the best at the first level left open. `moved`: changed by hand since, for the worse. `broken`: it breaks a
 * hard rule. `outdated`: the run was asked about another state of the board. `none`: no run made it.
 */
export type Standing =
  | { kind: 'proven' | 'moved' | 'broken' | 'outdated' | 'none' }
  | { kind: 'gap'; level: AllocationLevelName; most: number };

type Run = { input: AllocationProblem; result: AllocationResult };

/** What may be said of a plan, given the run that it came from. */
export function standingOf(problem: AllocationProblem, placements: readonly PlanPlacement[], run: Run | null): Standing {
  const plan = solverPlacements(placements);
  if (faultsOfPlan(problem, plan).length > 0) return { kind: 'broken' };
  if (!run || run.result.status === 'infeasible') return { kind: 'none' };
  if (!sameQuestion(problem, run.input)) return { kind: 'outdated' };
  const samePublished = canonical(problem.previous) === canonical(run.input.previous);
  for (const { name, value } of measurePlan(problem, plan)) {
    const level = run.result.levels.find((candidate) => candidate.name === name);
    if (name === 'changes' && !samePublished) {
      // The plan was published since: staying as published cannot be bettered, anything else is another question.
      if (value === 0) continue;
      return { kind: 'outdated' };
    }
    if (value !== level?.value) return { kind: 'moved' };
    if (level.bound < value) return { kind: 'gap', level: name, most: Math.ceil(value - level.bound) };
  }
  return { kind: 'proven' };
}

/**
 * Whether what is proven of one problem holds for a plan of another. What was published meanwhile and the draw between equals
 * are no part of the question; pins that came to it only take plans away, and this plan is not among those taken.
 */
function sameQuestion(now: AllocationProblem, then: AllocationProblem): boolean {
  const question = ({ previous: _, seed: __, pinned: ___, ...rest }: AllocationProblem) => canonical(rest);
  const pins = new Set(now.pinned.map(canonical));
  return question(now) === question(then) && then.pinned.every((pin) => pins.has(canonical(pin)));
}
