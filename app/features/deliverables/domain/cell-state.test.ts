import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_STATES, type CellFacts, cellState, isOwing, MARK_STATES, mayMark } from './cell-state.ts';
import { DELIVERABLES, SEEN_IN_FORM } from './deliverable.ts';

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-07-${String(of).padStart(2, '0')}`);
const facts: fc.Arbitrary<CellFacts> = fc.record({
  progress: fc.constantFrom('none', 'begun', 'answered', 'not-asked', null),
  mark: fc.constantFrom(...MARK_STATES, null),
  due: fc.option(day, { nil: null }),
  today: day,
});

describe('how something owed stands', () => {
  it('is late only once its day is over, and never what came or is waived', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const state = cellState(of);
        if (state === 'late') expect(of.due !== null && of.today > of.due).toBe(true);
        if (of.progress === 'answered' || of.mark === 'waived') expect(['received', 'waived', null]).toContain(state);
        if (of.due !== null && of.today > of.due) expect(['late', 'received', 'waived', null]).toContain(state);
      }),
    );
  });

  it('never goes back from received because time passes', () => {
    fc.assert(
      fc.property(facts, day, (of, later) => {
        fc.pre(later >= of.today && cellState(of) === 'received');
        expect(cellState({ ...of, today: later })).toBe('received');
      }),
    );
  });

  it('believes the form, not a mark, of what the form shows', () => {
    expect(cellState({ progress: 'none', mark: 'received', due: null, today: '2026-07-01' })).toBe('owed');
    expect(cellState({ progress: 'begun', mark: null, due: '2026-07-01', today: '2026-07-01' })).toBe('in-progress');
    expect(cellState({ progress: 'none', mark: 'in-progress', due: null, today: '2026-07-01' })).toBe('owed');
    expect(cellState({ progress: 'not-asked', mark: 'received', due: '2026-07-01', today: '2026-07-02' })).toBeNull();
  });

  it('is one of the five states, or none where nothing is asked', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const state = cellState(of);
        expect(state === null ? of.progress : 'asked').toBe(state === null ? 'not-asked' : 'asked');
        if (state !== null) expect(CELL_STATES).toContain(state);
        expect(isOwing(state)).toBe(state !== null && state !== 'received' && state !== 'waived');
      }),
    );
  });
});

it('lets nobody enter by hand what the form shows, but waive it', () => {
  for (const deliverable of DELIVERABLES) {
    const seen = (SEEN_IN_FORM as readonly string[]).includes(deliverable);
    expect(MARK_STATES.filter((state) => mayMark(deliverable, state))).toEqual(seen ? ['waived'] : MARK_STATES);
  }
});
