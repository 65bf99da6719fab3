import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAllocationFile } from './allocation-file.ts';

const good = {
  workshops: [
    { id: 'A', slot: '1', talkMinutes: 60, seats: 20, chairs: ['x'] },
    { id: 'B', slot: 2, talkMinutes: 60, seats: 20, chairs: [] },
  ],
  authorities: [
    { id: 'x', country: 'FR', choices: ['A', 'B'], talkMinutes: 7, delegates: 3 },
    { id: 'y', country: 'JP', choices: [], talkMinutes: 7, delegates: 0 },
  ],
};

/** The paths of the faults in a content. */
function faultPaths(content: unknown): string[] {
  const read = readAllocationFile(typeof content === 'string' ? content : JSON.stringify(content));
  return read.ok ? [] : read.faults.map(({ path }) => path);
}

describe('the file of an allocation', () => {
  it('is read with the defaults of what is absent', () => {
    expect(readAllocationFile(JSON.stringify(good))).toEqual({
      ok: true,
      problem: { ...good, pairs: [], pinned: [], minPerCountry: {}, seed: 0, ranked: true },
    });
    const full = {
      ...good,
      pairs: [{ authorities: ['x', 'y'], minutes: null }],
      pinned: [{ authority: 'x', workshop: 'A' }],
      previous: [{ authority: 'y', workshop: null }],
      minPerCountry: { FR: 1, JP: 0 },
      maxSpread: 2,
      seed: 9,
      ranked: false,
    };
    expect(readAllocationFile(JSON.stringify(full))).toEqual({ ok: true, problem: full });
  });

  it('is refused with the path of every fault at once, of shape and of reference', () => {
    const [a, b] = good.workshops;
    const [x, y] = good.authorities;
    expect(
      faultPaths({
        workshops: [
          a,
          { ...b, id: 'A', seats: -1, talkMinutes: 1.5 },
          { id: '', slot: null, talkMinutes: '60', seats: 1, chairs: ['z', 'x', 'x'] },
        ],
        authorities: [x, { ...y, choices: ['A', 'C', 'A'], talkMinutes: -7 }, { ...x, delegates: 'three', extra: true }],
        pairs: [
          { authorities: ['x', 'x'], minutes: null },
          { authorities: ['y', 'nobody'], minutes: -1 },
          { authorities: ['y'], minutes: 1 },
        ],
        pinned: [{ authority: 'x', workshop: 'D' }],
        previous: [
          { authority: 'x', workshop: 'A' },
          { authority: 'x', workshop: null },
        ],
        minPerCountry: { FR: -1 },
        maxSpread: 0.5,
        seed: 'one',
        surprise: 1,
      }).sort(),
    ).toEqual(
      [
        '',
        // Of two workshops called A, none is called B.
        'authorities[0].choices[1]',
        'authorities[2].choices[1]',
        'authorities[1].choices[1]',
        'authorities[1].choices[2]',
        'authorities[1].talkMinutes',
        'authorities[2]',
        'authorities[2].delegates',
        'authorities[2].id',
        'maxSpread',
        'minPerCountry.FR',
        'pairs[0].authorities[1]',
        'pairs[1].authorities[1]',
        'pairs[1].minutes',
        'pairs[2].authorities',
        'pairs[2].authorities[0]',
        'pinned[0].workshop',
        'previous[1].authority',
        'seed',
        'workshops[1].id',
        'workshops[1].seats',
        'workshops[1].talkMinutes',
        'workshops[2].chairs[0]',
        'workshops[2].chairs[2]',
        'workshops[2].id',
        'workshops[2].slot',
        'workshops[2].talkMinutes',
      ].sort(),
    );
  });

  it('is refused where there is nothing to allocate to, or no object at all', () => {
    expect(faultPaths({ workshops: [], authorities: [] })).toEqual(['workshops']);
    expect(faultPaths({})).toEqual(['workshops', 'authorities']);
    for (const text of ['', '{', 'null', '[]', '7', '"text"', '\0\0\0']) expect(faultPaths(text)).toEqual(['']);
  });

  it('is refused where a name means something to JavaScript or cannot be shown', () => {
    const text = JSON.stringify(good);
    expect(faultPaths(text.replaceAll('"x"', '"__proto__"'))).toEqual(['workshops[0].chairs[0]', 'authorities[0].id']);
    expect(faultPaths(text.replaceAll('"x"', '"x\\u0000"'))).toEqual(['workshops[0].chairs[0]', 'authorities[0].id']);
    expect(faultPaths(`{"__proto__": {"seed": 1}, ${text.slice(1)}`)).toContain('__proto__');
    expect(faultPaths(`{"minPerCountry": {"__proto__": 1}, ${text.slice(1)}`)).toContain('minPerCountry.__proto__');
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) expect(faultPaths(text.replaceAll('"x"', `"${name}"`))).toEqual([]);
  });

  it('is refused or read, but never an accident, whatever stands in it', () => {
    const keys = fc.constantFrom('workshops', 'authorities', 'pairs', 'pinned', 'previous', 'minPerCountry', 'seed', '__proto__');
    const anything = fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue()));
    fc.assert(
      fc.property(anything, (content) => {
        expect(faultPaths(content).length).toBeGreaterThan(0);
      }),
      { seed: 20260418, numRuns: 500 },
    );
  });

  it('shows no control characters of a file that is no JSON', () => {
    const read = readAllocationFile('\u001b[31m\u0007 garbage');
    expect(read.ok ? '' : read.faults.map(({ message }) => message).join()).not.toMatch(/\p{Cc}/u);
  });
});
