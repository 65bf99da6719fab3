import type { Ground, UnitClass } from './classes.ts';
import { addColumn, type LinearModel, type LinearRow, type Terms, tightened } from './linear-model.ts';
import type { AllocationLevelName } from './problem.ts';

/**
 * The plan as a linear model in whole numbers: how many units of each class go to each workshop (`place`), the largest and
 * smallest workshop, the excess over the allowed difference, and how many of each group stay where they were published.
 */
export type PlanModel = {
  readonly ground: Ground;
  readonly linear: LinearModel;
  /** The column of a class and a workshop, by their indexes. */
  readonly place: (unitClass: number, workshop: number) => number;
  readonly largest: number;
  readonly smallest: number;
  readonly excess: number | null;
  readonly keeps: readonly { readonly column: number; readonly unitClass: number; readonly workshop: number; readonly gain: number }[];
  readonly levels: Readonly<Record<AllocationLevelName, Terms>>;
  /** The rows of the minutes and of the countries, so that a question can leave one kind out. */
  readonly minutesRows: readonly LinearRow[];
  readonly countryRows: readonly LinearRow[];
};

/** Builds the model of a problem in which no unit is fixed to two workshops. */
export function buildPlanModel(ground: Ground): PlanModel {
  const { classes, workshops, problem } = ground;
  const linear: LinearModel = { lower: [], upper: [], rows: [] };
  for (const unitClass of classes) {
    for (const w of workshops.keys()) addColumn(linear, ...placeBounds(ground, unitClass, w));
  }
  const place = (c: number, w: number) => c * workshops.length + w;
  const total = problem.authorities.length;
  const largest = addColumn(linear, 0, total);
  const smallest = addColumn(linear, 0, Math.floor(total / workshops.length));
  const excess = problem.maxSpread === undefined ? null : addColumn(linear, 0, total);
  classes.forEach(({ units }, c) => {
    const columns = workshops.map((_, w) => place(c, w));
    linear.rows.push({ columns, weights: columns.map(() => 1), lower: 0, upper: units.length });
  });
  workshops.forEach((_, w) => {
    const columns = classes.map((_, c) => place(c, w));
    const sizes = classes.map(({ size }) => size);
    linear.rows.push({ columns: [...columns, largest], weights: [...sizes, -1], lower: -total, upper: 0 });
    linear.rows.push({ columns: [...columns, smallest], weights: [...sizes, -1], lower: 0, upper: total });
  });
  if (excess !== null) {
    const columns = [largest, smallest, excess];
    linear.rows.push({ columns, weights: [1, -1, -1], lower: -2 * total, upper: problem.maxSpread ?? 0 });
  }
  const keeps = addKeeps(ground, linear, place);
  const base = { ground, linear, place, largest, smallest, excess, keeps };
  return { ...base, levels: levelTerms(base), minutesRows: minutesRows(ground, place), countryRows: countryRows(ground, place) };
}

function placeBounds({ workshops }: Ground, { units, minutes, fixed }: UnitClass, w: number): [number, number] {
  const room = workshops[w]?.talkMinutes ?? 0;
  const most = minutes === 0 ? units.length : Math.min(units.length, Math.floor(room / minutes));
  const [only] = fixed;
  if (only === undefined) return [0, most];
  // A chair whose talk is longer than its workshop stays fixed: the row of the minutes says that this is impossible.
  return only === w ? [units.length, units.length] : [0, 0];
}

function addKeeps({ classes }: Ground, linear: LinearModel, place: PlanModel['place']): PlanModel['keeps'] {
  return classes.flatMap((unitClass, c) => {
    const keeps = unitClass.keeps.map(({ workshop, gain, count }) => ({
      column: addColumn(linear, 0, count),
      unitClass: c,
      workshop,
      gain,
    }));
    for (const workshop of new Set(keeps.map((keep) => keep.workshop))) {
      const columns = keeps.filter((keep) => keep.workshop === workshop).map(({ column }) => column);
      const weights = [...columns.map(() => 1), -1];
      linear.rows.push({ columns: [...columns, place(c, workshop)], weights, lower: -unitClass.units.length, upper: 0 });
    }
    return keeps;
  });
}

function levelTerms({ ground, place, largest, smallest, excess, keeps }: Omit<PlanModel, 'levels' | 'minutesRows' | 'countryRows'>) {
  const { classes, workshops, problem, published } = ground;
  const overPlaces = (weightOf: (unitClass: UnitClass, w: number) => number, constant: number): Terms => {
    const cells = classes.flatMap((unitClass, c) => workshops.map((_, w) => ({ column: place(c, w), weight: weightOf(unitClass, w) })));
    const used = cells.filter(({ weight }) => weight !== 0);
    return { columns: used.map(({ column }) => column), weights: used.map(({ weight }) => weight), constant };
  };
  return {
    unplaced: overPlaces(({ size }) => -size, problem.authorities.length),
    'outside-choices': overPlaces(({ outside }, w) => outside[w] ?? 0, 0),
    'over-spread': { columns: excess === null ? [] : [excess], weights: excess === null ? [] : [1], constant: 0 },
    'second-choices': overPlaces(({ second }, w) => second[w] ?? 0, 0),
    spread: { columns: [largest, smallest], weights: [1, -1], constant: 0 },
    changes: { columns: keeps.map(({ column }) => column), weights: keeps.map(({ gain }) => -gain), constant: published },
  };
}

function minutesRows({ classes, workshops }: Ground, place: PlanModel['place']): LinearRow[] {
  const used = classes.flatMap(({ minutes, units }, c) => (minutes > 0 ? [{ c, minutes, count: units.length }] : []));
  const all = used.reduce((sum, { minutes, count }) => sum + minutes * count, 0);
  return workshops.flatMap(({ talkMinutes }, w) => {
    // Where everybody could speak there is no row: a figure meant as "no limit" must not enter the arithmetic.
    if (talkMinutes >= all) return [];
    const columns = used.map(({ c }) => place(c, w));
    return [tightened({ columns, weights: used.map(({ minutes }) => minutes), lower: 0, upper: talkMinutes })];
  });
}

function countryRows({ classes, workshops, minimums, problem }: Ground, place: PlanModel['place']): LinearRow[] {
  return minimums.flatMap(({ least }, k) => {
    const theirs = classes.flatMap(({ countries }, c) => ((countries[k] ?? 0) > 0 ? [{ c, weight: countries[k] ?? 0 }] : []));
    const weights = theirs.map(({ weight }) => weight);
    const upper = Math.max(least, problem.authorities.length);
    return workshops.map((_, w) => ({ columns: theirs.map(({ c }) => place(c, w)), weights, lower: least, upper }));
  });
}
