import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOfPlan, measurePlan } from '../domain/allocation/check-plan.ts';
import type { AllocationProblem, AllocationResult } from '../domain/allocation/problem.ts';
import { seededOrder } from '../domain/allocation/seeded-order.ts';
import { believableProblem } from '../domain/allocation/testing.ts';
import { allocate } from './allocate.server.ts';
import { type AllocationProgress, solveAllocation } from './solve-allocation.server.ts';
import { smallProblems } from './testing/small-problems.ts';

const ENOUGH = { timeLimitSeconds: 120 };
const large = believableProblem(200, 4, 3);

/** The same problem with every list in another order. */
function shuffled(problem: AllocationProblem, seed: number): AllocationProblem {
  const mixed = <T>(things: readonly T[]) => seededOrder(seed, things, (thing) => JSON.stringify(thing));
  return {
    ...problem,
    workshops: mixed(problem.workshops).map((workshop) => ({ ...workshop, chairs: mixed(workshop.chairs) })),
    authorities: mixed(problem.authorities),
    pairs: mixed(problem.pairs).map(({ authorities: [a, b], minutes }) => ({ authorities: [b, a] as const, minutes })),
    pinned: mixed(problem.pinned),
    ...(problem.previous ? { previous: mixed(problem.previous) } : {}),
    minPerCountry: Object.fromEntries(mixed(Object.entries(problem.minPerCountry))),
  };
}

/** All of an answer that does not depend on the clock; twins in no order. */
function lasting(result: AllocationResult | null) {
  const conflicts = result?.conflicts.map((conflict) =>
    conflict.kind === 'pair' ? { ...conflict, authorities: [...conflict.authorities].sort() } : conflict,
  );
  return { ...result, conflicts, solver: null };
}

/** The values of an answer that keeps every hard rule, as the plan itself has them. */
function soundLevels(problem: AllocationProblem, result: AllocationResult) {
  expect(result.placements.map(({ authority }) => authority).sort()).toEqual(problem.authorities.map(({ id }) => id).sort());
  expect(faultsOfPlan(problem, result.placements)).toEqual([]);
  expect(result.levels.map(({ name, value }) => ({ name, value }))).toEqual(measurePlan(problem, result.placements));
  for (const { value, bound } of result.levels) expect(bound).toBeLessThanOrEqual(value);
  return result.levels;
}

async function solved(problem: AllocationProblem, options: Parameters<typeof solveAllocation>[1] = ENOUGH): Promise<AllocationResult> {
  const answer = await solveAllocation(problem, options);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

describe('a run of the allocation', () => {
  it('gives the same answer for every order of the input', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems, fc.integer({ min: 0, max: 1e6 }), async (problem, seed) => {
        expect(lasting(await allocate(shuffled(problem, seed), 60))).toEqual(lasting(await allocate(problem, 60)));
      }),
      { seed: 20260417, numRuns: 60 },
    );
    const problem = believableProblem(60, 4, 5);
    expect(lasting(await allocate(shuffled(problem, 9), 60))).toEqual(lasting(await allocate(problem, 60)));
  }, 120_000);

  it('gives the same answer in its own thread, again and again', async () => {
    const problem = believableProblem(60, 4, 6);
    const first = await solved(problem);
    expect(first.status).toBe('optimal');
    expect(lasting(await solved(problem))).toEqual(lasting(first));
    expect(lasting(await allocate(problem, 120))).toEqual(lasting(first));
  }, 120_000);

  it('lets the seed decide between equally good plans', async () => {
    const problem = believableProblem(60, 4, 6);
    const plans = await Promise.all([1, 2, 3, 4].map((seed) => allocate({ ...problem, seed }, 120)));
    expect(new Set(plans.map((plan) => JSON.stringify(plan?.levels))).size).toBe(1);
    expect(new Set(plans.map((plan) => JSON.stringify(plan?.placements.map(({ workshop }) => workshop)))).size).toBeGreaterThan(1);
  }, 120_000);

  it('tells how far it is, level by level', async () => {
    const seen: AllocationProgress[] = [];
    const result = await solved(believableProblem(45, 4, 2), { ...ENOUGH, onProgress: (progress) => seen.push(progress) });
    expect(new Set(seen.map(({ level }) => level))).toEqual(new Set(result.levels.map(({ name }) => name)));
    for (const { value, bound } of seen) expect(bound).toBeLessThanOrEqual(value);
  }, 120_000);

  it('keeps the best plan, and does not call it proven, when its thread is killed', async () => {
    let kill = () => {};
    const result = await solved(large, {
      ...ENOUGH,
      onThread: (end) => {
        kill = end;
      },
      onProgress: ({ level }) => level === 'outside-choices' && kill(),
    });
    expect(result.status).toBe('feasible');
    soundLevels(large, result);
    expect(result.placements.some(({ reason }) => reason === 'not-computed')).toBe(true);
    expect(result.attendance.length).toBe(2 * large.authorities.length);
  }, 120_000);

  it('keeps the best plan when it is cancelled', async () => {
    const cancel = new AbortController();
    const result = await solved(large, {
      ...ENOUGH,
      signal: cancel.signal,
      onProgress: ({ level }) => level === 'outside-choices' && cancel.abort(),
    });
    expect(result.status).toBe('feasible');
    soundLevels(large, result);
  }, 120_000);

  it('refuses when it is cancelled before there is a plan', async () => {
    expect(await solveAllocation(large, { ...ENOUGH, signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      refusal: { code: 'workshops.allocation-cancelled' },
    });
  });

  it('keeps what was proven when the time is up, and refuses when that is nothing', async () => {
    const short = await solved(large, { timeLimitSeconds: 0.01 });
    expect(short.status).toBe('feasible');
    const best = new Map((await solved(large)).levels.map(({ name, value }) => [name, value]));
    const [first, second] = soundLevels(large, short);
    expect(first?.bound).toBeLessThanOrEqual(best.get('unplaced') ?? 0);
    expect(second?.bound).toBeLessThanOrEqual(best.get('outside-choices') ?? 0);
    // Nobody can keep this minimum, but that takes time to prove.
    expect(await solveAllocation({ ...large, minPerCountry: { FR: 1000 } }, { timeLimitSeconds: 0 })).toMatchObject({
      ok: false,
      refusal: { code: 'workshops.no-plan-in-time' },
    });
  }, 120_000);
});
