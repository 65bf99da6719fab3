import type { Ground, Unit, UnitClass } from './classes.ts';
import type { PlanModel } from './plan-model.ts';
import type { Placement } from './problem.ts';

/** The workshops of a class's units, by index, in the order of `UnitClass.units`; null when unplaced. */
export type ClassPlan = readonly (number | null)[];

/**
 * Spreads the numbers of a solution over the members of a class: whoever was published at a workshop stays there as far as
 * it has places for the class, the others follow in their seeded order.
 */
export function spreadOverUnits({ units }: UnitClass, counts: readonly number[]): ClassPlan {
  const left = [...counts];
  const places: (number | null)[] = units.map(() => null);
  const wishes = units
    .flatMap(({ kept }, unit) => kept.flatMap((gain, workshop) => (gain > 0 ? [{ unit, workshop, gain }] : [])))
    .sort((a, b) => b.gain - a.gain || a.unit - b.unit);
  for (const { unit, workshop } of wishes) {
    if (places[unit] !== null || (left[workshop] ?? 0) === 0) continue;
    places[unit] = workshop;
    left[workshop] = (left[workshop] ?? 0) - 1;
  }
  let next = 0;
  return places.map((place) => {
    if (place !== null) return place;
    while (next < left.length && (left[next] ?? 0) === 0) next++;
    if (next === left.length) return null;
    left[next] = (left[next] ?? 0) - 1;
    return next;
  });
}

/** Turns a solution of the model into the plans of its classes. */
export function classPlans({ ground, place }: PlanModel, solution: readonly number[]): ClassPlan[] {
  return ground.classes.map((unitClass, c) =>
    spreadOverUnits(
      unitClass,
      ground.workshops.map((_, w) => solution[place(c, w)] ?? 0),
    ),
  );
}

/** Names the places of the authorities in the plans of the classes. */
export function placementsOf({ classes, workshops }: Ground, plans: readonly ClassPlan[]): Placement[] {
  return classes.flatMap(({ units }, c) =>
    units.flatMap(({ ids }, u) => {
      const workshop = workshops[plans[c]?.[u] ?? -1]?.id ?? null;
      return ids.map((authority) => ({ authority, workshop }));
    }),
  );
}

/** Turns numbers of placed units (`place` columns) into a whole solution of the model: its other columns follow from them. */
export function completeSolution(model: PlanModel, places: readonly number[]): number[] {
  const { ground, place, largest, smallest, excess, keeps, linear } = model;
  const solution = linear.lower.map((_, column) => (column < largest ? (places[column] ?? 0) : 0));
  const sizes = ground.workshops.map((_, w) => ground.classes.reduce((sum, { size }, c) => sum + size * (solution[place(c, w)] ?? 0), 0));
  solution[largest] = Math.max(...sizes);
  solution[smallest] = Math.min(...sizes);
  if (excess !== null) solution[excess] = Math.max(0, Math.max(...sizes) - Math.min(...sizes) - (ground.problem.maxSpread ?? 0));
  const free = solution.slice(0, largest);
  for (const { column, unitClass, workshop } of keeps) {
    const cell = place(unitClass, workshop);
    const kept = Math.min(free[cell] ?? 0, linear.upper[column] ?? 0);
    solution[column] = kept;
    free[cell] = (free[cell] ?? 0) - kept;
  }
  return solution;
}

/** Counts the units of each class at each workshop: the `place` columns of the plans. */
export function placesOf({ ground, place }: PlanModel, plans: readonly ClassPlan[]): number[] {
  const places: number[] = [];
  ground.classes.forEach((_, c) => {
    ground.workshops.forEach((_, w) => {
      places[place(c, w)] = (plans[c] ?? []).filter((workshop) => workshop === w).length;
    });
  });
  return places;
}

/** A unit with its class and its place in it. */
export type SeatOfUnit = { readonly unit: Unit; readonly unitClass: number; readonly index: number };

/** Lists the units of all classes. */
export function allUnits({ classes }: Ground): SeatOfUnit[] {
  return classes.flatMap(({ units }, unitClass) => units.map((unit, index) => ({ unit, unitClass, index })));
}
