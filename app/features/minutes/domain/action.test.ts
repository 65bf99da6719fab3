import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partialDate } from '#app/lib/partial-date.ts';
import { audienceOf, type FoundAction, remarksOn, titleOf } from './action.ts';

const action = (changes: Partial<FoundAction> = {}): FoundAction => ({
  ...{ id: 'a', ownerId: null, owner: 'CUF', due: partialDate('2026-05-31'), text: 'Envoyer les fiches' },
  ...changes,
});
const frame = { meeting: partialDate('2025-09-22'), today: '2026-03-16' };

describe('what is odd about an action', () => {
  it('is nothing, for one with an owner, words and a date to come', () => {
    expect(remarksOn(action(), frame)).toEqual([]);
    expect(remarksOn(action({ owner: '', ownerId: 'x' }), frame)).toEqual([]);
  });

  it('is a date that has passed, or that lies before the meeting', () => {
    expect(remarksOn(action({ due: partialDate('2026-03-15') }), frame)).toEqual(['due-past']);
    expect(remarksOn(action({ due: partialDate('2026-03-16') }), frame)).toEqual([]);
    expect(remarksOn(action({ due: partialDate('2025-09-21') }), frame)).toEqual(['due-before-meeting']);
    expect(remarksOn(action({ due: partialDate('2025-09-22') }), { ...frame, today: '2025-09-22' })).toEqual([]);
  });

  it('takes a month or a range by its last day, and nothing for late that is to be confirmed', () => {
    expect(remarksOn(action({ due: partialDate('2026-03') }), frame)).toEqual([]);
    expect(remarksOn(action({ due: partialDate('2026-02') }), frame)).toEqual(['due-past']);
    expect(remarksOn(action({ due: partialDate('2026-02/2026-04') }), frame)).toEqual([]);
    expect(remarksOn(action({ due: partialDate('tbc') }), { ...frame, meeting: partialDate('tbc') })).toEqual([]);
    expect(remarksOn(action(), { ...frame, meeting: partialDate('tbc') })).toEqual([]);
  });

  it('is what lacks: words, somebody, a date; and a year that is a slip', () => {
    expect(remarksOn(action({ text: '', due: null }), frame)).toEqual(['empty', 'no-due']);
    expect(remarksOn(action({ owner: '', due: null }), frame)).toEqual(['no-owner', 'no-due']);
    expect(remarksOn(action({ text: '', owner: '', due: null }), frame)).toEqual(['empty']);
    expect(remarksOn(action({ due: partialDate('0206-05-31') }), frame)).toEqual(['due-far']);
  });
});

describe('for whom an action is on the timeline', () => {
  it('keeps what an organiser owes within its side, unless both sides agreed on it', () => {
    expect(audienceOf({ kind: 'plenary', sides: ['FR'] }, true)).toBe('organisers');
    expect(audienceOf({ kind: 'joint', sides: ['FR', 'JP'] }, true)).toBe('core-committee');
    expect(audienceOf({ kind: 'plenary', sides: ['FR'] }, false)).toBe('plenary-committee');
    expect(audienceOf({ kind: 'core', sides: ['JP'] }, false)).toBe('core-committee');
  });
});

describe('the title of the date', () => {
  it('says who, then what', () => {
    expect(titleOf(action({ text: 'Envoyer\n les  fiches' }), ' : ')).toBe('CUF : Envoyer les fiches');
    expect(titleOf(action({ owner: '' }), ' : ')).toBe('Envoyer les fiches');
    expect(titleOf(action({ owner: '\u200b', text: 'Envoyer\u2060' }), ' : ')).toBe('Envoyer');
  });

  it('is never longer than a timeline takes, and never cuts a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.repeat(30)),
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text, owner) => {
          const title = titleOf({ text, owner }, ' : ');
          expect(title.length).toBeLessThanOrEqual(480);
          if (text.isWellFormed() && owner.isWellFormed()) expect(title.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
