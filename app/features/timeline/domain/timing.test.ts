import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, lastDayOf, monthsBetween, weekdayOf } from '#app/lib/days.ts';
import { isHoliday } from '#app/lib/holidays.ts';
import { bounds, partialDate } from '#app/lib/partial-date.ts';
import { deriveTiming } from './derive.ts';
import { anchorOf, resolveTiming, shiftDate, type Timing, unknownHolidays } from './timing.ts';

const month = fc
  .record({ year: fc.integer({ min: 2024, max: 2090 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);
const months = fc.integer({ min: -60, max: 24 });
const dayRule = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom('first-working-day' as const, 'last-working-day' as const));
const of = fc.constantFrom(['FR'], ['JP'], ['FR', 'JP']);
const both = ['FR', 'JP'];

describe('a date that follows the edition', () => {
  it('always lies in the month that its rule names, whatever the edition', () => {
    fc.assert(
      fc.property(month, months, dayRule, of, (anchor, count, day, countries) => {
        const date = resolveTiming({ kind: 'relative', months: count, day, of: countries }, anchor);
        expect(date.slice(0, 7)).toBe(addMonths(anchor, count));
        expect(monthsBetween(anchor, date.slice(0, 7))).toBe(count);
      }),
    );
  });

  it('is worked in every country that counts, with nothing but rest days of one of them after it', () => {
    fc.assert(
      fc.property(month, (anchor) => {
        const last = resolveTiming({ kind: 'relative', months: 0, day: 'last-working-day', of: both }, anchor);
        const rests = (day: string) => weekdayOf(day) > 5 || both.some((country) => isHoliday(day, country)) || day.slice(5) >= '12-29';
        expect(rests(last)).toBe(false);
        for (let day = addDays(last, 1); day <= lastDayOf(anchor); day = addDays(day, 1)) expect(rests(day)).toBe(true);
      }),
    );
  });

  it.each([
    ['last-working-day', -3, both, '2026-07-31'],
    ['last-working-day', -5, both, '2026-05-29'],
    ['first-working-day', -5, ['FR'], '2026-05-04'],
    ['first-working-day', -5, both, '2026-05-07'],
    ['last-working-day', -10, both, '2025-12-26'],
    [31, -8, [], '2026-02-28'],
    [15, -1, [], '2026-09-15'],
  ] as const)('%s, %i months away: known by the calendar', (day, count, countries, expected) => {
    expect(resolveTiming({ kind: 'relative', months: count, day, of: countries }, '2026-10')).toBe(expected);
  });

  it('moves with the edition, and waits while its month is not known', () => {
    const timing: Timing = { kind: 'relative', months: -3, day: 'last-working-day', of: both };
    expect(resolveTiming(timing, anchorOf(partialDate('2027-04-12/2027-04-14')))).toBe('2027-01-29');
    for (const dates of ['2028', 'tbc']) expect(resolveTiming(timing, anchorOf(partialDate(dates)))).toBe('tbc');
    expect(anchorOf(partialDate('2028-10/2028-11'))).toBe('2028-10');
  });

  it('says for whose holidays it went by weekends alone', () => {
    const timing: Timing = { kind: 'relative', months: 0, day: 'last-working-day', of: both };
    expect(unknownHolidays(timing, partialDate('2018-10-31'))).toEqual(['JP']);
    expect(unknownHolidays(timing, partialDate('2026-10-30'))).toEqual([]);
  });
});

describe('a date moved by months', () => {
  const point = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const dates = fc.oneof(
    fc.tuple(point, fc.constantFrom(10, 7)).map(([text, length]) => text.slice(0, length)),
    fc.tuple(point, point, fc.constantFrom(10, 7)).map(([a, b, length]) => [a.slice(0, length), b.slice(0, length)].sort().join('/')),
    fc.constant('tbc'),
  );

  it('keeps its precision, and its length in months', () => {
    fc.assert(
      fc.property(dates, months, (text, count) => {
        const date = partialDate(text);
        const moved = shiftDate(date, count);
        expect(moved.replace(/\d/g, '0')).toBe(date.replace(/\d/g, '0'));
        const [was, is] = [bounds(date), bounds(moved)];
        if (was && is) {
          expect(monthsBetween(was.first.slice(0, 7), is.first.slice(0, 7))).toBe(count);
          expect(monthsBetween(was.last.slice(0, 7), is.last.slice(0, 7))).toBe(count);
        }
      }),
    );
  });

  it('gives the last day of a month that is too short, and a whole year for years', () => {
    expect(shiftDate(partialDate('2024-07-31'), 19)).toBe('2026-02-28');
    expect(shiftDate(partialDate('2024-04/2024-05'), 24)).toBe('2026-04/2026-05');
    expect(shiftDate(partialDate('2024'), 24)).toBe('2026');
  });
});

describe('a timeline derived from the edition before', () => {
  it('keeps rules as rules, and marks as shifted exactly the dates that have none', () => {
    fc.assert(
      fc.property(month, month, months, dayRule, of, (from, to, count, day, countries) => {
        const rule: Timing = { kind: 'relative', months: count, day, of: countries };
        const derived = deriveTiming(rule, from, to);
        expect(derived).toEqual({ timing: rule, was: resolveTiming(rule, from), date: resolveTiming(rule, to), shifted: false });
        const absolute = deriveTiming({ kind: 'absolute', date: derived.was }, from, to);
        expect(absolute.shifted).toBe(true);
        expect(monthsBetween(from, to)).toBe(monthsBetween(derived.was.slice(0, 7), absolute.date.slice(0, 7)));
      }),
    );
    expect(deriveTiming({ kind: 'absolute', date: partialDate('tbc') }, '2024-10', '2026-10')).toMatchObject({
      date: 'tbc',
      shifted: false,
    });
  });
});
