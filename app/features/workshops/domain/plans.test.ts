import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllocationProblem, AllocationResult } from './allocation/problem.ts';
import { canonical } from './canonical.ts';
import { compareResults } from './compare-results.ts';
import { fitPlan, type PlanPlacement, planPlacements } from './plan.ts';
import { type PlanChange, planChanges, type WholePlan } from './plan-changes.ts';
import { planSheet } from './plan-sheet.ts';
import { standingOf } from './standing.ts';

const authority = (id: string, country: string, choices: string[]) => ({ id, country, choices, talkMinutes: 7, delegates: 2 });
const workshop = (id: string, talkMinutes = 14) => ({ id, slot: 's', talkMinutes, seats: 9, chairs: [] });
const problem: AllocationProblem = {
  workshops: [workshop('w1'), workshop('w2')],
  authorities: [authority('a', 'FR', ['w1', 'w2']), authority('b', 'JP', ['w1']), authority('c', 'FR', ['w2'])],
  pairs: [],
  pinned: [],
  minPerCountry: {},
  seed: 1,
  ranked: true,
};
const plan: PlanPlacement[] = [
  { organisationId: 'a', workshopId: 'w1' },
  { organisationId: 'b', workshopId: 'w1' },
  { organisationId: 'c', workshopId: 'w2' },
];
const levels = (bounds: Partial<Record<string, number>> = {}): AllocationResult['levels'] =>
  (['unplaced', 'outside-choices', 'second-choices', 'spread'] as const).map((name) => {
    const value = name === 'spread' ? 1 : 0;
    return { name, value, bound: bounds[name] ?? value };
  });
const result = (given: Partial<AllocationResult> = {}): AllocationResult => ({
  status: 'optimal',
  levels: levels(),
  placements: plan.map(({ organisationId, workshopId }) => ({
    authority: organisationId,
    workshop: workshopId,
    rank: 1,
    reason: 'first-choice',
  })),
  attendance: [],
  conflicts: [],
  solver: { name: 'HiGHS', version: '1', seconds: 0.1, seed: 1 },
  ...given,
});
const run = (given: Partial<AllocationResult> = {}) => ({ input: problem, result: result(given) });
const moved = (id: string, workshopId: string | null) =>
  plan.map((place) => (place.organisationId === id ? { ...place, workshopId } : place));

describe('what may be said of a plan', () => {
  it('is proven only when every level is', () => {
    expect(standingOf(problem, plan, run())).toEqual({ kind: 'proven' });
    expect(standingOf(problem, plan, run({ levels: levels({ spread: 0.2 }) }))).toEqual({ kind: 'gap', level: 'spread', most: 1 });
    expect(standingOf(problem, plan, null)).toEqual({ kind: 'none' });
  });

  it('is not proven any more once it was moved for the worse, breaks a rule, or the question changed', () => {
    expect(standingOf(problem, moved('c', null), run())).toEqual({ kind: 'moved' });
    expect(standingOf(problem, moved('c', 'w1'), run())).toEqual({ kind: 'broken' });
    const asked = { ...problem, authorities: problem.authorities.map((one) => ({ ...one, delegates: 3 })) };
    expect(standingOf(asked, plan, run())).toEqual({ kind: 'outdated' });
  });

  it('stays proven when it is pinned where it is, and not when a pin of the run was let go', () => {
    const pinned = [{ authority: 'a', workshop: 'w1' }];
    expect(standingOf({ ...problem, pinned }, plan, run())).toEqual({ kind: 'proven' });
    expect(standingOf(problem, plan, { input: { ...problem, pinned }, result: result() })).toEqual({ kind: 'outdated' });
  });

  it('stays proven when it was published since, and not for another plan than the published one', () => {
    const previous = plan.map(({ organisationId, workshopId }) => ({ authority: organisationId, workshop: workshopId }));
    expect(standingOf({ ...problem, previous }, plan, run())).toEqual({ kind: 'proven' });
    const other = previous.map((place) => (place.authority === 'a' ? { ...place, workshop: 'w2' } : place));
    expect(standingOf({ ...problem, previous: other }, plan, run())).toEqual({ kind: 'outdated' });
  });
});

it('reads what the database gives back in another order of keys as the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonical(value));
    }),
  );
  expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }));
});

it('says what differs between a run and its replay, and nothing of the seconds', () => {
  const second = result({ solver: { name: 'HiGHS', version: '1', seconds: 9, seed: 1 } });
  expect(compareResults(result(), second).same).toBe(true);
  const placements = result().placements.map((place) => (place.authority === 'a' ? { ...place, workshop: 'w2' } : place));
  const comparison = compareResults(
    result(),
    result({ placements, levels: levels().map((level) => ({ ...level, value: level.value + 1 })) }),
  );
  expect(comparison.same).toBe(false);
  expect(comparison.placements).toEqual([{ authority: 'a', first: 'w1', second: 'w2' }]);
  expect(comparison.levels).toHaveLength(4);
});

describe('a draft against the record', () => {
  it('has one row for everybody who speaks now, and no place in a workshop that is gone', () => {
    const held = [...plan, { organisationId: 'gone', workshopId: 'w1' }].map((place) =>
      place.organisationId === 'b' ? { ...place, workshopId: 'w9' } : place,
    );
    expect(fitPlan(problem, held)).toEqual([
      { organisationId: 'a', workshopId: 'w1' },
      { organisationId: 'b', workshopId: null },
      { organisationId: 'c', workshopId: 'w2' },
    ]);
  });
});

describe('the differences between two plans', () => {
  const whole = (placements: readonly PlanPlacement[], given: Partial<WholePlan> = {}): WholePlan => ({
    placements,
    attendance: [],
    pairs: [],
    ...given,
  });
  const kinds = (changes: PlanChange[]) => Object.fromEntries(changes.map(({ organisationId, kind }) => [organisationId, kind]));

  it('are none between a plan and itself, and everybody in the first', () => {
    expect(planChanges(whole(plan), whole(plan))).toEqual([]);
    expect(kinds(planChanges(null, whole(moved('c', null))))).toEqual({ a: 'placed', b: 'placed', c: 'waiting' });
  });

  it('tell who moves, who gets a place, who loses one, who has left', () => {
    const after = [...moved('a', 'w2').filter(({ organisationId }) => organisationId !== 'b'), { organisationId: 'd', workshopId: 'w1' }];
    const changes = planChanges(
      whole(plan),
      whole(after.map((place) => (place.organisationId === 'c' ? { ...place, workshopId: null } : place))),
    );
    expect(kinds(changes)).toEqual({ a: 'moved', b: 'left', c: 'unplaced', d: 'placed' });
    expect(changes.map(({ kind }) => kind)).toEqual(['moved', 'placed', 'unplaced', 'left']);
  });

  it('tell of a twin, of their time, and of seats, where the place stays', () => {
    const pair = (minutes: number | null) => [{ authorities: ['a', 'b'] as const, minutes }];
    expect(kinds(planChanges(whole(plan), whole(plan, { pairs: pair(7) })))).toEqual({ a: 'partner', b: 'partner' });
    expect(kinds(planChanges(whole(plan, { pairs: pair(7) }), whole(plan, { pairs: pair(null) })))).toEqual({ a: 'partner', b: 'partner' });
    const seat = (workshopId: string) => ({ attendance: [{ organisationId: 'c', slot: 's', workshopId }] });
    expect(kinds(planChanges(whole(plan, seat('w1')), whole(plan, seat('w2'))))).toEqual({ c: 'seats' });
  });
});

it('lays a plan out with chairs first, twins together, and a joint talk counted once', () => {
  const published = planPlacements(result().placements).map((place) => ({ ...place, rank: 1, reason: 'first-choice' as const }));
  const together = published.map((place) => (place.organisationId === 'c' ? { ...place, workshopId: 'w1' } : place));
  const [w1, w2] = problem.workshops;
  const input = {
    ...problem,
    workshops: [
      { ...workshop('w1'), ...w1, chairs: ['c'] },
      { ...workshop('w2'), ...w2 },
    ],
    pairs: [{ authorities: ['b', 'a'] as const, minutes: 9 }],
  };
  const sheet = planSheet(input, together, ['b', 'c', 'a']);
  const [first] = sheet.workshops;
  expect(first?.entries.map(({ organisationId }) => organisationId)).toEqual(['c', 'b', 'a']);
  expect(first?.entries.map(({ chair, partnerId, joint, minutes }) => [chair, partnerId, joint, minutes])).toEqual([
    [true, null, false, 7],
    [false, 'a', true, 9],
    [false, 'b', true, 9],
  ]);
  expect(first?.minutesUsed).toBe(16);
  expect(sheet.unplaced).toEqual([]);
});
