import { addDays, addMonths, dayOfMonth, lastDayOf, monthsBetween } from '#app/lib/days.ts';
import { holidaysKnown, isWorkingDay } from '#app/lib/holidays.ts';
import { bounds, type PartialDate, partialDate } from '#app/lib/partial-date.ts';

/** A day of a month: by its number (a shorter month gives its last day), or the first or last day on which offices work. */
export type DayRule = number | 'first-working-day' | 'last-working-day';

/** A date of its own, or so many months from the month in which the edition begins; `of`: whose working days count. */
export type Timing = { kind: 'absolute'; date: PartialDate } | { kind: 'relative'; months: number; day: DayRule; of: readonly string[] };

/** The month (`YYYY-MM`) in which an edition begins; null while not even that is known. */
export function anchorOf(dates: PartialDate): string | null {
  const [from = ''] = dates.split('/');
  return from.length >= 7 ? from.slice(0, 7) : null;
}

/** The date of an entry of an edition that begins in a month; "to be confirmed" for a rule while that month is not known. */
export function resolveTiming(timing: Timing, anchor: string | null): PartialDate {
  if (timing.kind === 'absolute') return timing.date;
  if (anchor === null) return partialDate('tbc');
  const month = addMonths(anchor, timing.months);
  if (typeof timing.day === 'number') return partialDate(dayOfMonth(month, timing.day));
  const forward = timing.day === 'first-working-day';
  let day = forward ? `${month}-01` : lastDayOf(month);
  while (!timing.of.every((country) => isWorkingDay(day, country))) day = addDays(day, forward ? 1 : -1);
  return partialDate(day);
}

/** The countries whose holidays a rule asks for in a year for which they are not known here: only weekends were left out. */
export function unknownHolidays(timing: Timing, date: PartialDate): string[] {
  const range = bounds(date);
  if (timing.kind === 'absolute' || typeof timing.day === 'number' || range === null) return [];
  return timing.of.filter((country) => !holidaysKnown(country, Number(range.first.slice(0, 4))));
}

/** A date moved by whole months, as precise as it was; a day that the month lacks becomes its last. */
export function shiftDate(date: PartialDate, months: number): PartialDate {
  if (date === 'tbc') return date;
  return partialDate(
    date
      .split('/')
      .map((point) => shiftPoint(point, months))
      .join('/'),
  );
}

function shiftPoint(point: string, months: number): string {
  if (point.length === 4) return String(Number(point) + Math.round(months / 12)).padStart(4, '0');
  const month = addMonths(point.slice(0, 7), months);
  return point.length === 7 ? month : dayOfMonth(month, Number(point.slice(8)));
}

/** An entry's timing in another edition: a rule stays as it is, a date of its own moves by the months between the two. */
export function carryTiming(timing: Timing, from: string, to: string): Timing {
  return timing.kind === 'relative' ? timing : { kind: 'absolute', date: shiftDate(timing.date, monthsBetween(from, to)) };
}
