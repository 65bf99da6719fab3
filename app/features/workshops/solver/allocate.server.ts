import { faultsOfPlan } from '../domain/allocation/check-plan.ts';
import { type Ground, layOut } from '../domain/allocation/classes.ts';
import { classPlans, completeSolution, placementsOf, placesOf } from '../domain/allocation/decode-plan.ts';
import { draftResult, type PlanDraft, solverFacts } from '../domain/allocation/draft-result.ts';
import { greedyPlan } from '../domain/allocation/greedy-plan.ts';
import { buildPlanModel, type PlanModel } from '../domain/allocation/plan-model.ts';
import type { AllocationLevelName, AllocationProblem, AllocationResult } from '../domain/allocation/problem.ts';
import { explainPlan } from './explain-plan.ts';
import { findConflict } from './find-conflict.ts';
import { highsSolver } from './highs.server.ts';
import type { MipSolver } from './mip.ts';
import { seatEverybody } from './seat-everybody.ts';
import { type LevelsAnswer, solveLevels } from './solve-levels.ts';

/** How a run stands: a plan that keeps every hard rule, what is proven of it, the level being worked on, the seconds since the start. */
export type AllocationStage = PlanDraft & { readonly at: AllocationLevelName; readonly elapsed: number; readonly version: string };

/** The share of the time, and the most seconds, kept back from the levels to seat everybody. */
const SEATING_SHARE = 0.1;
const SEATING_SECONDS = 1;
/** The most of the time that goes into reasons once the plan is there: nobody waits long for those that are hard to tell. */
const REASONS_SHARE = 1 / 3;

/**
 * Allocates on this thread, which it holds until the end or the time limit (seconds): the levels proven in their order, the
 * seats, the reasons; or a smallest contradiction. Null when no plan was found in time. `onStage` gets each better plan.
 */
export async function allocate(
  problem: AllocationProblem,
  timeLimitSeconds: number,
  onStage: (stage: AllocationStage) => void = () => {},
): Promise<AllocationResult | null> {
  const began = performance.now();
  const deadline = began + timeLimitSeconds * 1000;
  const reserve = Math.min(SEATING_SECONDS, timeLimitSeconds * SEATING_SHARE) * 1000;
  const solver = await highsSolver(deadline, problem.seed);
  const elapsed = () => (performance.now() - began) / 1000;
  const about = () => ({ version: solver.version, seconds: elapsed() });
  const ground = layOut(problem);
  if (ground.classes.some(({ fixed }) => fixed.length > 1)) return impossible(problem, solver, about);
  const model = buildPlanModel(ground);
  const levelSolver = await highsSolver(deadline - reserve, problem.seed);
  const answer: LevelsAnswer = solveLevels(model, levelSolver, firstSolution(model), ({ solution, levels, at }) =>
    onStage({ placements: placementsOf(ground, classPlans(model, solution)), levels, at, elapsed: elapsed(), version: solver.version }),
  );
  if (answer.outcome === 'no-plan') return null;
  if (answer.outcome === 'impossible') return impossible(problem, solver, about);
  const placements = checkedPlacements(ground, classPlans(model, answer.solution));
  const seats = seatEverybody(problem, placements, solver);
  const solved = about();
  const patience = Math.min(deadline, performance.now() + timeLimitSeconds * REASONS_SHARE * 1000);
  const reasons = explainPlan(model, answer.solution, answer.levels, await highsSolver(patience, problem.seed));
  return draftResult(problem, { placements, levels: answer.levels }, { reasons, seats }, solved);
}

/** The plan made at once, as a start, when it keeps the hard rules. */
function firstSolution(model: PlanModel): number[] | null {
  const plans = greedyPlan(model.ground);
  const faults = faultsOfPlan(model.ground.problem, placementsOf(model.ground, plans));
  return faults.length === 0 ? completeSolution(model, placesOf(model, plans)) : null;
}

/** Holds the plan against the rules as they are written, not as the model has them. */
function checkedPlacements(ground: Ground, plans: ReturnType<typeof classPlans>) {
  const placements = placementsOf(ground, plans);
  const [fault] = faultsOfPlan(ground.problem, placements);
  if (fault) throw new Error(`the solver’s plan breaks a hard rule: ${JSON.stringify(fault)}`);
  return placements;
}

function impossible(problem: AllocationProblem, solver: MipSolver, about: () => { version: string; seconds: number }): AllocationResult {
  const { constraints, proven } = findConflict(problem, solver);
  return {
    status: 'infeasible',
    levels: [],
    placements: [],
    attendance: [],
    conflicts: constraints,
    conflictsProven: proven,
    solver: solverFacts(problem, about()),
  };
}
