import { addDays, weekdayOf } from '#app/lib/days.ts';
import { type HolidayWeek, holidayWeekOf, isHoliday } from '#app/lib/holidays.ts';
import { bounds } from '#app/lib/partial-date.ts';
import { hoursInZones, type MeetingWhen, zoneOfCountry } from './meeting-hours.ts';
import type { MeetingState } from './meeting-input.ts';

/** A meeting as far as warnings need it. */
export type WarnedMeeting = MeetingWhen & { id: string; number: number; state: MeetingState };

/** Something about the time of a meeting that may be meant, and is pointed out. Days are `YYYY-MM-DD`, countries ISO 3166-1 alpha-2. */
export type MeetingWarning =
  | { code: 'outside-hours'; country: string }
  | { code: 'holiday'; country: string; day: string }
  | { code: 'holiday-week'; country: string; week: HolidayWeek }
  | { code: 'weekend' }
  | { code: 'past' }
  | { code: 'ends-before-start' }
  | { code: 'overlap'; number: number }
  | { code: 'number-order'; number: number };

/** Hours in which offices are reached: from nine to eighteen o'clock. */
const OPEN = '09:00';
const CLOSED = '18:00';
/** A longer stretch of possible days is pointed out only where it cannot avoid what is warned of. */
const SHORT_DAYS = 10;

/**
 * What is to be pointed out about a meeting: an hour outside 9–18 h in one of the countries, holidays, holiday weeks and weekends there, a
 * day before `today`, an end before the start, another meeting of the committee at the same hours, or one whose number and date run against
 * each other. A cancelled meeting is not warned of.
 */
export function meetingWarnings(
  meeting: WarnedMeeting,
  facts: { countries: readonly string[]; today: string; others: readonly WarnedMeeting[] },
): MeetingWarning[] {
  if (meeting.state === 'cancelled') return [];
  const others = facts.others.filter((other) => other.id !== meeting.id && other.state !== 'cancelled');
  const range = bounds(meeting.date);
  const past: MeetingWarning[] = range && range.last < facts.today ? [{ code: 'past' }] : [];
  const backwards = meeting.startTime && meeting.endTime && meeting.endTime <= meeting.startTime;
  return [
    ...(backwards ? [{ code: 'ends-before-start' as const }] : []),
    ...past,
    ...hoursWarnings(meeting, facts.countries),
    ...dayWarnings(meeting, facts.countries),
    ...overlaps(meeting, others),
    ...orderWarnings(meeting, others),
  ];
}

function hoursWarnings(meeting: MeetingWhen, countries: readonly string[]): MeetingWarning[] {
  const hours = hoursInZones(meeting, countries) ?? [];
  return countries.flatMap((country) => {
    const there = hours.find(({ timeZone }) => timeZone === zoneOfCountry(country));
    if (!there) return [];
    const { start, end } = there;
    const inside = start.time >= OPEN && start.time < CLOSED && (!end || (end.days === start.days && end.time <= CLOSED));
    return inside ? [] : [{ code: 'outside-hours', country } as const];
  });
}

/** The possible days of a short date; of a longer one none. */
function daysOf(meeting: MeetingWhen): string[] {
  const range = bounds(meeting.date);
  if (!range || addDays(range.first, SHORT_DAYS) <= range.last) return [];
  const days = [range.first];
  for (let day = range.first; day < range.last; days.push(day)) day = addDays(day, 1);
  return days;
}

function dayWarnings(meeting: MeetingWhen, countries: readonly string[]): MeetingWarning[] {
  const days = daysOf(meeting);
  const [only] = days.length === 1 ? days : [];
  const weekend: MeetingWarning[] = only && weekdayOf(only) > 5 ? [{ code: 'weekend' }] : [];
  const found = countries.flatMap((country): MeetingWarning[] => {
    const holiday = days.find((day) => isHoliday(day, country));
    const week = weekOf(meeting, days, country);
    return [
      ...(holiday ? [{ code: 'holiday', country, day: holiday } as const] : []),
      ...(week ? [{ code: 'holiday-week', country, week } as const] : []),
    ];
  });
  return [...weekend, ...found];
}

/** The holiday week on a possible day; of a long stretch only one that fills it. */
function weekOf(meeting: MeetingWhen, days: readonly string[], country: string): HolidayWeek | null {
  if (days.length > 0) return days.map((day) => holidayWeekOf(day, country)).find((week) => week !== null) ?? null;
  const range = bounds(meeting.date);
  if (!range || addDays(range.first, 31) < range.last) return null;
  const first = holidayWeekOf(range.first, country);
  for (let day = range.first; day <= range.last; day = addDays(day, 1)) if (holidayWeekOf(day, country) !== first) return null;
  return first;
}

const isDay = (date: string) => date.length === 10;

/** Others on the same day whose hours run into this one's, in one zone; two without hours on one day do as well. */
function overlaps(meeting: WarnedMeeting, others: readonly WarnedMeeting[]): MeetingWarning[] {
  if (!isDay(meeting.date)) return [];
  const span = ({ startTime, endTime }: MeetingWhen) =>
    [startTime ?? '00:00', endTime && startTime && endTime > startTime ? endTime : '24:00'] as const;
  const [from, to] = span(meeting);
  return others
    .filter((other) => other.date === meeting.date && (other.timeZone === meeting.timeZone || !meeting.startTime || !other.startTime))
    .filter((other) => from < span(other)[1] && span(other)[0] < to)
    .map(({ number }) => ({ code: 'overlap', number }));
}

/** Others numbered before this one and surely held after it, or the other way round. */
function orderWarnings(meeting: WarnedMeeting, others: readonly WarnedMeeting[]): MeetingWarning[] {
  const own = bounds(meeting.date);
  if (!own) return [];
  return others.flatMap((other): MeetingWarning[] => {
    const there = bounds(other.date);
    if (!there) return [];
    const wrong = other.number < meeting.number ? there.first > own.last : other.number > meeting.number && there.last < own.first;
    return wrong ? [{ code: 'number-order', number: other.number }] : [];
  });
}
