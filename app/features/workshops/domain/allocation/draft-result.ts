import { attendanceOf, seatInTurn, seatingSlots } from './attendance.ts';
import type {
  AllocationAttendance,
  AllocationLevel,
  AllocationProblem,
  AllocationReason,
  AllocationResult,
  Placement,
  SeatConflict,
} from './problem.ts';
import { rankOf } from './problem.ts';
import { plainReasons } from './reasons.ts';
import { compareText } from './seeded-order.ts';

/** A plan that keeps the hard rules, with what is proven of each level. */
export type PlanDraft = { readonly placements: readonly Placement[]; readonly levels: readonly AllocationLevel[] };

type Seats = {
  readonly attendance: readonly AllocationAttendance[];
  readonly conflicts: readonly SeatConflict[];
  readonly proven: boolean;
};

/** Makes the answer of a run from a plan, its reasons and its seats; rows by id. */
export function draftResult(
  problem: AllocationProblem,
  { placements, levels }: PlanDraft,
  { reasons, seats }: { reasons: ReadonlyMap<string, AllocationReason | null>; seats: Seats },
  { version, seconds }: { version: string; seconds: number },
): AllocationResult {
  const choices = new Map(problem.authorities.map((authority) => [authority.id, authority.choices]));
  const rows = placements.map(({ authority, workshop }) => ({
    authority,
    workshop,
    rank: rankOf(choices.get(authority) ?? [], workshop),
    reason: reasons.get(authority) ?? 'not-computed',
  }));
  return {
    status: levels.every(({ value, bound }) => value === bound) ? 'optimal' : 'feasible',
    levels,
    placements: rows.sort((a, b) => compareText(a.authority, b.authority)),
    attendance: seats.attendance,
    conflicts: seats.conflicts,
    ...(seats.conflicts.length > 0 ? { conflictsProven: seats.proven } : {}),
    solver: solverFacts(problem, { version, seconds }),
  };
}

/** Tells what solved the problem, the seconds to the millisecond. */
export function solverFacts(
  problem: AllocationProblem,
  { version, seconds }: { version: string; seconds: number },
): AllocationResult['solver'] {
  return { name: 'HiGHS', version, seconds: Math.round(seconds * 1000) / 1000, seed: problem.seed };
}

/**
 * Makes an answer without any solver from the last plan of a run that was stopped: seats given in turn, the reasons that
 * need no question. It never calls the plan proven when a level's bound is open.
 */
export function resultOfStoppedRun(
  problem: AllocationProblem,
  plan: PlanDraft,
  about: { version: string; seconds: number },
): AllocationResult {
  const slots = seatingSlots(problem, plan.placements);
  const seats = { ...attendanceOf(slots, slots.map(seatInTurn)), proven: false };
  return draftResult(problem, plan, { reasons: plainReasons(problem, plan.placements), seats }, about);
}
