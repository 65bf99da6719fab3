/**
 * The allocation by trying everything: what the solver's answers are held against. Written from the meaning of the rules,
 * with nothing of the solver's own code but the shape of a problem.
 */
import type { AllocationProblem } from '../../domain/allocation/problem.ts';

/** For each authority, in the order of the problem, the index of its workshop; −1 when unplaced. */
export type Assignment = readonly number[];
export type Tried = { readonly plan: Assignment; readonly values: readonly number[] };

/** Calls back with every way to give each of `count` things one of −1 … `places − 1`. */
function everyWay(count: number, places: number, visit: (way: number[]) => void): void {
  const way = Array.from({ length: count }, () => -1);
  const step = (i: number): void => {
    if (i === count) {
      visit(way);
      return;
    }
    for (let place = -1; place < places; place++) {
      way[i] = place;
      step(i + 1);
    }
  };
  step(0);
}

const indexOf = (problem: AllocationProblem, id: string) => problem.authorities.findIndex((authority) => authority.id === id);
const workshopOf = (problem: AllocationProblem, id: string) => problem.workshops.findIndex((workshop) => workshop.id === id);

/** Each constraint as a test of an assignment: whether it is broken when all of `kept` (by index) are meant to hold. */
export type Rule = { readonly name: string; broken(plan: Assignment, kept: (name: string) => boolean): boolean };

export function rulesOf(problem: AllocationProblem): Rule[] {
  const { workshops, authorities, pairs } = problem;
  const rules: Rule[] = [];
  const fixed = (name: string, authority: string, workshop: string) => {
    const [a, w] = [indexOf(problem, authority), workshopOf(problem, workshop)];
    rules.push({ name, broken: (plan) => plan[a] !== w });
  };
  for (const { id, chairs } of workshops) for (const chair of chairs) fixed(`chair ${id} ${chair}`, chair, id);
  for (const pin of problem.pinned) fixed(`pin ${pin.authority} ${pin.workshop}`, pin.authority, pin.workshop);
  const twins = pairs.map((pair) => {
    const [a, b] = [indexOf(problem, pair.authorities[0]), indexOf(problem, pair.authorities[1])];
    const own = (authorities[a]?.talkMinutes ?? 0) + (authorities[b]?.talkMinutes ?? 0);
    const name = `pair ${[...pair.authorities].sort().join(' ')}`;
    rules.push({ name, broken: (plan) => plan[a] !== plan[b] });
    return { a, b, own, joint: pair.minutes ?? own, name };
  });
  workshops.forEach(({ id, talkMinutes }, w) => {
    rules.push({
      name: `minutes ${id}`,
      broken(plan, kept) {
        let used = authorities.reduce((sum, authority, i) => sum + (plan[i] === w ? authority.talkMinutes : 0), 0);
        for (const { a, b, own, joint, name } of twins) {
          if (plan[a] === w && plan[b] === w) used += (kept(name) ? joint : Math.min(own, joint)) - own;
        }
        return used > talkMinutes;
      },
    });
  });
  for (const [country, least] of Object.entries(problem.minPerCountry)) {
    workshops.forEach(({ id }, w) => {
      rules.push({
        name: `min-country ${country} ${id}`,
        broken: (plan) => authorities.filter((authority, i) => plan[i] === w && authority.country === country).length < least,
      });
    });
  }
  return rules;
}

/** The values of a plan's levels, in their order. */
export function valuesOf(problem: AllocationProblem, plan: Assignment): number[] {
  const { workshops, authorities, maxSpread, previous, ranked } = problem;
  const ranks = authorities.map(({ choices }, i) => choices.indexOf(workshops[plan[i] ?? -1]?.id ?? '\u0000'));
  const sizes = workshops.map((_, w) => plan.filter((place) => place === w).length);
  const spread = Math.max(...sizes) - Math.min(...sizes);
  const values = [plan.filter((place) => place === -1).length, plan.filter((place, i) => place !== -1 && ranks[i] === -1).length];
  if (maxSpread !== undefined) values.push(Math.max(0, spread - maxSpread));
  if (ranked) values.push(ranks.filter((rank) => rank >= 1).length);
  values.push(spread);
  if (previous) {
    const changed = previous.filter(
      ({ authority, workshop }) => workshop !== null && plan[indexOf(problem, authority)] !== workshopOf(problem, workshop),
    );
    values.push(changed.length);
  }
  return values;
}

/** All plans that keep the rules (but those whose name begins with `without`), with their levels. */
export function everyPlan(problem: AllocationProblem, without?: string): Tried[] {
  const rules = rulesOf(problem).filter(({ name }) => without === undefined || !name.startsWith(without));
  const plans: Tried[] = [];
  everyWay(problem.authorities.length, problem.workshops.length, (way) => {
    if (rules.some((rule) => rule.broken(way, () => true))) return;
    plans.push({ plan: [...way], values: valuesOf(problem, way) });
  });
  return plans;
}

/** Compares lists of values: the first difference decides. */
export function compareValues(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** Tells whether rules (by name) contradict each other: every assignment breaks one of them. */
export function contradict(problem: AllocationProblem, names: readonly string[]): boolean {
  const rules = rulesOf(problem).filter(({ name }) => names.includes(name));
  const kept = (name: string) => names.includes(name);
  let possible = false;
  everyWay(problem.authorities.length, problem.workshops.length, (way) => {
    possible ||= !rules.some((rule) => rule.broken(way, kept));
  });
  return !possible;
}

/** Tells whether fewer than `size` rules can contradict each other. */
export function smallerContradiction(problem: AllocationProblem, size: number): string[] | null {
  const names = rulesOf(problem).map(({ name }) => name);
  const grow = (chosen: string[], from: number): string[] | null => {
    if (contradict(problem, chosen)) return chosen;
    if (chosen.length === size - 1) return null;
    for (let i = from; i < names.length; i++) {
      const found = grow([...chosen, names[i] ?? ''], i + 1);
      if (found) return found;
    }
    return null;
  };
  return size === 0 ? null : grow([], 0);
}

/** The best seating of a slot: [without seats, outside their choices, not at their best rank, not at the next …]. */
export function bestSeating(problem: AllocationProblem, plan: Assignment, slot: string | number): number[] {
  let best: number[] | null = null;
  const rooms = problem.workshops.filter((workshop) => workshop.slot === slot);
  everyWay(problem.authorities.length, rooms.length, (way) => {
    const values = seatingValues(
      problem,
      plan,
      slot,
      way.map((room) => rooms[room]?.id ?? null),
    );
    if (values && (best === null || compareValues(values, best) < 0)) best = values;
  });
  return best ?? [];
}

/** Judges a seating of a slot; null when it breaks a rule: more people than seats, or a speaker sent elsewhere. */
export function seatingValues(
  problem: AllocationProblem,
  plan: Assignment,
  slot: string | number,
  where: readonly (string | null)[],
): number[] | null {
  const rooms = problem.workshops.filter((workshop) => workshop.slot === slot);
  for (const { id, seats } of rooms) {
    const people = problem.authorities.reduce((sum, { delegates }, i) => sum + (where[i] === id ? delegates : 0), 0);
    if (people > seats) return null;
  }
  const own = plan.map((place) => rooms.find(({ id }) => id === problem.workshops[place]?.id)?.id ?? null);
  if (where.some((room, i) => room !== null && own[i] !== null && room !== own[i])) return null;
  const choosing = problem.authorities.flatMap(({ choices }, i) =>
    own[i] === null && rooms.some(({ id }) => choices.includes(id)) ? [{ choices, room: where[i] ?? null }] : [],
  );
  const rank = (choices: readonly string[], room: string | null) => (room === null ? 0 : choices.indexOf(room) + 1);
  const perRank = problem.workshops.map((_, k) => -choosing.filter(({ choices, room }) => rank(choices, room) === k + 1).length);
  return [
    where.filter((room) => room === null).length,
    choosing.filter(({ choices, room }) => rank(choices, room) === 0).length,
    ...perRank,
  ];
}
