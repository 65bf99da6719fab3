import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isDay } from './days.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it('are just those of the calendar', () => {
    fc.assert(fc.property(days, (day) => isDay(day)));
    for (const text of [
      '',
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '+002026-01-01',
      ' 2026-01-01',
      '２０２６-01-01',
      '2026-01',
      'tbc',
    ])
      expect(isDay(text)).toBe(false);
  });

  it('lie as far apart as they were moved, over leap years and changes of the clocks', () => {
    fc.assert(fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => daysBetween(day, addDays(day, count)) === count));
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });
});
