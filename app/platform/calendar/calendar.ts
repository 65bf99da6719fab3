import { printable } from '#app/lib/printable.ts';
import { timeZoneLines } from './time-zone.ts';

/** A whole day (`YYYY-MM-DD`), or a local time (`HH:MM`) of an IANA zone. */
export type CalendarMoment = { kind: 'day'; date: string } | { kind: 'time'; date: string; time: string; timeZone: string };

export type CalendarEvent = {
  /** Never changes, whatever else does: see {@link calendarUid}. */
  uid: string;
  /** Raised by every change of time or place, and by cancelling. */
  sequence: number;
  /** When the entry was written down: of the change, not of the download, so that the same facts give the same bytes. */
  stamp: Date;
  lastModified?: Date;
  start: CalendarMoment;
  /** Exclusive: of an entry that lasts a day, the next day. */
  end?: CalendarMoment;
  summary: string;
  description?: string;
  location?: string;
  url?: string;
  status?: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  organizer?: { name: string; mailbox: string };
  attendee?: {
    name: string;
    mailbox: string;
    role?: 'REQ-PARTICIPANT' | 'OPT-PARTICIPANT';
    status?: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED';
  };
};

export type Calendar = {
  /** REQUEST invites, CANCEL takes back (iTIP, RFC 5546); PUBLISH is a feed or a file to take home. */
  method?: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  name?: string;
  /** How often a program that subscribed should ask again. */
  refreshHours?: number;
  events: readonly CalendarEvent[];
};

const PRODUCT = '-//Entente//Entente//EN';
const LINE_OCTETS = 75;

/** The identifier of an entry for as long as it exists, in every calendar that this instance writes. */
export function calendarUid(kind: 'meeting' | 'entry' | 'stage' | 'edition', id: string, host: string): string {
  return `${kind}-${id}@${host}`;
}

/**
 * An iCalendar object (RFC 5545): CRLF, lines folded at 75 octets and never inside a character, a VTIMEZONE for each zone
 * that occurs. The same calendar gives the same bytes.
 */
export function writeCalendar(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    ...(calendar.method ? [`METHOD:${calendar.method}`] : []),
    ...(calendar.name ? [`NAME:${escaped(calendar.name)}`, `X-WR-CALNAME:${escaped(calendar.name)}`] : []),
    ...(calendar.refreshHours
      ? [`REFRESH-INTERVAL;VALUE=DURATION:PT${calendar.refreshHours}H`, `X-PUBLISHED-TTL:PT${calendar.refreshHours}H`]
      : []),
    ...zones(calendar.events),
    ...calendar.events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function zones(events: readonly CalendarEvent[]): string[] {
  const moments = events.flatMap(({ start, end }) => (end ? [start, end] : [start])).filter((moment) => moment.kind === 'time');
  const years = moments.map(({ date }) => Number(date.slice(0, 4)));
  const names = [...new Set(moments.map(({ timeZone }) => timeZone))].sort();
  return names.flatMap((name) => timeZoneLines(name, Math.min(...years), Math.max(...years)));
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    ...(event.lastModified ? [`LAST-MODIFIED:${utc(event.lastModified)}`] : []),
    `SEQUENCE:${event.sequence}`,
    moment('DTSTART', event.start),
    ...(event.end ? [moment('DTEND', event.end)] : []),
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    ...(event.url ? [`URL:${event.url.replace(/\s/g, '')}`] : []),
    ...(event.status ? [`STATUS:${event.status}`] : []),
    // A deadline or an edition leaves its days free for other appointments.
    ...(event.start.kind === 'day' ? ['TRANSP:TRANSPARENT'] : []),
    ...(event.organizer ? [`ORGANIZER;CN=${quoted(event.organizer.name)}:mailto:${event.organizer.mailbox.replace(/\s/g, '')}`] : []),
    ...(event.attendee ? [attendeeLine(event.attendee)] : []),
    'END:VEVENT',
  ];
}

function attendeeLine(attendee: NonNullable<CalendarEvent['attendee']>): string {
  const status = attendee.status ?? 'NEEDS-ACTION';
  const asked = status === 'NEEDS-ACTION' ? ';RSVP=TRUE' : '';
  const role = attendee.role ?? 'REQ-PARTICIPANT';
  const who = `CN=${quoted(attendee.name)}:mailto:${attendee.mailbox.replace(/\s/g, '')}`;
  return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=${role};PARTSTAT=${status}${asked};${who}`;
}

function moment(property: string, at: CalendarMoment): string {
  const day = at.date.replaceAll('-', '');
  if (at.kind === 'day') return `${property};VALUE=DATE:${day}`;
  return `${property};TZID=${at.timeZone}:${day}T${at.time.replaceAll(':', '').padEnd(6, '0')}`;
}

function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** TEXT (section 3.3.11). */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A parameter's value (section 3.2): it can hold neither a double quote nor a line break. */
function quoted(text: string): string {
  return `"${printable(text).replaceAll('"', '’').replace(/\s+/g, ' ').trim()}"`;
}

/** Content lines longer than 75 octets go on in the next one, behind a space (section 3.1). */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LINE_OCTETS) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // The space that opens every line but the first counts.
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
