import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllocationConflict, AllocationProblem } from '../domain/allocation/problem.ts';
import { allocate } from './allocate.server.ts';
import { findConflict } from './find-conflict.ts';
import { highsSolver } from './highs.server.ts';
import { contradict, everyPlan, smallerContradiction } from './testing/exhaustive.ts';
import { smallProblems } from './testing/small-problems.ts';

/** The name that the exhaustive search has for a constraint. */
function nameOf(constraint: AllocationConflict): string {
  if (constraint.kind === 'chair') return `chair ${constraint.workshop} ${constraint.authority}`;
  if (constraint.kind === 'pin') return `pin ${constraint.authority} ${constraint.workshop}`;
  if (constraint.kind === 'pair') return `pair ${[...constraint.authorities].sort().join(' ')}`;
  return constraint.kind === 'min-country' ? `min-country ${constraint.country} ${constraint.workshop}` : `minutes ${constraint.workshop}`;
}

const workshop = (id: string, talkMinutes: number, chairs: string[] = []) => ({ id, slot: '1', talkMinutes, seats: 10, chairs });
const authority = (id: string, talkMinutes = 5) => ({ id, country: 'FR', choices: [], talkMinutes, delegates: 1 });
const bare = { pairs: [], pinned: [], minPerCountry: {}, seed: 0, ranked: true };

describe('a problem that contradicts itself', () => {
  it('is told by a smallest set of constraints, contradictory by itself, exactly when nothing can be planned', async () => {
    let impossible = 0;
    await fc.assert(
      fc.asyncProperty(smallProblems, async (problem) => {
        if (everyPlan(problem).length > 0) return;
        impossible++;
        const result = await allocate(problem, 60);
        expect(result).toMatchObject({ status: 'infeasible', placements: [], attendance: [], levels: [], conflictsProven: true });
        const names = (result?.conflicts ?? []).map(nameOf);
        expect(new Set(names).size).toBe(names.length);
        expect(contradict(problem, names)).toBe(true);
        expect(smallerContradiction(problem, names.length)).toBeNull();
      }),
      { seed: 20260416, numRuns: 1000 },
    );
    expect(impossible).toBeGreaterThan(250);
  }, 180_000);

  it('names both when an authority chairs two workshops', async () => {
    const problem: AllocationProblem = {
      ...bare,
      workshops: [workshop('A', 60, ['x']), workshop('B', 60, ['x'])],
      authorities: [authority('x')],
    };
    const result = await allocate(problem, 60);
    expect(new Set(result?.conflicts.map(nameOf))).toEqual(new Set(['chair A x', 'chair B x']));
  });

  it('names pins of twins that pull them apart, and the pair', async () => {
    const problem: AllocationProblem = {
      ...bare,
      workshops: [workshop('A', 60), workshop('B', 60)],
      authorities: [authority('x'), authority('y'), authority('z')],
      pairs: [{ authorities: ['x', 'y'], minutes: 7 }],
      pinned: [
        { authority: 'x', workshop: 'A' },
        { authority: 'y', workshop: 'B' },
        { authority: 'z', workshop: 'A' },
      ],
    };
    const result = await allocate(problem, 60);
    expect(new Set(result?.conflicts.map(nameOf))).toEqual(new Set(['pin x A', 'pin y B', 'pair x y']));
  });

  it('is told by constraints that still contradict each other, and not as smallest, when the time is up', async () => {
    const problem: AllocationProblem = {
      ...bare,
      workshops: [workshop('A', 60, ['x']), workshop('B', 60, ['x'])],
      authorities: [authority('x'), authority('y')],
    };
    const { constraints, proven } = findConflict(problem, await highsSolver(performance.now(), 0));
    expect(proven).toBe(false);
    expect(contradict(problem, constraints.map(nameOf))).toBe(true);
  });
});
