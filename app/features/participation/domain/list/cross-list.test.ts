import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossList } from './cross-list.ts';

type Authority = { organisation: { id: string; country: string }; twinIds: string[] };

const FR = ['fr1', 'fr2', 'fr3'];
const JP = ['jp1', 'jp2', 'jp3'];
const AWAY = { 'fr-away': 'FR', 'jp-away': 'JP', 'de-away': 'DE' } as Record<string, string>;
const countryOf = (id: string) => AWAY[id];

/** A list with ties as pairs of identifiers, recorded on both sides as they are read. */
function listOf(ids: readonly string[], ties: readonly (readonly [string, string])[]): Authority[] {
  return ids.map((id) => ({
    organisation: { id, country: id.slice(0, 2).toUpperCase() },
    twinIds: ties.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : [])),
  }));
}

const pairs = [...FR, 'fr-away'].flatMap((a) => [...JP, 'jp-away', 'de-away'].map((b) => [a, b] as const));
const lists = fc
  .record({ ids: fc.shuffledSubarray([...FR, ...JP]), ties: fc.subarray(pairs), swap: fc.boolean() })
  .map(({ ids, ties, swap }) => ({
    authorities: listOf(ids, ties),
    ties,
    sides: (swap ? ['JP', 'FR'] : ['FR', 'JP']) as [string, string],
  }));

describe('the crossed list', () => {
  it('has every tied pair of the list once, side by side, and nobody on the wrong side', () => {
    fc.assert(
      fc.property(lists, ({ authorities, ties, sides }) => {
        const rows = crossList(authorities, sides, countryOf);
        const on = (id: string) => authorities.some(({ organisation }) => organisation.id === id);
        const wanted = ties.filter(([a, b]) => on(a) && on(b)).map(([a, b]) => [a, b].sort().join(' '));
        const shown = rows.flatMap(({ left, right }) =>
          left && right ? [[left.organisation.id, right.organisation.id].sort().join(' ')] : [],
        );
        expect(shown.sort()).toEqual(wanted.sort());
        for (const { left, right } of rows) {
          if (left) expect(left.organisation.country).toBe(sides[0]);
          if (right) expect(right.organisation.country).toBe(sides[1]);
          expect(left ?? right).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts nobody twice and forgets nobody, however many twins there are', () => {
    fc.assert(
      fc.property(lists, ({ authorities, sides }) => {
        const rows = crossList(authorities, sides, countryOf);
        const firsts = rows.flatMap(({ left, right, firstLeft, firstRight }) => [
          ...(firstLeft && left ? [left.organisation.id] : []),
          ...(firstRight && right ? [right.organisation.id] : []),
        ]);
        expect([...firsts].sort()).toEqual(authorities.map(({ organisation }) => organisation.id).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('shows a tied authority that is away once beside each authority it is tied with, and none of a third country', () => {
    fc.assert(
      fc.property(lists, ({ authorities, sides }) => {
        const rows = crossList(authorities, sides, countryOf);
        for (const { organisation, twinIds } of authorities) {
          const shown = rows.flatMap(({ left, right, awayLeft, awayRight }) =>
            (left ?? right)?.organisation.id === organisation.id ? [...awayLeft, ...awayRight] : [],
          );
          const other = sides.find((side) => side !== organisation.country) ?? '';
          expect(shown.sort()).toEqual(twinIds.filter((id) => AWAY[id] === other).sort());
        }
      }),
    );
  });

  it('keeps the order it was given on the leading side, and ends with those of the other side who stand alone', () => {
    fc.assert(
      fc.property(lists, ({ authorities, sides }) => {
        const rows = crossList(authorities, sides, countryOf);
        const leading = rows.flatMap(({ left, firstLeft }) => (left && firstLeft ? [left.organisation.id] : []));
        expect(leading).toEqual(authorities.filter((a) => a.organisation.country === sides[0]).map((a) => a.organisation.id));
        const lastLeft = rows.findLastIndex(({ left }) => left !== null);
        expect(rows.slice(0, lastLeft + 1).every(({ left }) => left !== null)).toBe(true);
      }),
    );
  });

  it('shows an authority with two twins in two rows, and marks the second', () => {
    const rows = crossList(
      listOf(
        ['fr1', 'jp2', 'jp1'],
        [
          ['fr1', 'jp1'],
          ['fr1', 'jp2'],
        ],
      ),
      ['FR', 'JP'],
      countryOf,
    );
    expect(rows.map(({ left, right, firstLeft }) => [left?.organisation.id, right?.organisation.id, firstLeft])).toEqual([
      ['fr1', 'jp2', true],
      ['fr1', 'jp1', false],
    ]);
  });
});
