import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsOfPlan, measurePlan } from '../domain/allocation/check-plan.ts';
import {
  ALLOCATION_REASONS,
  type AllocationProblem,
  type AllocationReason,
  type AllocationResult,
  levelsOf,
} from '../domain/allocation/problem.ts';
import { allocate } from './allocate.server.ts';
import { highs } from './highs.server.ts';
import { bestSeating, compareValues, everyPlan, seatingValues, type Tried } from './testing/exhaustive.ts';
import { smallProblems } from './testing/small-problems.ts';

const LIMIT = 60;
const checked = { seed: 20260415, numRuns: 2400 };

async function run(problem: AllocationProblem): Promise<AllocationResult> {
  const result = await allocate(problem, LIMIT);
  if (!result) throw new Error('no plan in time');
  return result;
}

const assignmentOf = (problem: AllocationProblem, { placements }: AllocationResult) =>
  problem.authorities.map(({ id }) =>
    problem.workshops.findIndex((w) => w.id === placements.find((row) => row.authority === id)?.workshop),
  );

/** Why, by trying everything, an authority is not where it wanted; null where the input and the plan say it. */
function triedReason(problem: AllocationProblem, plans: readonly Tried[], index: number, placed: number): AllocationReason | null {
  const { workshops, pinned, pairs, ranked, authorities } = problem;
  const { id = '', choices = [] } = authorities[index] ?? {};
  const fixed = (authority: string) => ({
    chair: workshops.some(({ chairs }) => chairs.includes(authority)),
    pinned: pinned.some((pin) => pin.authority === authority),
  });
  const place = choices.indexOf(workshops[placed]?.id ?? '\u0000');
  const twin = pairs.find(({ authorities: both }) => both.includes(id))?.authorities.find((other) => other !== id) ?? '';
  if (fixed(id).chair) return 'chair';
  if (fixed(id).pinned) return 'pinned';
  if (ranked && place === 0) return 'first-choice';
  if (!ranked && place >= 0) return 'one-of-choices';
  if (fixed(twin).chair || fixed(twin).pinned) return 'only-with-twin';
  if (choices.length === 0) return 'no-choice';
  const best = plans.reduce((a, b) => (compareValues(b.values, a.values) < 0 ? b : a)).values;
  const names = levelsOf(problem);
  const worse = {
    unplaced: 'more-unplaced',
    'outside-choices': 'more-outside',
    'over-spread': 'over-spread',
    'second-choices': 'more-second-choices',
    spread: 'wider-spread',
    changes: 'more-changes',
  } as const;
  const answers = (ranked ? choices.slice(0, 1) : choices).map((wanted): AllocationReason => {
    const w = workshops.findIndex((workshop) => workshop.id === wanted);
    const there = plans.filter(({ plan }) => plan[index] === w);
    if (there.length === 0) {
      const pair = pairs.find(({ authorities: both }) => both.includes(id));
      const own = authorities.filter((authority) => authority.id === id || authority.id === twin);
      // A talk longer than all the time of the workshop: whatever else forbids it too.
      const talk = pair?.minutes ?? own.reduce((sum, { talkMinutes }) => sum + talkMinutes, 0);
      if (talk > (workshops[w]?.talkMinutes ?? 0)) return 'minutes';
      if (everyPlan(problem, 'minutes').some(({ plan }) => plan[index] === w)) return 'minutes';
      return everyPlan(problem, 'min-country').some(({ plan }) => plan[index] === w) ? 'country-minimum' : 'rules-together';
    }
    const nearest = there.reduce((a, b) => (compareValues(b.values, a.values) < 0 ? b : a)).values;
    const level = names.find((_, k) => nearest[k] !== best[k]);
    return level ? worse[level] : 'tie';
  });
  return answers.sort((a, b) => ALLOCATION_REASONS.indexOf(b) - ALLOCATION_REASONS.indexOf(a))[0] ?? null;
}

describe('the allocation, held against trying everything', () => {
  beforeAll(async () => {
    await highs();
  });

  let possible = 0;

  it('reaches the best value of every level, keeps every rule, seats everybody as well as can be, and says why', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems, async (problem) => {
        const plans = everyPlan(problem);
        if (plans.length === 0) return;
        possible++;
        const result = await run(problem);
        const best = plans.reduce((a, b) => (compareValues(b.values, a.values) < 0 ? b : a));
        expect(result.status).toBe('optimal');
        expect(result.levels.map(({ value }) => value)).toEqual(best.values);
        expect(result.levels.map(({ bound }) => bound)).toEqual(best.values);
        expect(faultsOfPlan(problem, result.placements)).toEqual([]);
        expect(measurePlan(problem, result.placements).map(({ value }) => value)).toEqual(best.values);
        const plan = assignmentOf(problem, result);
        expect(plans.some((tried) => compareValues(tried.plan, plan) === 0)).toBe(true);
        problem.authorities.forEach(({ id }, i) => {
          const row = result.placements.find(({ authority }) => authority === id);
          expect({ id, reason: row?.reason }).toEqual({ id, reason: triedReason(problem, plans, i, plan[i] ?? -1) });
        });
        checkSeats(problem, plan, result);
      }),
      checked,
    );
    expect(possible).toBeGreaterThan(1000);
  }, 180_000);
});

/** In every slot as many authorities as possible have seats, most of them in their choices, never more people than seats. */
function checkSeats(problem: AllocationProblem, plan: readonly number[], result: AllocationResult): void {
  for (const slot of new Set(problem.workshops.map((workshop) => workshop.slot))) {
    const where = problem.authorities.map(
      ({ id }) => result.attendance.find((row) => row.authority === id && row.slot === slot)?.workshop ?? null,
    );
    expect(seatingValues(problem, plan, slot, where)).toEqual(bestSeating(problem, plan, slot));
    const without = result.conflicts.filter((conflict) => conflict.kind === 'seats' && conflict.slot === slot);
    expect(without.length).toBe(where.filter((room) => room === null).length);
    for (const conflict of without) expect(conflict.kind === 'seats' && conflict.missing).toBeGreaterThan(0);
  }
}
