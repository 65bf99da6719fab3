import type { AllocationConstraint, AllocationLevelName, AllocationProblem, Placement } from './problem.ts';
import { levelsOf, rankOf } from './problem.ts';

/** A hard rule that a plan breaks: a constraint with its figures, or an authority with more than one place. */
export type PlanFault =
  | Exclude<AllocationConstraint, { kind: 'minutes' | 'min-country' }>
  | { readonly kind: 'speaks-twice'; readonly authority: string }
  | { readonly kind: 'minutes'; readonly workshop: string; readonly used: number; readonly available: number }
  | {
      readonly kind: 'min-country';
      readonly country: string;
      readonly workshop: string;
      readonly placed: number;
      readonly asked: number;
    };

type Plan = ReadonlyMap<string, string | null>;

const planOf = (placements: readonly Placement[]): Plan => new Map(placements.map(({ authority, workshop }) => [authority, workshop]));

/** Counts how often each key is met. */
function tally(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * Adds up the minutes of talks in each workshop of a plan. A pair with a joint talk counts once where the two are together;
 * apart (in a plan that breaks the rule) each counts its own.
 */
export function minutesOfPlan(problem: AllocationProblem, placements: readonly Placement[]): Map<string, number> {
  const plan = planOf(placements);
  const own = new Map(problem.authorities.map((authority) => [authority.id, authority.talkMinutes]));
  const used = new Map(problem.workshops.map(({ id }) => [id, 0]));
  const add = (workshop: string, minutes: number) => used.set(workshop, (used.get(workshop) ?? 0) + minutes);
  for (const [authority, workshop] of plan) if (workshop !== null) add(workshop, own.get(authority) ?? 0);
  for (const { authorities, minutes } of problem.pairs) {
    const [a, b] = authorities;
    const workshop = plan.get(a) ?? null;
    if (minutes === null || workshop === null || plan.get(b) !== workshop) continue;
    add(workshop, minutes - (own.get(a) ?? 0) - (own.get(b) ?? 0));
  }
  return used;
}

/** Tells every hard rule that a plan breaks, hand-made plans included; authorities that it does not name are unplaced. */
export function faultsOfPlan(problem: AllocationProblem, placements: readonly Placement[]): PlanFault[] {
  const plan = planOf(placements);
  const at = (authority: string) => plan.get(authority) ?? null;
  const faults: PlanFault[] = [];
  for (const [authority, count] of tally(placements.map((row) => row.authority))) {
    if (count > 1) faults.push({ kind: 'speaks-twice', authority });
  }
  for (const { id, chairs } of problem.workshops) {
    for (const authority of chairs) if (at(authority) !== id) faults.push({ kind: 'chair', workshop: id, authority });
  }
  for (const { authority, workshop } of problem.pinned) if (at(authority) !== workshop) faults.push({ kind: 'pin', authority, workshop });
  for (const { authorities } of problem.pairs) {
    if (at(authorities[0]) !== at(authorities[1])) faults.push({ kind: 'pair', authorities });
  }
  const minutes = minutesOfPlan(problem, placements);
  for (const { id, talkMinutes } of problem.workshops) {
    const used = minutes.get(id) ?? 0;
    if (used > talkMinutes) faults.push({ kind: 'minutes', workshop: id, used, available: talkMinutes });
  }
  return [...faults, ...missingCountries(problem, plan)];
}

function missingCountries(problem: AllocationProblem, plan: Plan): PlanFault[] {
  const faults: PlanFault[] = [];
  for (const [country, asked] of Object.entries(problem.minPerCountry)) {
    const theirs = problem.authorities.filter((authority) => authority.country === country);
    const placedAt = tally(theirs.flatMap(({ id }) => plan.get(id) ?? []));
    for (const { id: workshop } of problem.workshops) {
      const placed = placedAt.get(workshop) ?? 0;
      if (placed < asked) faults.push({ kind: 'min-country', country, workshop, placed, asked });
    }
  }
  return faults;
}

/** Measures a plan by the problem's levels, in their order; it need not keep the hard rules. */
export function measurePlan(
  problem: AllocationProblem,
  placements: readonly Placement[],
): { readonly name: AllocationLevelName; readonly value: number }[] {
  const plan = planOf(placements);
  const places = problem.authorities.map(({ id, choices }) => {
    const workshop = plan.get(id) ?? null;
    return { workshop, rank: rankOf(choices, workshop) };
  });
  const placed = places.filter(({ workshop }) => workshop !== null);
  const counts = tally(placed.flatMap(({ workshop }) => workshop ?? []));
  const sizes = problem.workshops.map(({ id }) => counts.get(id) ?? 0);
  const spread = sizes.reduce((most, size) => Math.max(most, size), 0) - sizes.reduce((least, size) => Math.min(least, size), Infinity);
  const values: Record<AllocationLevelName, number> = {
    unplaced: places.length - placed.length,
    'outside-choices': placed.filter(({ rank }) => rank === null).length,
    'over-spread': Math.max(0, spread - (problem.maxSpread ?? 0)),
    'second-choices': placed.filter(({ rank }) => rank !== null && rank >= 2).length,
    spread,
    changes: (problem.previous ?? []).filter(({ authority, workshop }) => workshop !== null && (plan.get(authority) ?? null) !== workshop)
      .length,
  };
  return levelsOf(problem).map((name) => ({ name, value: values[name] }));
}
