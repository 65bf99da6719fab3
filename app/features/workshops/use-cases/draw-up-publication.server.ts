import type { Ctx } from '#app/platform/ctx.ts';
import { faultsOfPlan, type PlanFault } from '../domain/allocation/check-plan.ts';
import { rankOf, type SeatConflict } from '../domain/allocation/problem.ts';
import { fitPlan, type PlanSeat, type PublishedPlacement, solverPlacements } from '../domain/plan.ts';
import { type PlanChange, planChanges } from '../domain/plan-changes.ts';
import { type DraftRow, findDraft, findRunById, type RunRow } from '../queries.server.ts';
import { highsSolver } from '../solver/highs.server.ts';
import { seatEverybody } from '../solver/seat-everybody.ts';
import type { OpenBoard } from './open-board.server.ts';

/** A draft as it would be published. */
export type Publication = {
  draft: DraftRow;
  run: RunRow | null;
  version: number;
  placements: PublishedPlacement[];
  attendance: PlanSeat[];
  /** Authorities for whose delegates there are not enough seats. */
  withoutSeats: readonly SeatConflict[];
  /** Hard rules that the draft breaks: it cannot be published before they are mended. */
  faults: readonly PlanFault[];
  changes: PlanChange[];
};

/** Seats are found at once as a rule; this bounds the rest, for it holds up the process. */
const SEATING_SECONDS = 3;

/** What publishing the draft of a board would mean; null when there is no draft. */
export async function drawUpPublication(ctx: Ctx, board: OpenBoard): Promise<Publication | null> {
  const { problem, listeners, published } = board;
  const draft = await findDraft(ctx.db, board.intentions.view.edition.id);
  if (!draft) return null;
  const run = draft.runId ? await findRunById(ctx.db, draft.runId) : null;
  const places = fitPlan(problem, draft.placements);
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
    ...{ draft, run, placements, attendance: seats },
    version: (published?.version ?? 0) + 1,
    withoutSeats: conflicts.filter(({ slot }) => slot !== ''),
    faults: faultsOfPlan(problem, plan),
    changes: planChanges(before, { placements: places, attendance: seats, pairs: problem.pairs }),
  };
}
