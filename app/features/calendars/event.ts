import { addDays } from '#app/lib/days.ts';
import { bounds, type PartialDate } from '#app/lib/partial-date.ts';
import { type CalendarEvent, calendarUid } from '#app/platform/calendar/calendar.ts';

/** What a calendar entry is made of: a date of a timeline, as its reader may see it. */
export type Dated = {
  uid: { kind: 'meeting' | 'entry' | 'stage' | 'edition'; id: string };
  title: string;
  date: PartialDate;
  formerDate: PartialDate | null;
  hours: { start: string; end: string | null; timeZone: string } | null;
  place: string | null;
  details: readonly string[];
  audience: string;
  sequence: number;
  changedAt: Date;
  cancelled: boolean;
  unconfirmed: boolean;
};

/** What all entries of one edition share: its name, the host that their identifiers are made of, and the page behind them. */
export type EventFrame = { edition: string; host: string; url: string };

/** Whether a date has a place in a calendar: to the day, the month or a range of them; not a year, and not "to be confirmed". */
export function hasPlace(date: PartialDate): boolean {
  return bounds(date) !== null && !/^\d{4}(\/|$)/.test(date);
}

/**
 * The calendar entry of a date; null for one that never had a place in a calendar. A day is a day; a month or a range of months is the
 * whole of it, TENTATIVE, as is a date that nobody has confirmed. What was cancelled, or has lost the day that it had, stays as CANCELLED.
 */
export function eventOf(dated: Dated, { edition, host, url }: EventFrame): CalendarEvent | null {
  const lost = !hasPlace(dated.date);
  const date = lost ? dated.formerDate : dated.date;
  const range = date && hasPlace(date) ? bounds(date) : null;
  if (!range) return null;
  const exact = /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(date ?? '');
  const description = [edition, dated.audience, ...dated.details].filter(Boolean).join('\n');
  return {
    ...{
      uid: calendarUid(dated.uid.kind, dated.uid.id, host),
      sequence: dated.sequence,
      stamp: dated.changedAt,
      lastModified: dated.changedAt,
    },
    ...momentsOf(dated, range),
    ...{ summary: dated.uid.kind === 'edition' ? dated.title : `${dated.title} – ${edition}`, description, url },
    ...(dated.place ? { location: dated.place } : {}),
    status: dated.cancelled || lost ? 'CANCELLED' : exact && !dated.unconfirmed ? 'CONFIRMED' : 'TENTATIVE',
  };
}

function momentsOf({ hours }: Dated, { first, last }: { first: string; last: string }): Pick<CalendarEvent, 'start' | 'end'> {
  if (!hours || first !== last) return { start: { kind: 'day', date: first }, end: { kind: 'day', date: addDays(last, 1) } };
  const at = (time: string) => ({ kind: 'time', date: first, time, timeZone: hours.timeZone }) as const;
  return { start: at(hours.start), ...(hours.end && hours.end > hours.start ? { end: at(hours.end) } : {}) };
}
