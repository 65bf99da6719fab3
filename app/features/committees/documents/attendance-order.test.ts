import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttendanceOrder } from './attendance-order.ts';
import { inOrder } from './attendance-order.ts';
import { sampleRow } from './testing.ts';

const printed = (rows: ReturnType<typeof sampleRow>[]) => rows.map((row) => row.organisation.printed);
const eight = Array.from({ length: 8 }, (_, i) => sampleRow(i));

describe('the order of a list', () => {
  it('is official in Japanese: authorities first, Japan by JIS code, then France by kind and code, then the others', () => {
    expect(printed(inOrder(eight, 'official', 'ja'))).toEqual([
      'SHIZUOKA KEN',
      'SHIZUOKA',
      'BRETAGNE',
      'ARDECHE',
      'CANNES',
      'EPINAL',
      'CHAMBRE INCONNUE',
      'AMBASSADE',
    ]);
  });

  it('is alphabetical in French, accents where a French reader looks for them', () => {
    expect(printed(inOrder(eight, 'organisation', 'fr'))).toEqual([
      'AMBASSADE',
      'ARDECHE',
      'BRETAGNE',
      'CANNES',
      'CHAMBRE INCONNUE',
      'SHIZUOKA KEN',
      'EPINAL',
      'SHIZUOKA',
    ]);
  });

  it('keeps the printed order of the people of one organisation, and the whole printed order when asked for it', () => {
    const rows = [sampleRow(0, { familyName: 'Z' }), sampleRow(5), sampleRow(8, { familyName: 'A' })];
    expect(inOrder(rows, 'organisation', 'fr').map((row) => row.familyName)).toEqual(['Nom5', 'Z', 'A']);
    expect(inOrder(rows, 'official', 'ja').map((row) => row.familyName)).toEqual(['Nom5', 'Z', 'A']);
    expect(inOrder(rows, 'printed', 'fr')).toEqual(rows);
  });

  it('loses no row and repeats none, whatever the order', () => {
    const rows = fc.array(fc.nat(40).map((i) => sampleRow(i)));
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<AttendanceOrder>('organisation', 'printed', 'official'),
        fc.constantFrom('fr' as const, 'en' as const, 'ja' as const),
        (list, order, lang) => {
          const ordered = inOrder(list, order, lang);
          expect(ordered).toHaveLength(list.length);
          expect(new Set(ordered)).toEqual(new Set(list));
        },
      ),
    );
  });

  it('keeps the rows of one organisation together', () => {
    const rows = fc.array(fc.nat(40).map((i) => sampleRow(i)));
    fc.assert(
      fc.property(rows, fc.constantFrom<AttendanceOrder>('organisation', 'official'), (list, order) => {
        const runs = printed(inOrder(list, order, 'fr')).filter((name, i, all) => name !== all[i - 1]);
        expect(new Set(runs).size).toBe(runs.length);
      }),
    );
  });
});
