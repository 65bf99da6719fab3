import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { offsetMinutes } from '#app/lib/zoned-time.ts';
import { type Calendar, type CalendarEvent, calendarUid, writeCalendar } from './calendar.ts';

const MEETING: CalendarEvent = {
  uid: calendarUid('meeting', '0198f0aa-0000-7000-8000-000000000001', 'entente.example'),
  sequence: 2,
  stamp: new Date('2026-03-02T09:00:00Z'),
  start: { kind: 'time', date: '2026-06-23', time: '09:30', timeZone: 'Europe/Paris' },
  end: { kind: 'time', date: '2026-06-23', time: '12:00', timeZone: 'Europe/Paris' },
  summary: '3e COPIL restreint; ordre du jour, etc. \\ suite',
};

/** Read by a parser that shares no line with the writer. */
function read(calendar: Calendar) {
  const root = new ICAL.Component(ICAL.parse(writeCalendar(calendar)));
  const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return { root, events, zones: root.getAllSubcomponents('vtimezone').map((component) => new ICAL.Timezone(component)) };
}

const one = (event: Partial<CalendarEvent>) => {
  const [found] = read({ events: [{ ...MEETING, ...event }] }).events;
  if (!found) throw new Error('no event');
  return found;
};

describe('a calendar entry', () => {
  it.each([
    ['Europe/Paris', '2026-06-23', '09:30', '2026-06-23T07:30:00.000Z'],
    ['Europe/Paris', '2026-01-20', '09:30', '2026-01-20T08:30:00.000Z'],
    ['Europe/Paris', '2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
    ['Asia/Tokyo', '2026-06-23', '16:30', '2026-06-23T07:30:00.000Z'],
    ['America/Guayaquil', '2026-06-23', '09:30', '2026-06-23T14:30:00.000Z'],
  ])('in %s on %s at %s is at that instant for whoever reads nothing but the file', (timeZone, date, time, instant) => {
    const { events, zones } = read({ events: [{ ...MEETING, start: { kind: 'time', date, time, timeZone } }] });
    const zone = zones.find((candidate) => candidate.tzid === timeZone);
    const start = events[0]?.startDate;
    expect(start?.zone.tzid).toBe(timeZone);
    expect(start?.toJSDate().toISOString()).toBe(instant);
    expect(zone).toBeDefined();
  });

  it('has the clock of its zone right in every season of every year it may be read in', () => {
    const ZONES = ['Europe/Paris', 'Asia/Tokyo', 'America/New_York', 'Africa/Casablanca', 'Australia/Lord_Howe', 'America/Santiago'];
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 366 * 24 * 2 }), (timeZone, hours) => {
        const instant = new Date(Date.UTC(2026, 0, 1, hours));
        const { zones } = read({
          events: [
            {
              ...MEETING,
              start: { kind: 'time', date: '2026-01-10', time: '09:00', timeZone },
              end: { kind: 'time', date: '2027-12-10', time: '09:00', timeZone },
            },
          ],
        });
        const zone = zones[0];
        if (!zone) throw new Error('no zone');
        const local = ICAL.Time.fromJSDate(new Date(instant.getTime() + offsetMinutes(timeZone, instant) * 60_000), true);
        local.zone = zone;
        // The hour that occurs twice belongs to two instants: the file can only tell one.
        const twice =
          offsetMinutes(timeZone, new Date(instant.getTime() - 3_600_000)) !==
          offsetMinutes(timeZone, new Date(instant.getTime() + 3_600_000));
        if (!twice) expect(zone.utcOffset(local) / 60).toBe(offsetMinutes(timeZone, instant));
      }),
      { numRuns: 300 },
    );
  });

  it('says the rule of Paris once, and that Tokyo has none', () => {
    const text = writeCalendar({
      events: [MEETING, { ...MEETING, start: { kind: 'time', date: '2026-06-23', time: '16:30', timeZone: 'Asia/Tokyo' } }],
    });
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU');
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
    expect(text.match(/RRULE/g)).toHaveLength(2);
  });

  it('ends before the day that is named as its end', () => {
    const edition = one({ start: { kind: 'day', date: '2026-10-21' }, end: { kind: 'day', date: '2026-10-25' } });
    expect(edition.startDate.isDate).toBe(true);
    expect(edition.duration.toString()).toBe('P4D');
  });

  it('keeps every character of its texts', () => {
    const text = 'Ordre du jour :\n1. Bilan ; 2, suite\\n — 「第9回」; "fin"';
    expect(one({ summary: text, description: text, location: text })).toMatchObject({ summary: text, description: text, location: text });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
        const clean = typed.replace(/\p{Cc}|\p{Bidi_Control}|\ufeff|[\u2028\u2029]|\p{Noncharacter_Code_Point}/gu, '');
        if (clean) expect(one({ summary: clean }).summary).toBe(clean);
      }),
    );
  });

  it('breaks no line of more than 75 octets inside a character', () => {
    const long = '日仏自治体交流会議の運営委員会（拡大）'.repeat(12);
    const text = writeCalendar({ name: long, events: [{ ...MEETING, summary: long, description: `${'é'.repeat(300)}🗼` }] });
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Cs}/u);
    }
    expect(one({ summary: long }).summary).toBe(long);
  });

  it('cannot be given another line, recipient or property by what people type', () => {
    const evil = 'Réunion\r\nATTENDEE:mailto:thief@bad.example\r\nEND:VEVENT';
    const { root, events } = read({
      method: 'REQUEST',
      name: evil,
      events: [
        {
          ...MEETING,
          summary: evil,
          location: evil,
          url: 'https://entente.example/a\r\nATTENDEE:mailto:thief@bad.example',
          organizer: { name: 'Cités";X="\r\nATTENDEE:mailto:thief@bad.example', mailbox: 'copil@reseau.example' },
          attendee: { name: '山田 花子', mailbox: 'hanako@shizuoka.example' },
        },
      ],
    });
    expect(events).toHaveLength(1);
    const attendees = root.getFirstSubcomponent('vevent')?.getAllProperties('attendee') ?? [];
    expect(attendees.map((property) => property.getFirstValue())).toEqual(['mailto:hanako@shizuoka.example']);
    expect(attendees[0]?.getParameter('cn')).toBe('山田 花子');
    expect(attendees[0]?.getParameter('partstat')).toBe('NEEDS-ACTION');
    expect(events[0]?.organizer).toBe('mailto:copil@reseau.example');
  });

  it('is the same bytes for the same facts', () => {
    expect(writeCalendar({ events: [MEETING] })).toBe(writeCalendar({ events: [MEETING] }));
  });

  it('carries its sequence, its identifier and its cancellation', () => {
    const { root, events } = read({ method: 'CANCEL', events: [{ ...MEETING, status: 'CANCELLED' }] });
    expect(root.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(events[0]?.sequence).toBe(2);
    expect(events[0]?.uid).toBe('meeting-0198f0aa-0000-7000-8000-000000000001@entente.example');
    expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('says how often a feed should be fetched again', () => {
    expect(writeCalendar({ name: '日程', refreshHours: 6, events: [] })).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n');
  });
});
