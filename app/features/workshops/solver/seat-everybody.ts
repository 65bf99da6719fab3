import {
  attendanceOf,
  isIdealSeating,
  type Seating,
  type SeatingSlot,
  seatInTurn,
  seatingSlots,
  spreadOutsiders,
} from '../domain/allocation/attendance.ts';
import { type LinearRow, rowOf, sumOf } from '../domain/allocation/linear-model.ts';
import type { AllocationProblem, Placement } from '../domain/allocation/problem.ts';
import { buildSeatingModel } from '../domain/allocation/seating-model.ts';
import type { MipSolver } from './mip.ts';

/** Seats every authority in every slot; `proven` is false where the time was up before the best seating was proven. */
export function seatEverybody(problem: AllocationProblem, placements: readonly Placement[], solver: MipSolver) {
  const slots = seatingSlots(problem, placements);
  const seated = slots.map((slot) => seatSlot(slot, solver));
  return {
    ...attendanceOf(
      slots,
      seated.map(({ seating }) => seating),
    ),
    proven: seated.every(({ proven }) => proven),
  };
}

function seatSlot(slot: SeatingSlot, solver: MipSolver): { seating: Seating; proven: boolean } {
  const inTurn = seatInTurn(slot);
  if (isIdealSeating(slot, inTurn)) return { seating: inTurn, proven: true };
  const { linear, objectives, start, decode } = buildSeatingModel(slot);
  const rows: LinearRow[] = [];
  let solution: readonly number[] = start(inTurn);
  let proven = true;
  for (const objective of objectives) {
    if (sumOf(objective, solution) > 0) {
      const answer = solver.ask({ model: linear, rows, objective, start: solution });
      if (answer.outcome !== 'impossible' && answer.solution) solution = answer.solution;
      proven = answer.outcome === 'solved';
    }
    if (!proven) break;
    const value = sumOf(objective, solution);
    rows.push(rowOf(objective, value, value));
  }
  return { seating: spreadOutsiders(slot, decode(solution)), proven };
}
