import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partialDate } from '#app/lib/partial-date.ts';
import { type GridLine, gridOf, type Placed } from './grid.ts';

const columns = ['JP', 'FR'] as const;
const kinds = ['deadline', 'opening', 'milestone', 'meeting', 'edition'] as const;
const placed = fc.record({
  kind: fc.constantFrom(...kinds),
  date: fc.constantFrom(
    ...['tbc', '2026', '2024-07-31', '2026-04/2026-05', '2026-10-21/2026-10-24', '2025-09-22', '1999-01', '2031-05-01'].map(partialDate),
  ),
  printedIn: fc.constantFrom(null, '2026-07', '0999-01'),
  side: fc.constantFrom(null, 'FR', 'JP', 'AM'),
});
const held = <Item>(line: GridLine<Item>): Item[] =>
  line.form === 'across' ? [...line.items] : [...(line.form === 'joint' ? line.items : line.cells.flat()), ...line.deadlines];

describe('the grid', () => {
  it('holds every date exactly once, whatever the dates, and never more than a few years of rows', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 30 }), fc.constantFrom('2026-10', null), (items, anchor) => {
        const grid = gridOf<Placed>(items, columns, anchor);
        const all = [...grid.lines.flatMap(held), ...grid.undated, ...grid.outside];
        expect(all).toHaveLength(items.length);
        expect(new Set(all)).toEqual(new Set(items));
        expect(new Set(grid.lines.map(({ month }) => month)).size).toBeLessThanOrEqual(72);
      }),
    );
  });

  it('puts sides into their columns, joint meetings across both, and a month nobody printed as its own row', () => {
    const of = (kind: Placed['kind'], date: string, side: string | null, printedIn: string | null = null): Placed => ({
      kind,
      date: partialDate(date),
      side,
      printedIn,
    });
    const [core, joint, due, prepare, edition] = [
      of('meeting', '2025-04-14', 'FR'),
      of('meeting', '2025-11-07', null),
      of('deadline', '2024-07-31', 'FR', '2026-07'),
      of('milestone', '2026-10', null),
      of('edition', '2026-10-21/2026-10-24', null),
    ] as [Placed, Placed, Placed, Placed, Placed];
    const { lines } = gridOf([core, joint, due, prepare, edition], columns, '2026-10');
    const rows = Object.fromEntries(lines.map((line) => [line.month, line]));
    expect(lines.map(({ month }) => month)).toHaveLength(24);
    expect(rows['2025-04']).toEqual({ month: '2025-04', form: 'sides', cells: [[], [core]], deadlines: [] });
    expect(rows['2025-11']).toEqual({ month: '2025-11', form: 'joint', items: [joint], deadlines: [] });
    expect(rows['2026-07']).toEqual({ month: '2026-07', form: 'sides', cells: [[], []], deadlines: [due] });
    expect(rows['2026-10']).toEqual({ month: '2026-10', form: 'across', items: [prepare, edition] });
    expect(rows['2025-01']).toEqual({ month: '2025-01', form: 'sides', cells: [[], []], deadlines: [] });
  });
});
