import type { Ground, UnitClass } from './classes.ts';
import { allUnits, type ClassPlan, type SeatOfUnit } from './decode-plan.ts';

type State = {
  readonly ground: Ground;
  readonly plans: (number | null)[][];
  readonly room: number[];
  readonly sizes: number[];
  readonly countries: number[][];
};

/**
 * Makes a plan at once, without any claim to be good: the fixed units, then those that a country's minimum needs, then each
 * where it would rather be and there is time left. A first plan to keep when the time is short; it may break a country's minimum.
 */
export function greedyPlan(ground: Ground): ClassPlan[] {
  const { classes, workshops, minimums } = ground;
  const state: State = {
    ground,
    plans: classes.map(({ units }) => units.map(() => null)),
    room: workshops.map(({ talkMinutes }) => talkMinutes),
    sizes: workshops.map(() => 0),
    countries: minimums.map(() => workshops.map(() => 0)),
  };
  const seats = allUnits(ground);
  for (const seat of seats) for (const workshop of classes[seat.unitClass]?.fixed ?? []) put(state, seat, workshop);
  minimums.forEach(({ least }, k) => {
    workshops.forEach((_, w) => {
      for (const seat of byWish(seats, classes, w)) {
        if ((state.countries[k]?.[w] ?? 0) >= least) return;
        if ((seat.unit.countries[k] ?? 0) > 0 && fits(state, seat, w)) put(state, seat, w);
      }
    });
  });
  for (const seat of seats) placeWell(state, seat);
  return state.plans;
}

const placeIn = (state: State, { unitClass, index }: SeatOfUnit) => state.plans[unitClass]?.[index] ?? null;

function byWish(seats: readonly SeatOfUnit[], classes: readonly UnitClass[], w: number): SeatOfUnit[] {
  const cost = ({ unitClass }: SeatOfUnit) => 2 * (classes[unitClass]?.outside[w] ?? 0) + (classes[unitClass]?.second[w] ?? 0);
  return [...seats].sort((a, b) => cost(a) - cost(b));
}

function fits(state: State, seat: SeatOfUnit, w: number): boolean {
  return placeIn(state, seat) === null && seat.unit.minutes <= (state.room[w] ?? 0);
}

function put(state: State, seat: SeatOfUnit, w: number): void {
  const plan = state.plans[seat.unitClass];
  if (plan) plan[seat.index] = w;
  state.room[w] = (state.room[w] ?? 0) - seat.unit.minutes;
  state.sizes[w] = (state.sizes[w] ?? 0) + seat.unit.ids.length;
  seat.unit.countries.forEach((count, k) => {
    const counts = state.countries[k];
    if (counts) counts[w] = (counts[w] ?? 0) + count;
  });
}

function placeWell(state: State, seat: SeatOfUnit): void {
  const { unit } = seat;
  const cost = (w: number) => [unit.outside[w] ?? 0, unit.second[w] ?? 0, state.sizes[w] ?? 0];
  const open = state.ground.workshops.flatMap((_, w) => (fits(state, seat, w) ? [{ w, cost: cost(w) }] : []));
  const [best] = open.sort((a, b) => a.cost.map((value, i) => value - (b.cost[i] ?? 0)).find((difference) => difference !== 0) ?? 0);
  if (best) put(state, seat, best.w);
}
