import type { PlanPlacement, PlanSeat } from './plan.ts';

/** A plan with all that it says to an authority. */
export type WholePlan = {
  placements: readonly PlanPlacement[];
  attendance: readonly PlanSeat[];
  pairs: readonly { authorities: readonly [string, string]; minutes: number | null }[];
};

/**
 * What a new plan changes for an authority: `placed`: has a place now; `moved`: has another; `unplaced`: has none any more;
 * `waiting`: wishes to speak, has none, and had not been told; `left`: does not speak any more; `partner`: the same place, but
 * its twin or their time has changed; `seats`: only where its delegates sit.
 */
export type PlanChange = {
  organisationId: string;
  kind: 'placed' | 'moved' | 'unplaced' | 'waiting' | 'left' | 'partner' | 'seats';
  from: string | null;
  to: string | null;
};

const ORDER: readonly PlanChange['kind'][] = ['moved', 'placed', 'unplaced', 'waiting', 'left', 'partner', 'seats'];

/** All that a plan changes from the one in force (`null`: none yet), the graver kinds first. */
export function planChanges(before: WholePlan | null, after: WholePlan): PlanChange[] {
  const ids = new Set(
    [before, after].flatMap((plan) => [...(plan?.placements ?? []), ...(plan?.attendance ?? [])].map((row) => row.organisationId)),
  );
  const changes = [...ids].sort().flatMap((id) => changeOf(id, before, after) ?? []);
  return changes.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function changeOf(organisationId: string, before: WholePlan | null, after: WholePlan): PlanChange | null {
  const was = before?.placements.find((row) => row.organisationId === organisationId);
  const is = after.placements.find((row) => row.organisationId === organisationId);
  const from = was?.workshopId ?? null;
  const to = is?.workshopId ?? null;
  const change = (kind: PlanChange['kind']): PlanChange => ({ organisationId, kind, from, to });
  if (from !== null && to !== null && from !== to) return change('moved');
  if (from === null && to !== null) return change('placed');
  if (from !== null && to === null) return change(is ? 'unplaced' : 'left');
  if (is && !was) return change('waiting');
  if (was && !is && !seatsOf(after, organisationId)) return change('left');
  if (to !== null && before && company(before, organisationId) !== company(after, organisationId)) return change('partner');
  const seats = seatsOf(after, organisationId);
  if (seats && seats !== (before && seatsOf(before, organisationId))) return change('seats');
  return null;
}

/** With whom an authority speaks, and for how long together; empty when alone. */
function company({ pairs, placements }: WholePlan, id: string): string {
  const pair = pairs.find(({ authorities }) => authorities.includes(id));
  const place = (one: string | undefined) => placements.find((row) => row.organisationId === one)?.workshopId;
  const twin = pair?.authorities.find((one) => one !== id);
  return twin && place(twin) === place(id) ? `${twin} ${pair?.minutes ?? 'each'}` : '';
}

/** Where an authority's delegates sit, slot by slot; empty when nowhere. */
function seatsOf({ attendance }: WholePlan, id: string): string {
  const theirs = attendance.filter(({ organisationId }) => organisationId === id);
  return theirs
    .map(({ slot, workshopId }) => `${slot} ${workshopId ?? ''}`)
    .sort()
    .join('\n');
}
