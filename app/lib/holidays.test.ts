import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from './days.ts';
import { holidaysKnown, holidayWeekOf, isHoliday, isWorkingDay } from './holidays.ts';

/** The official lists: Cabinet Office (国民の祝日について) for Japan; service-public.gouv.fr for France. */
const OFFICIAL: Record<string, Record<number, string>> = {
  FR: {
    2024: '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25',
    2025: '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25',
    2026: '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25',
    2027: '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25',
    2028: '01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25',
  },
  JP: {
    2024: '01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23',
    2025: '01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24',
    2026: '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
    2027: '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23',
    2028: '01-01 01-10 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-22 10-09 11-03 11-23',
  },
};
const days = (year: number) =>
  Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter((day) => day.startsWith(`${year}`));
const cases = Object.entries(OFFICIAL).flatMap(([country, years]) =>
  Object.entries(years).map(([year, list]) => ({ country, year: Number(year), list })),
);

describe('public holidays', () => {
  it.each(cases)('are those of the official list: $country $year', ({ country, year, list }) => {
    expect(
      days(year)
        .filter((day) => isHoliday(day, country))
        .map((day) => day.slice(5)),
    ).toEqual(list.split(' '));
  });

  it('are claimed of no country and no year for which they are not known', () => {
    expect(holidaysKnown('AM', 2026) || holidaysKnown('JP', 2019) || holidaysKnown('FR', 1970)).toBe(false);
    expect(isHoliday('2019-05-01', 'JP') || isHoliday('2026-01-01', 'AM')).toBe(false);
  });

  it('never leave a Japanese holiday on a Sunday without a substitute, whatever the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2022, max: 2099 }), (year) => {
        for (const day of days(year)) {
          if (!isHoliday(day, 'JP') || weekdayOf(day) !== 7) continue;
          let next = addDays(day, 1);
          while (weekdayOf(next) !== 7 && isHoliday(addDays(next, 1), 'JP')) next = addDays(next, 1);
          expect(isHoliday(next, 'JP')).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('close Japanese offices at the year’s end, and French ones only on 25 December and 1 January', () => {
    expect(['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-02'].map((day) => isWorkingDay(day, 'JP'))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-02'].map((day) => isWorkingDay(day, 'FR'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('a holiday week', () => {
  it('is the French August and the days between Christmas and New Year', () => {
    const weeks = ['2026-07-31', '2026-08-01', '2026-08-31', '2026-09-01', '2026-12-23', '2026-12-24', '2027-01-01', '2027-01-02'];
    expect(weeks.map((day) => holidayWeekOf(day, 'FR'))).toEqual([null, 'august', 'august', null, null, 'year-end', 'year-end', null]);
  });

  it('is Golden Week, Obon and the year’s end in Japan', () => {
    const weeks = ['2026-04-28', '2026-04-29', '2026-05-06', '2026-05-07', '2026-08-12', '2026-08-13', '2026-08-16', '2026-08-17'];
    expect(weeks.map((day) => holidayWeekOf(day, 'JP'))).toEqual([
      ...[null, 'golden-week', 'golden-week', null],
      ...[null, 'obon', 'obon', null],
    ]);
    expect(['2026-12-28', '2026-12-29', '2027-01-03', '2027-01-04'].map((day) => holidayWeekOf(day, 'JP'))).toEqual([
      ...[null, 'year-end', 'year-end', null],
    ]);
  });

  it('is unknown elsewhere', () => {
    expect(holidayWeekOf('2026-08-15', 'AM')).toBeNull();
  });
});
