import { completeSolution } from '../domain/allocation/decode-plan.ts';
import { type LinearRow, rowOf, sumOf, type Terms } from '../domain/allocation/linear-model.ts';
import type { PlanModel } from '../domain/allocation/plan-model.ts';
import { type AllocationLevel, type AllocationLevelName, levelsOf } from '../domain/allocation/problem.ts';
import type { MipSolver } from './mip.ts';

/** A plan found on the way: a whole solution, its levels with what is proven so far, and the level that is being worked on. */
export type FoundPlan = {
  readonly solution: readonly number[];
  readonly levels: readonly AllocationLevel[];
  readonly at: AllocationLevelName;
};

export type LevelsAnswer =
  | { readonly outcome: 'impossible' }
  | { readonly outcome: 'no-plan' }
  | { readonly outcome: 'plan'; readonly solution: readonly number[]; readonly levels: readonly AllocationLevel[] };

type Search = {
  readonly model: PlanModel;
  readonly solver: MipSolver;
  readonly names: readonly AllocationLevelName[];
  /** What the model needs besides its own rows: the hard rules, and the levels solved so far at their values. */
  readonly rows: LinearRow[];
  readonly bounds: Map<AllocationLevelName, number>;
  solution: readonly number[] | null;
  readonly onPlan: (plan: FoundPlan) => void;
};

/**
 * Minimises the levels one after the other, each with those before it held at the values reached. A level that is not
 * proven when the time is up ends the search: its bound is what was proven, the levels behind it have the bound 0.
 */
export function solveLevels(
  model: PlanModel,
  solver: MipSolver,
  start: readonly number[] | null,
  onPlan: (plan: FoundPlan) => void,
): LevelsAnswer {
  const names = levelsOf(model.ground.problem);
  const rows = [...model.minutesRows, ...model.countryRows];
  const search: Search = { model, solver, names, rows, bounds: new Map(), solution: start, onPlan };
  for (const name of names) {
    const possible = name === 'over-spread' || name === 'spread' ? raiseBound(search, name) : minimise(search, name);
    if (!possible) return { outcome: 'impossible' };
    if (!search.solution) return { outcome: 'no-plan' };
    const value = sumOf(model.levels[name], search.solution);
    const bound = search.bounds.get(name) ?? 0;
    onPlan({ solution: search.solution, levels: levelsNow(search, search.solution), at: name });
    if (bound < value) break;
    search.rows.push(rowOf(model.levels[name], bound, value));
  }
  if (!search.solution) return { outcome: 'no-plan' };
  return { outcome: 'plan', solution: search.solution, levels: levelsNow(search, search.solution) };
}

function levelsNow({ model, names, bounds }: Search, solution: readonly number[]): AllocationLevel[] {
  return names.map((name) => ({ name, value: sumOf(model.levels[name], solution), bound: bounds.get(name) ?? 0 }));
}

/** Takes a solution of the model, with its dependent columns as small as they can be. */
function adopt(search: Search, solution: readonly number[]): void {
  search.solution = completeSolution(search.model, solution);
}

function report(search: Search, at: AllocationLevelName, found: readonly number[]): void {
  const solution = completeSolution(search.model, found);
  search.onPlan({ solution, levels: levelsNow(search, solution), at });
}

/** One run of the solver for a level; false when the hard rules contradict each other. */
function minimise(search: Search, name: AllocationLevelName): boolean {
  const { model, solver, rows, solution } = search;
  const objective: Terms = model.levels[name];
  search.bounds.set(name, 0);
  if (solution && sumOf(objective, solution) === 0) return true;
  const answer = solver.ask({
    model: model.linear,
    rows,
    objective,
    ...(solution ? { start: solution } : {}),
    onBetter: (found) => report(search, name, found),
  });
  if (answer.outcome === 'impossible') return false;
  search.bounds.set(name, Math.max(0, answer.bound));
  if (answer.solution) adopt(search, answer.solution);
  return true;
}

/**
 * Balance is found from below, each value asked as a hard bound until one is possible: in an objective it hardly proves
 * (the relaxation balances any plan with fractions), as a bound it does at once.
 */
function raiseBound(search: Search, name: AllocationLevelName): boolean {
  const { model, solver, rows } = search;
  const objective = model.levels[name];
  const reached = () => (search.solution ? sumOf(objective, search.solution) : Number.POSITIVE_INFINITY);
  let bound = 0;
  search.bounds.set(name, bound);
  if (reached() === bound) return true;
  const relaxed = solver.relaxedBound({ model: model.linear, rows, objective });
  if (typeof relaxed === 'number') bound = Math.max(bound, relaxed);
  while (bound < reached()) {
    search.bounds.set(name, bound);
    const start = search.solution ? { start: search.solution } : {};
    const answer = solver.ask({ model: model.linear, rows: [...rows, rowOf(objective, bound, bound)], ...start });
    if (answer.outcome === 'stopped') return true;
    if (answer.outcome === 'solved') adopt(search, answer.solution);
    else bound++;
  }
  search.bounds.set(name, bound);
  return true;
}
