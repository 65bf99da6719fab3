import { describe, expect, it } from 'vitest';
import { outcomeOf, type Standing } from './roll.ts';

const standing = (status: Standing['status'], revision: number, imported = false): Standing => ({ status, revision, imported });

describe('a tick on the list of a meeting', () => {
  it('writes what the reader changed, and takes a hand-made note back', () => {
    expect(outcomeOf({ tick: 'present', was: 'open', revision: null }, null)).toBe('write');
    expect(outcomeOf({ tick: 'excused', was: 'present', revision: 2 }, standing('present', 2))).toBe('write');
    expect(outcomeOf({ tick: 'open', was: 'present', revision: 2 }, standing('present', 2))).toBe('take-back');
  });

  it('leaves alone what the reader left alone, whatever somebody else has noted meanwhile', () => {
    expect(outcomeOf({ tick: 'open', was: 'open', revision: null }, standing('present', 1))).toBe('nothing');
    expect(outcomeOf({ tick: 'excused', was: 'excused', revision: 1 }, standing('present', 2))).toBe('nothing');
  });

  it('agrees with somebody who has noted the same, and never overwrites what differs', () => {
    expect(outcomeOf({ tick: 'present', was: 'open', revision: null }, standing('present', 1))).toBe('nothing');
    expect(outcomeOf({ tick: 'present', was: 'open', revision: null }, standing('excused', 1))).toBe('conflict');
    expect(outcomeOf({ tick: 'present', was: 'excused', revision: 1 }, null)).toBe('conflict');
    expect(outcomeOf({ tick: 'open', was: 'present', revision: 1 }, standing('excused', 2))).toBe('conflict');
  });

  it('takes no row of an imported list away', () => {
    expect(outcomeOf({ tick: 'open', was: 'present', revision: 1 }, standing('present', 1, true))).toBe('conflict');
    expect(outcomeOf({ tick: 'excused', was: 'present', revision: 1 }, standing('present', 1, true))).toBe('write');
  });
});
