import type { AllocationProblem, AllocationReason, Placement } from './allocation/problem.ts';

/** A speaking place in a plan: an authority and its workshop; null: none. */
export type PlanPlacement = { organisationId: string; workshopId: string | null };

/** Why an authority is where it is in a plan: as the run that placed it said, or because somebody moved it. */
export type PlanReason = AllocationReason | 'by-hand';

/** A place in a published plan, with the 1-based rank of the workshop among the choices of that day; null outside them. */
export type PublishedPlacement = PlanPlacement & { rank: number | null; reason: PlanReason };

/** Where an authority's delegates sit by default in a slot; null: no seat. */
export type PlanSeat = { organisationId: string; slot: string; workshopId: string | null };

/** The places of a plan in the words of the solver. */
export function solverPlacements(placements: readonly PlanPlacement[]): Placement[] {
  return placements.map(({ organisationId, workshopId }) => ({ authority: organisationId, workshop: workshopId }));
}

/** The places of the solver in the words of a plan. */
export function planPlacements(placements: readonly Placement[]): PlanPlacement[] {
  return placements.map(({ authority, workshop }) => ({ organisationId: authority, workshopId: workshop }));
}

/**
 * A plan fitted to the problem as it is now: one row for each of its authorities, in its order. Whoever speaks no more is left
 * out; a workshop that was removed is no place; a new authority has none yet.
 */
export function fitPlan(problem: AllocationProblem, placements: readonly PlanPlacement[]): PlanPlacement[] {
  const known = new Set(problem.workshops.map(({ id }) => id));
  const held = new Map(placements.map(({ organisationId, workshopId }) => [organisationId, workshopId]));
  return problem.authorities.map(({ id }) => {
    const workshopId = held.get(id) ?? null;
    return { organisationId: id, workshopId: workshopId !== null && known.has(workshopId) ? workshopId : null };
  });
}

/** The other half of an authority's pair, with their joint minutes (null: each its own); nothing for who speaks alone. */
export function partnerOf(problem: Pick<AllocationProblem, 'pairs'>, id: string): { id: string; minutes: number | null } | null {
  const pair = problem.pairs.find(({ authorities }) => authorities.includes(id));
  if (!pair) return null;
  const [a, b] = pair.authorities;
  return { id: a === id ? b : a, minutes: pair.minutes };
}
