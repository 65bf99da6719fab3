import { weekdayOf } from '#app/lib/days.ts';
import { type HolidayWeek, isHoliday } from '#app/lib/holidays.ts';
import { bounds, type PartialDate } from '#app/lib/partial-date.ts';
import type { Deliverable } from './entry.ts';
import { type Timing, unknownHolidays } from './timing.ts';

/** What one deliverable builds on: it cannot be due before these are. */
const NEEDS: Readonly<Partial<Record<Deliverable, readonly Deliverable[]>>> = {
  'workshop-choice': ['intention-form'],
  abstract: ['workshop-choice'],
  'individual-registration': ['intention-form'],
  slides: ['abstract'],
  'talks-synthesis': ['abstract'],
  'chairs-summaries': ['slides'],
  'declaration-answer-2': ['declaration-answer-1'],
};

/** What a date is checked by: an entry, a meeting or a part of the form, with its date as it stands in this edition. */
export type Dated = {
  key: string;
  kind: 'deadline' | 'opening' | 'milestone' | 'meeting' | 'edition';
  date: PartialDate;
  deliverable: Deliverable | null;
  /** Null for both sides. */
  side: string | null;
  timing: Timing | null;
  printedWeekday: number | null;
  printedIn: string | null;
};

/** The edition that dates are held against, and the other editions of its series. */
export type FlagFrame = { dates: PartialDate; previous: PartialDate | null; otherYears: readonly number[]; countries: readonly string[] };

/** Something about a date that a person should look at; what the words need stands beside the code. */
export type Flag =
  | { code: 'other-year'; year: number }
  | { code: 'after-meeting' }
  | { code: 'weekday-misprint'; printed: number; actual: number }
  | { code: 'before-needed'; deliverable: Deliverable; opening: boolean; date: PartialDate }
  | { code: 'holiday'; country: string }
  | { code: 'weekend' }
  | { code: 'printed-elsewhere'; month: string }
  | { code: 'holidays-unknown'; country: string }
  | { code: 'outside-hours'; country: string }
  | { code: 'holiday-week'; country: string; week: HolidayWeek }
  | { code: 'overlap' | 'number-order'; number: number };

/** What is wrong or odd about a date, the gravest first. Nothing is said of a date to be confirmed. */
export function flagsOf(item: Dated, all: readonly Dated[], frame: FlagFrame): Flag[] {
  const range = bounds(item.date);
  if (range === null || item.kind === 'edition') return [];
  const alien = otherYear(range, frame);
  const flags: Flag[] = alien === null ? [] : [{ code: 'other-year', year: alien }];
  const edition = bounds(frame.dates);
  if (edition && range.first > edition.last) flags.push({ code: 'after-meeting' });
  const day = item.date.length === 10 ? item.date : null;
  if (day && item.printedWeekday !== null && item.printedWeekday !== weekdayOf(day))
    flags.push({ code: 'weekday-misprint', printed: item.printedWeekday, actual: weekdayOf(day) });
  // A date of another year is to be replaced: what it comes before, and on which day it falls, says nothing.
  if (alien !== null) return flags;
  flags.push(...beforeNeeded(item, range.last, all));
  const { printedIn } = item;
  const inRow = printedIn === null || (range.first.slice(0, 7) <= printedIn && printedIn <= range.last.slice(0, 7));
  if (printedIn !== null && !inRow) flags.push({ code: 'printed-elsewhere', month: printedIn });
  if (item.timing) flags.push(...unknownHolidays(item.timing, item.date).map((country): Flag => ({ code: 'holidays-unknown', country })));
  return day ? [...flags, ...restDays(day, frame.countries)] : flags;
}

/**
 * The year of another edition to which a date belongs: before the end of the edition before this one, or in the year of
 * another edition. Null for a date of this edition's preparation.
 */
function otherYear(range: { first: string; last: string }, { dates, previous, otherYears }: FlagFrame): number | null {
  const year = Number(range.first.slice(0, 4));
  const before = previous && bounds(previous);
  if (before && range.last <= before.last) return year;
  const own = bounds(dates);
  return own && year !== Number(own.first.slice(0, 4)) && range.first > own.last && otherYears.includes(year) ? year : null;
}

const sameSide = (a: Dated, b: Dated) => a.side === null || b.side === null || a.side === b.side;

/** What a deadline comes before though it builds on it: another deliverable's deadline, or the opening of its own. */
function beforeNeeded(item: Dated, last: string, all: readonly Dated[]): Flag[] {
  const { deliverable } = item;
  if (item.kind !== 'deadline' || deliverable === null) return [];
  const needs = NEEDS[deliverable] ?? [];
  return all.flatMap((other): Flag[] => {
    if (other.key === item.key || other.deliverable === null || !sameSide(item, other)) return [];
    const opening = other.kind === 'opening' && other.deliverable === deliverable;
    if (!opening && !(other.kind === 'deadline' && needs.includes(other.deliverable))) return [];
    const needed = bounds(other.date);
    const late = needed !== null && (opening ? needed.first > last : needed.last > last);
    return late ? [{ code: 'before-needed', deliverable: other.deliverable, opening, date: other.date }] : [];
  });
}

function restDays(day: string, countries: readonly string[]): Flag[] {
  const holidays = countries.filter((country) => isHoliday(day, country)).map((country): Flag => ({ code: 'holiday', country }));
  return weekdayOf(day) > 5 ? [{ code: 'weekend' }, ...holidays] : holidays;
}
