import { createHash } from 'node:crypto';
import type { Ctx } from '#app/platform/ctx.ts';
import { faultsOfPlan, type PlanFault } from '../domain/allocation/check-plan.ts';
import { rankOf, type SeatConflict } from '../domain/allocation/problem.ts';
import { canonical } from '../domain/canonical.ts';
import { fitPlan, type PlanSeat, type PublishedPlacement, solverPlacements } from '../domain/plan.ts';
import { type PlanChange, planChanges } from '../domain/plan-changes.ts';
import { findDraft, findRunById } from '../queries.server.ts';
import { highsSolver } from '../solver/highs.server.ts';
import { seatEverybody } from '../solver/seat-everybody.ts';
import type { OpenBoard } from './open-board.server.ts';

/** A plan as it would be published: the draft, or the plan in force as the record has it now. */
export type Publication = {
  runId: string | null;
  version: number;
  placements: PublishedPlacement[];
  attendance: PlanSeat[];
  /** Authorities for whose delegates there are not enough seats. */
  withoutSeats: readonly SeatConflict[];
  /** Hard rules that it breaks: it cannot be published before they are mended. */
  faults: readonly PlanFault[];
  changes: PlanChange[];
  /** Stands for all that it was drawn up from (answers of authorities too), so that only what was looked at is published. */
  mark: string;
};

/** Seats are found at once as a rule; this bounds the rest, for it holds up the process. */
const SEATING_SECONDS = 3;

/**
 * What publishing the draft of a board would mean. Without a draft it is the plan in force, fitted to what has changed since (who
 * has withdrawn, whose twin has). Null when there is neither.
 */
export async function drawUpPublication(ctx: Ctx, board: OpenBoard): Promise<Publication | null> {
  const { problem, listeners, published } = board;
  const basis = (await findDraft(ctx.db, board.intentions.view.edition.id)) ?? published;
  if (!basis) return null;
  const run = basis.runId ? await findRunById(ctx.db, basis.runId) : null;
  const places = fitPlan(problem, basis.placements);
  const plan = solverPlacements(places);
  const everybody = { ...problem, authorities: [...problem.authorities, ...listeners] };
  const solver = await highsSolver(performance.now() + SEATING_SECONDS * 1000, problem.seed);
  const { attendance, conflicts } = seatEverybody(everybody, plan, solver);
  // A workshop without slot has no time yet at which anybody could sit in it.
  const seats = attendance.flatMap(({ authority, slot, workshop }) =>
    slot === '' ? [] : [{ organisationId: authority, slot: String(slot), workshopId: workshop }],
  );
  const choices = new Map(problem.authorities.map((authority) => [authority.id, authority.choices]));
  const reasons = new Map((run?.result?.placements ?? []).map((row) => [row.authority, row]));
  const placements = places.map((place): PublishedPlacement => {
    const computed = reasons.get(place.organisationId);
    const reason = computed && computed.workshop === place.workshopId ? computed.reason : 'by-hand';
    return { ...place, rank: rankOf(choices.get(place.organisationId) ?? [], place.workshopId), reason };
  });
  const before = published && { placements: published.placements, attendance: published.attendance, pairs: published.input.pairs };
  return {
    ...{ runId: basis.runId, placements, attendance: seats },
    version: (published?.version ?? 0) + 1,
    withoutSeats: conflicts.filter(({ slot }) => slot !== ''),
    faults: faultsOfPlan(problem, plan),
    mark: createHash('sha256').update(canonical({ problem, listeners, places })).digest('base64url'),
    changes: planChanges(before, { placements: places, attendance: seats, pairs: problem.pairs }),
  };
}
