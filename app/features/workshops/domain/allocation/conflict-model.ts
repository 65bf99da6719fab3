import { fixedPlaces } from './classes.ts';
import { addColumn, type LinearModel } from './linear-model.ts';
import type { AllocationAuthority, AllocationConstraint, AllocationProblem } from './problem.ts';
import { compareText, seededOrder } from './seeded-order.ts';

/** The hard rules of a problem with one column each that says "given up" (1) or kept (0). */
export type ConflictModel = {
  readonly linear: LinearModel;
  readonly constraints: readonly AllocationConstraint[];
  /** The columns of `constraints`, in their order. */
  readonly givenUp: readonly number[];
};

type Group = { readonly country: string; readonly minutes: number; readonly count: number; readonly columns: readonly number[] };
type Draft = {
  readonly problem: AllocationProblem;
  readonly linear: LinearModel;
  readonly groups: Group[];
  readonly byAuthority: Map<string, Group>;
  readonly constraints: AllocationConstraint[];
  readonly givenUp: number[];
  /** For each workshop, what pairs add to the sum of its authorities' own minutes. */
  readonly pairMinutes: { column: number; weight: number }[][];
};

/**
 * Builds the model that finds which rules contradict each other. Giving a rule up never forbids what keeping it allows: a
 * pair that is given up may be apart, and where its twins happen to be together they cost the lesser of the joint talk and
 * their two own.
 */
export function buildConflictModel(unordered: AllocationProblem): ConflictModel {
  const problem = { ...unordered, workshops: seededOrder(unordered.seed, unordered.workshops, ({ id }) => id) };
  const linear: LinearModel = { lower: [], upper: [], rows: [] };
  const pairMinutes = problem.workshops.map(() => []);
  const draft: Draft = { problem, linear, groups: [], byAuthority: new Map(), constraints: [], givenUp: [], pairMinutes };
  addGroups(draft);
  for (const { id, chairs } of problem.workshops) {
    for (const authority of [...chairs].sort(compareText)) addFixed(draft, { kind: 'chair', workshop: id, authority });
  }
  const pins = [...problem.pinned].sort((a, b) => compareText(a.authority, b.authority) || compareText(a.workshop, b.workshop));
  for (const { authority, workshop } of pins) addFixed(draft, { kind: 'pin', authority, workshop });
  for (const pair of seededOrder(problem.seed, problem.pairs, ({ authorities }) => [...authorities].sort(compareText).join('\n'))) {
    addPair(draft, pair);
  }
  problem.workshops.forEach((_, w) => {
    addMinutes(draft, w);
  });
  for (const [country, least] of Object.entries(problem.minPerCountry).sort(([a], [b]) => compareText(a, b))) {
    if (least > 0) addCountry(draft, country, least);
  }
  return { linear, constraints: draft.constraints, givenUp: draft.givenUp };
}

function giveUpColumn(draft: Draft, constraint: AllocationConstraint): number {
  const column = addColumn(draft.linear, 0, 1);
  draft.constraints.push(constraint);
  draft.givenUp.push(column);
  return column;
}

/** Authorities whom no chair, pin or pair names are alike when they share country and minutes. */
function addGroups(draft: Draft): void {
  const { problem, linear, groups, byAuthority } = draft;
  const named = new Set([...fixedPlaces(problem).keys(), ...problem.pairs.flatMap(({ authorities }) => authorities)]);
  const alike = new Map<string, AllocationAuthority[]>();
  for (const authority of [...problem.authorities].sort((a, b) => compareText(a.id, b.id))) {
    const key = named.has(authority.id) ? `id ${authority.id}` : JSON.stringify([authority.country, authority.talkMinutes]);
    alike.set(key, [...(alike.get(key) ?? []), authority]);
  }
  for (const members of alike.values()) {
    const [first] = members;
    if (!first) continue;
    const count = members.length;
    const columns = problem.workshops.map(() => addColumn(linear, 0, count));
    const group = { country: first.country, minutes: first.talkMinutes, count, columns };
    groups.push(group);
    for (const { id } of members) byAuthority.set(id, group);
    linear.rows.push({ columns, weights: columns.map(() => 1), lower: 0, upper: count });
  }
}

function addFixed(draft: Draft, constraint: AllocationConstraint & { kind: 'chair' | 'pin' }): void {
  const w = draft.problem.workshops.findIndex(({ id }) => id === constraint.workshop);
  const place = draft.byAuthority.get(constraint.authority)?.columns[w] ?? 0;
  draft.linear.rows.push({ columns: [place, giveUpColumn(draft, constraint)], weights: [1, 1], lower: 1, upper: 2 });
}

function addPair(draft: Draft, { authorities, minutes }: AllocationProblem['pairs'][number]): void {
  const { linear, pairMinutes, problem } = draft;
  const a = draft.byAuthority.get(authorities[0]);
  const b = draft.byAuthority.get(authorities[1]);
  if (!a || !b) return;
  const givenUp = giveUpColumn(draft, { kind: 'pair', authorities });
  const own = a.minutes + b.minutes;
  const joint = minutes ?? own;
  problem.workshops.forEach((_, w) => {
    const [first, second] = [a.columns[w] ?? 0, b.columns[w] ?? 0];
    linear.rows.push({ columns: [first, second, givenUp], weights: [1, -1, -1], lower: -2, upper: 0 });
    linear.rows.push({ columns: [second, first, givenUp], weights: [1, -1, -1], lower: -2, upper: 0 });
    if (joint < own) {
      const together = addColumn(linear, 0, 1);
      linear.rows.push({ columns: [together, first], weights: [1, -1], lower: -1, upper: 0 });
      linear.rows.push({ columns: [together, second], weights: [1, -1], lower: -1, upper: 0 });
      pairMinutes[w]?.push({ column: together, weight: joint - own });
    } else if (joint > own) {
      const longer = addColumn(linear, 0, 1);
      linear.rows.push({ columns: [first, givenUp, longer], weights: [1, -1, -1], lower: -2, upper: 0 });
      pairMinutes[w]?.push({ column: longer, weight: joint - own });
    }
  });
}

function addMinutes(draft: Draft, w: number): void {
  const { problem, groups, linear, pairMinutes } = draft;
  const workshop = problem.workshops[w];
  const extra = pairMinutes[w] ?? [];
  const most =
    groups.reduce((sum, { minutes, count }) => sum + minutes * count, 0) + extra.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  const least = extra.reduce((sum, { weight }) => sum + Math.min(0, weight), 0);
  if (!workshop || workshop.talkMinutes >= most) return;
  const givenUp = giveUpColumn(draft, { kind: 'minutes', workshop: workshop.id });
  linear.rows.push({
    columns: [...groups.map(({ columns }) => columns[w] ?? 0), ...extra.map(({ column }) => column), givenUp],
    weights: [...groups.map(({ minutes }) => minutes), ...extra.map(({ weight }) => weight), workshop.talkMinutes - most],
    lower: least + workshop.talkMinutes - most,
    upper: workshop.talkMinutes,
  });
}

function addCountry(draft: Draft, country: string, least: number): void {
  const { problem, groups, linear } = draft;
  const theirs = groups.filter((group) => group.country === country);
  const total = problem.authorities.length;
  problem.workshops.forEach(({ id }, w) => {
    const givenUp = giveUpColumn(draft, { kind: 'min-country', country, workshop: id });
    const columns = [...theirs.map(({ columns }) => columns[w] ?? 0), givenUp];
    linear.rows.push({ columns, weights: [...theirs.map(() => 1), least], lower: least, upper: least + total });
  });
}
