import { buildConflictModel, type ConflictModel } from '../domain/allocation/conflict-model.ts';
import type { LinearModel, LinearRow, Terms } from '../domain/allocation/linear-model.ts';
import type { AllocationConstraint, AllocationProblem } from '../domain/allocation/problem.ts';
import type { MipAnswer, MipSolver } from './mip.ts';

/** The share of the time left that may go into the smallest set before any irreducible one has to do. */
const SHARE_FOR_SMALLEST = 0.6;

type Hunt = { readonly conflict: ConflictModel; readonly solver: MipSolver; readonly stopAt: number };

/**
 * Finds a smallest set of constraints that contradict each other, of a problem known to be impossible, by implicit hitting
 * sets: the least set that meets every known way out ("correction set") either contradicts itself, and is the answer, or
 * shows a way out that it does not meet. `proven` is false when the time was up and the set is only contradictory.
 */
export function findConflict(problem: AllocationProblem, solver: MipSolver): { constraints: AllocationConstraint[]; proven: boolean } {
  const conflict = buildConflictModel(problem);
  const hunt: Hunt = { conflict, solver, stopAt: solver.secondsLeft() * (1 - SHARE_FOR_SMALLEST) };
  const waysOut: number[][] = [];
  let known = conflict.constraints.map((_, index) => index);
  for (;;) {
    const least = leastHittingSet(hunt, waysOut);
    if (!least) break;
    const step = addWaysOut(hunt, least, waysOut);
    if (step.contradicts && step.required.length < known.length) known = step.required;
    if (step.contradicts && step.required.length === least.length) return { constraints: named(conflict, least), proven: true };
    if (!step.contradicts) break;
  }
  return { constraints: named(conflict, irreducible(hunt, known)), proven: false };
}

const named = ({ constraints }: ConflictModel, indexes: readonly number[]) => indexes.flatMap((index) => constraints[index] ?? []);

const capped = ({ solver, stopAt }: Hunt) => ({ seconds: Math.max(0.01, solver.secondsLeft() - stopAt) });

/** Collects ways out that meet neither the required set nor each other, until what is required contradicts itself. */
function addWaysOut(hunt: Hunt, least: readonly number[], waysOut: number[][]): { required: number[]; contradicts: boolean } {
  const { givenUp } = hunt.conflict;
  const required = [...least];
  const objective: Terms = { columns: givenUp, weights: givenUp.map(() => 1), constant: 0 };
  for (;;) {
    if (hunt.solver.secondsLeft() <= hunt.stopAt) return { required, contradicts: false };
    const answer = askWith(hunt, required, { objective, ...capped(hunt) });
    if (answer.outcome === 'impossible') return { required, contradicts: true };
    if (answer.outcome === 'stopped') return { required, contradicts: false };
    const wayOut = givenUp.flatMap((column, index) => (answer.solution[column] === 1 ? [index] : []));
    if (wayOut.length === 0) throw new Error('a conflict was looked for in a problem whose rules can all be kept');
    waysOut.push(wayOut);
    required.push(...wayOut);
  }
}

function askWith({ conflict, solver }: Hunt, required: readonly number[], more: { objective?: Terms; seconds?: number }): MipAnswer {
  const rows: LinearRow[] = required.flatMap((index) => {
    const column = conflict.givenUp[index];
    return column === undefined ? [] : [{ columns: [column], weights: [1], lower: 0, upper: 0 }];
  });
  return solver.ask({ model: conflict.linear, rows, ...more });
}

/** The fewest constraints of which every way out gives up at least one; null when the time was up. */
function leastHittingSet(hunt: Hunt, waysOut: readonly (readonly number[])[]): number[] | null {
  const count = hunt.conflict.constraints.length;
  if (waysOut.length === 0) return [];
  if (hunt.solver.secondsLeft() <= hunt.stopAt) return null;
  const model: LinearModel = {
    lower: Array.from({ length: count }, () => 0),
    upper: Array.from({ length: count }, () => 1),
    rows: waysOut.map((wayOut) => ({ columns: wayOut, weights: wayOut.map(() => 1), lower: 1, upper: wayOut.length })),
  };
  const columns = model.lower.map((_, index) => index);
  const objective = { columns, weights: columns.map(() => 1), constant: 0 };
  const answer = hunt.solver.ask({ model, rows: [], objective, ...capped(hunt) });
  return answer.outcome === 'solved' ? columns.filter((index) => answer.solution[index] === 1) : null;
}

/** Leaves out one constraint after the other as long as the rest still contradicts itself. */
function irreducible(hunt: Hunt, known: readonly number[]): number[] {
  let kept = [...known];
  for (const index of known) {
    const without = kept.filter((other) => other !== index);
    if (askWith(hunt, without, {}).outcome === 'impossible') kept = without;
  }
  return kept;
}
