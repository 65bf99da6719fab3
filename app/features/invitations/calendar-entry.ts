import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { type CalendarEvent, calendarUid, writeCalendar } from '#app/platform/calendar/calendar.ts';
import { exactDay } from './domain/answer-window.ts';
import { agendaLines, hourLines, type MeetingFacts } from './meeting-words.ts';

type EntryFor = {
  lang: Locale;
  /** The name of this instance's host, of which the identifier of the entry is made. */
  host: string;
  /** The address by which a video meeting is joined stands in it. */
  withVideo: boolean;
};

/** The calendar entry of a meeting; null while it has no day. A meeting without an hour is one of the whole day. */
function entryOf(facts: MeetingFacts, { lang, host, withVideo }: EntryFor): CalendarEvent | null {
  const date = exactDay(facts.date);
  if (!date) return null;
  const { startTime, endTime, timeZone } = facts;
  const at = (time: string) => ({ kind: 'time', date, time, timeZone }) as const;
  const start = startTime ? at(startTime) : ({ kind: 'day', date } as const);
  const end = startTime && endTime && endTime > startTime ? { end: at(endTime) } : {};
  const video = withVideo && facts.mode !== 'onsite' ? facts.videoUrl : null;
  const place = plainText(facts.place, lang);
  const description = [...hourLines(facts, lang), ...(video ? [video] : []), '', ...agendaLines(facts, lang)].join('\n').trim();
  return {
    uid: calendarUid('meeting', facts.id, host),
    sequence: facts.sequence,
    stamp: facts.updatedAt,
    lastModified: facts.updatedAt,
    start,
    ...end,
    summary: `${plainText(facts.title, lang)} – ${plainText(facts.edition, lang)}`,
    ...(description ? { description } : {}),
    ...(place || video ? { location: [place, video].filter(Boolean).join(' – ') } : {}),
    status: facts.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  };
}

/** An entry to take home, for whoever looks at the page of an invitation; null while the meeting has no day. */
export function entryToTakeHome(facts: MeetingFacts, lang: Locale, host: string): string | null {
  const event = entryOf(facts, { lang, host, withVideo: false });
  return event && writeCalendar({ method: 'PUBLISH', events: [event] });
}

type Between = { organizer: { name: string; mailbox: string }; attendee: { name: string; mailbox: string } };

/** The iTIP object (RFC 5546) that invites somebody to a meeting, or tells of its change; null while the meeting has no day. */
export function entryToAccept(facts: MeetingFacts, of: Omit<EntryFor, 'withVideo'>, between: Between): string | null {
  const event = entryOf(facts, { ...of, withVideo: true });
  return event && writeCalendar({ method: 'REQUEST', events: [{ ...event, ...between }] });
}

/**
 * The iTIP object that takes a meeting out of somebody's calendar: one that is cancelled, or has lost its day (`facts` are then those
 * before, with the SEQUENCE of after); null for one that never had a day.
 */
export function entryToTakeOut(facts: MeetingFacts, of: Omit<EntryFor, 'withVideo'>, between: Between): string | null {
  const event = entryOf(facts, { ...of, withVideo: false });
  return event && writeCalendar({ method: 'CANCEL', events: [{ ...event, ...between, status: 'CANCELLED' }] });
}
