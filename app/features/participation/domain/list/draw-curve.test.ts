import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOverTime } from './count-over-time.ts';
import { drawCurve } from './draw-curve.ts';

const days = fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 40 }).map((offsets) =>
  countOverTime(
    offsets
      .sort((a, b) => a - b)
      .map((offset, index) => ({
        participationId: `p${index}`,
        country: index % 3 === 0 ? 'JP' : 'FR',
        state: index % 2 === 0 ? ('confirmed' as const) : ('considering' as const),
        day: new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10),
      })),
    ['FR', 'JP'],
  ),
);
const figures = fc.array(fc.record({ value: fc.integer({ min: 0, max: 300 }) }), { maxLength: 9 });

describe('the curve', () => {
  it('stays within its plot, ends at the counts that stand, and its labels cover neither each other nor the edge', () => {
    fc.assert(
      fc.property(days, figures, (held, past) => {
        const curve = drawCurve(held, ['FR', 'JP'], '2026-03-16', past);
        if (!curve) throw new Error('nothing was drawn');
        const { plot, lines, markers } = curve;
        for (const { path, country, what, last } of lines) {
          for (const [, axis = '', number] of path.matchAll(/([HV])(-?[\d.]+)/g)) {
            const [low, high] = axis === 'H' ? [plot.left, plot.right] : [plot.top, plot.bottom];
            expect(Number(number)).toBeGreaterThanOrEqual(low);
            expect(Number(number)).toBeLessThanOrEqual(high);
          }
          const counts = held.at(-1)?.byCountry.get(country);
          expect(last).toBe((counts?.confirmed ?? 0) + (what === 'coming' ? (counts?.considering ?? 0) : 0));
        }
        markers.forEach(({ labelY }, index) => {
          expect(labelY).toBeLessThanOrEqual(plot.bottom);
          const before = markers[index - 1];
          if (before) expect(labelY - before.labelY).toBeGreaterThanOrEqual(17 - 1e-9);
        });
        expect(curve.heights.length).toBeLessThanOrEqual(7);
        expect(curve.months.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('is nothing before the first day', () => {
    expect(drawCurve([], ['FR', 'JP'], '2026-03-16', [])).toBeNull();
  });
});
