import { describe, expect, it } from 'vitest';
import { faultsOfPlan, measurePlan, minutesOfPlan } from './check-plan.ts';
import type { AllocationProblem } from './problem.ts';

const workshop = (id: string, talkMinutes: number, chairs: string[] = []) => ({ id, slot: '1', talkMinutes, seats: 10, chairs });
const authority = (id: string, country: string, choices: string[]) => ({ id, country, choices, talkMinutes: 5, delegates: 1 });

const problem: AllocationProblem = {
  workshops: [workshop('A', 12, ['x']), workshop('B', 10)],
  authorities: [authority('w', 'FR', ['B']), authority('x', 'FR', ['A']), authority('y', 'JP', ['B', 'A']), authority('z', 'JP', [])],
  pairs: [{ authorities: ['x', 'y'], minutes: 7 }],
  pinned: [{ authority: 'w', workshop: 'B' }],
  previous: [
    { authority: 'x', workshop: 'B' },
    { authority: 'z', workshop: 'B' },
    { authority: 'w', workshop: null },
  ],
  minPerCountry: { FR: 1, JP: 0 },
  maxSpread: 0,
  seed: 1,
  ranked: true,
};
const at = (places: Record<string, string | null>) => Object.entries(places).map(([id, place]) => ({ authority: id, workshop: place }));

describe('a plan made by hand', () => {
  it('has no fault when it keeps every rule, and the values of its levels', () => {
    const plan = at({ w: 'B', x: 'A', y: 'A', z: 'A' });
    expect(faultsOfPlan(problem, plan)).toEqual([]);
    expect(minutesOfPlan(problem, plan)).toEqual(new Map(Object.entries({ A: 12, B: 5 })));
    expect(measurePlan(problem, plan)).toEqual([
      { name: 'unplaced', value: 0 },
      { name: 'outside-choices', value: 1 },
      { name: 'over-spread', value: 2 },
      { name: 'second-choices', value: 1 },
      { name: 'spread', value: 2 },
      { name: 'changes', value: 2 },
    ]);
  });

  it('is told every rule that it breaks, with the figures', () => {
    expect(faultsOfPlan(problem, [...at({ w: 'A', x: 'B', y: 'A', z: 'A' }), { authority: 'z', workshop: 'B' }])).toEqual([
      { kind: 'speaks-twice', authority: 'z' },
      { kind: 'chair', workshop: 'A', authority: 'x' },
      { kind: 'pin', authority: 'w', workshop: 'B' },
      { kind: 'pair', authorities: ['x', 'y'] },
    ]);
    // Twins apart have no joint talk: each counts its own minutes.
    expect(faultsOfPlan(problem, at({ w: 'A', x: 'A', y: 'B', z: 'A' }))).toEqual([
      { kind: 'pin', authority: 'w', workshop: 'B' },
      { kind: 'pair', authorities: ['x', 'y'] },
      { kind: 'minutes', workshop: 'A', used: 15, available: 12 },
      { kind: 'min-country', country: 'FR', workshop: 'B', placed: 0, asked: 1 },
    ]);
  });

  it('counts authorities that it does not name as unplaced', () => {
    expect(measurePlan(problem, [])[0]).toEqual({ name: 'unplaced', value: 4 });
    expect(measurePlan(problem, []).at(-1)).toEqual({ name: 'changes', value: 2 });
  });

  it('is judged only by the levels that the problem asks for', () => {
    const { maxSpread: _, previous: __, ...rest } = problem;
    expect(measurePlan({ ...rest, ranked: false }, []).map(({ name }) => name)).toEqual(['unplaced', 'outside-choices', 'spread']);
    expect(measurePlan({ ...rest, previous: [] }, []).at(-1)).toEqual({ name: 'changes', value: 0 });
  });
});
