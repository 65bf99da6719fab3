import { minutesOfAuthorities } from './pair-minutes.ts';
import type { AllocationAuthority, AllocationPair, AllocationProblem, AllocationWorkshop } from './problem.ts';
import { rankOf } from './problem.ts';
import { compareText, seededOrder } from './seeded-order.ts';

/** What is placed as one: an authority, or a pair. Lists by workshop follow the order of `Ground.workshops`. */
export type Unit = {
  readonly ids: readonly string[];
  readonly minutes: number;
  /** Its authorities of each country that has a minimum, in the order of `Ground.minimums`. */
  readonly countries: readonly number[];
  /** Its authorities for which a workshop is outside the choices, a second or later choice, the published place. */
  readonly outside: readonly number[];
  readonly second: readonly number[];
  readonly kept: readonly number[];
  /** The workshops where a chair or a pin wants it: none, one, or several that contradict each other. */
  readonly fixed: readonly number[];
};

/** Units that no rule and no level tells apart, but for the published place: `keeps` says who would stay where. */
export type UnitClass = Omit<Unit, 'ids' | 'kept'> & {
  readonly size: number;
  readonly units: readonly Unit[];
  readonly keeps: readonly { readonly workshop: number; readonly gain: number; readonly count: number }[];
};

/** A problem laid out for the solver: the same for every order of the input. */
export type Ground = {
  readonly problem: AllocationProblem;
  readonly workshops: readonly AllocationWorkshop[];
  readonly classes: readonly UnitClass[];
  readonly minimums: readonly { readonly country: string; readonly least: number }[];
  /** The entries of the published plan that name a workshop. */
  readonly published: number;
};

/** Lays a problem out: workshops and classes of units in an order that only the seed and the ids decide. */
export function layOut(problem: AllocationProblem): Ground {
  const workshops = seededOrder(problem.seed, problem.workshops, ({ id }) => id);
  const minimums = Object.entries(problem.minPerCountry)
    .filter(([, least]) => least > 0)
    .map(([country, least]) => ({ country, least }))
    .sort((a, b) => compareText(a.country, b.country));
  const units = unitsOf(problem, workshops, minimums);
  const published = (problem.previous ?? []).filter(({ workshop }) => workshop !== null).length;
  return { problem, workshops, minimums, published, classes: classesOf(problem.seed, units) };
}

/** Groups the authorities as they are placed: the pairs, and everybody else alone; by id. */
export function groupAuthorities(problem: AllocationProblem): { members: AllocationAuthority[]; pair: AllocationPair | null }[] {
  const byId = new Map(problem.authorities.map((authority) => [authority.id, authority]));
  const paired = new Set(problem.pairs.flatMap(({ authorities }) => authorities));
  const alone = problem.authorities.filter(({ id }) => !paired.has(id)).map((authority) => ({ members: [authority], pair: null }));
  const pairs = problem.pairs.map((pair) => ({
    members: [...pair.authorities].sort(compareText).flatMap((id) => byId.get(id) ?? []),
    pair,
  }));
  return [...alone, ...pairs].sort((a, b) => compareText(a.members[0]?.id ?? '', b.members[0]?.id ?? ''));
}

/** Tells for each authority the workshops that chairs and pins fix it to, each once. */
export function fixedPlaces(problem: AllocationProblem): Map<string, Set<string>> {
  const fixed = new Map<string, Set<string>>();
  const fix = (authority: string, workshop: string) => fixed.set(authority, (fixed.get(authority) ?? new Set()).add(workshop));
  for (const { id, chairs } of problem.workshops) for (const authority of chairs) fix(authority, id);
  for (const { authority, workshop } of problem.pinned) fix(authority, workshop);
  return fixed;
}

function unitsOf(problem: AllocationProblem, workshops: readonly AllocationWorkshop[], minimums: Ground['minimums']): Unit[] {
  const fixed = fixedPlaces(problem);
  const previous = new Map((problem.previous ?? []).map(({ authority, workshop }) => [authority, workshop]));
  return groupAuthorities(problem).map(({ members, pair }) => {
    const count = (test: (member: AllocationAuthority, workshop: string) => boolean) =>
      workshops.map(({ id }) => members.filter((member) => test(member, id)).length);
    const wanted = new Set(members.flatMap(({ id }) => [...(fixed.get(id) ?? [])]));
    return {
      ids: members.map(({ id }) => id),
      minutes: minutesOfAuthorities(members, pair),
      countries: minimums.map(({ country }) => members.filter((member) => member.country === country).length),
      outside: count(({ choices }, workshop) => rankOf(choices, workshop) === null),
      second: count(({ choices }, workshop) => problem.ranked && (rankOf(choices, workshop) ?? 1) >= 2),
      kept: count(({ id }, workshop) => previous.get(id) === workshop),
      fixed: workshops.flatMap(({ id }, index) => (wanted.has(id) ? [index] : [])),
    };
  });
}

/** The published places by which units of one class may differ; twins published apart make a class of their own. */
function keptKey({ kept }: Unit): readonly number[] {
  return kept.filter((gain) => gain > 0).length > 1 ? kept : [];
}

function classesOf(seed: number, units: readonly Unit[]): UnitClass[] {
  const byProfile = new Map<string, Unit[]>();
  for (const unit of units) {
    const { ids, minutes, countries, outside, second, fixed } = unit;
    const key = JSON.stringify([ids.length, minutes, countries, outside, second, fixed, keptKey(unit)]);
    const others = byProfile.get(key);
    if (others) others.push(unit);
    else byProfile.set(key, [unit]);
  }
  const nameOf = (members: readonly Unit[]) => members[0]?.ids.join('\n') ?? '';
  return seededOrder(seed, [...byProfile.values()], nameOf).flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { ids, kept: _, ...profile } = first;
    return [{ ...profile, size: ids.length, units: seededOrder(seed, members, (unit) => unit.ids.join('\n')), keeps: keepsOf(members) }];
  });
}

function keepsOf(members: readonly Unit[]): UnitClass['keeps'] {
  const counts = new Map<string, { workshop: number; gain: number; count: number }>();
  for (const { kept } of members) {
    kept.forEach((gain, workshop) => {
      if (gain === 0) return;
      const entry = counts.get(`${workshop} ${gain}`) ?? { workshop, gain, count: 0 };
      entry.count++;
      counts.set(`${workshop} ${gain}`, entry);
    });
  }
  return [...counts.values()].sort((a, b) => a.workshop - b.workshop || b.gain - a.gain);
}
