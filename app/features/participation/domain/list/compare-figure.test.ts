import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithEditions } from './compare-editions.ts';
import { compareFigure, type PastFigure } from './compare-figure.ts';
import { countIntentions } from './count-intentions.ts';

const ordinal = fc.integer({ min: 1, max: 8 });
const count = fc.integer({ min: 0, max: 40 });
const exact = fc.record({ ordinal, value: count, qualifier: fc.constant('exact' as const) });
const any = fc.record({
  ordinal,
  value: count,
  qualifier: fc.constantFrom('exact' as const, 'about' as const, 'over' as const, 'under' as const),
});

describe('a count against past editions', () => {
  it('is never a record out of nothing', () => {
    fc.assert(
      fc.property(count, (here) => {
        expect(compareFigure(here, [])).toEqual({ kind: 'nothing' });
      }),
    );
  });

  it('is a record just when it is higher than every exact figure, since the earliest of them', () => {
    fc.assert(
      fc.property(count, fc.array(exact, { minLength: 1 }), (here, past) => {
        const compared = compareFigure(here, past);
        const highest = Math.max(...past.map(({ value }) => value));
        expect(compared.kind).toBe(here > highest ? 'record' : here === highest ? 'equals' : 'below');
        expect(compared).toMatchObject({ known: new Set(past.map((figure) => figure.ordinal)).size });
        if (compared.kind === 'record') expect(compared.since).toBe(Math.min(...past.map((figure) => figure.ordinal)));
        if (compared.kind === 'below') expect(compared.value).toBe(highest);
      }),
    );
  });

  it('says since which edition it is the highest, where a higher figure is older', () => {
    fc.assert(
      fc.property(count, fc.array(exact, { minLength: 1 }), (here, past) => {
        const compared = compareFigure(here, past);
        if (compared.kind !== 'below') return;
        const { above } = compared;
        const last = Math.max(...past.filter(({ value }) => value >= here).map((figure) => figure.ordinal));
        const later = past.map((figure) => figure.ordinal).filter((number) => number > last);
        expect(above).toBe(later.length === 0 ? null : Math.min(...later));
      }),
    );
  });

  it('claims no record that an inexact figure might contradict', () => {
    fc.assert(
      fc.property(count, fc.array(any, { minLength: 1 }), (here, past) => {
        if (compareFigure(here, past).kind !== 'record') return;
        for (const { value, qualifier } of past) {
          expect(qualifier).not.toBe('over');
          if (qualifier === 'under') expect(here).toBeGreaterThanOrEqual(value);
          else expect(here).toBeGreaterThan(value);
        }
      }),
    );
  });

  it('does not depend on the order of the figures', () => {
    fc.assert(
      fc.property(count, fc.array(any), (here, past) => {
        expect(compareFigure(here, past.toReversed())).toEqual(compareFigure(here, past));
      }),
    );
  });

  it('holds 23 against what was printed: a record since 2008, or not', () => {
    const past: PastFigure[] = [
      { ordinal: 1, value: 15, qualifier: 'exact' },
      { ordinal: 7, value: 20, qualifier: 'about' },
    ];
    // "About 20" may be 30: rounded to its last digit that is not zero.
    expect(compareFigure(23, past)).toEqual({ kind: 'uncertain', ordinal: 7, known: 2 });
    expect(compareFigure(31, past)).toEqual({ kind: 'record', since: 1, known: 2 });
    expect(compareFigure(23, [{ ordinal: 7, value: 22, qualifier: 'over' }])).toEqual({ kind: 'uncertain', ordinal: 7, known: 1 });
    expect(compareFigure(23, [{ ordinal: 7, value: 23, qualifier: 'under' }])).toEqual({ kind: 'record', since: 7, known: 1 });
  });
});

describe('the counts of an edition against its series', () => {
  const counts = countIntentions([{ organisation: { country: 'FR' }, state: 'considering', count: 23 }], ['FR', 'JP']);
  const figure = (changes: object) => ({
    ordinal: 7,
    value: 5,
    qualifier: 'exact' as const,
    kind: 'authorities-considering',
    side: 'FR',
    ...changes,
  });
  const considering = (figures: ReturnType<typeof figure>[]) =>
    compareWithEditions(counts, ['FR', 'JP'], 9, figures).find(({ country, state }) => country === 'FR' && state === 'considering');

  it('compare like with like: the same kind, the same side, an earlier edition', () => {
    expect(considering([figure({})])?.comparison).toEqual({ kind: 'record', since: 7, known: 1 });
    for (const other of [
      { kind: 'authorities' },
      { kind: 'authorities-confirmed' },
      { side: 'JP' },
      { side: null },
      { ordinal: 9 },
      { ordinal: 10 },
    ])
      expect(considering([figure(other as object)])).toMatchObject({ count: 23, comparison: { kind: 'nothing' } });
  });

  it('hold those who may come against those who came', () => {
    const counts = countIntentions(
      [
        { organisation: { country: 'FR' }, state: 'considering', count: 23 },
        { organisation: { country: 'FR' }, state: 'confirmed', count: 8 },
        { organisation: { country: 'FR' }, state: 'declined', count: 5 },
      ],
      ['FR', 'JP'],
    );
    const came = { kind: 'authorities', side: 'FR', ordinal: 7, value: 22, qualifier: 'exact' as const };
    const coming = compareWithEditions(counts, ['FR', 'JP'], 9, [came]).find(
      ({ country, state }) => country === 'FR' && state === 'coming',
    );
    expect(coming).toMatchObject({ count: 31, comparison: { kind: 'record', since: 7, known: 1 } });
  });
});
