import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { partialDate } from '#app/lib/partial-date.ts';
import { writeCalendar } from '#app/platform/calendar/calendar.ts';
import { type Dated, eventOf } from './event.ts';

const FRAME = { edition: '9es Rencontres', host: 'entente.example', url: 'https://entente.example/fr/desk/editions/rfj-9/timeline' };
const DATE: Dated = {
  ...{ uid: { kind: 'entry', id: '0198f0aa-0000-7000-8000-000000000001' }, title: 'Inscription', date: partialDate('2026-07-31') },
  ...{ formerDate: null, hours: null, place: null, details: [], audience: 'collectivités', sequence: 3 },
  ...{ changedAt: new Date('2026-03-02T09:00:00Z'), cancelled: false, unconfirmed: false },
};

/** What an independent parser reads of a date; null where there is no entry. */
function read(more: Partial<Omit<Dated, 'date' | 'formerDate'>> & { date?: string; formerDate?: string | null } = {}) {
  const dates = { date: partialDate(more.date ?? DATE.date), formerDate: more.formerDate ? partialDate(more.formerDate) : null };
  const event = eventOf({ ...DATE, ...more, ...dates }, FRAME);
  if (!event) return null;
  const root = new ICAL.Component(ICAL.parse(writeCalendar({ method: 'PUBLISH', events: [event] })));
  const component = root.getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  const found = new ICAL.Event(component);
  const end = component.getFirstPropertyValue('dtend');
  return { start: found.startDate.toString(), end: end?.toString() ?? null, status: component.getFirstPropertyValue('status'), found };
}

describe('the calendar entry of a date', () => {
  it.each([
    ['2026-07-31', '2026-07-31', '2026-08-01', 'CONFIRMED'],
    ['2026-10-21/2026-10-24', '2026-10-21', '2026-10-25', 'CONFIRMED'],
    ['2026-12-31', '2026-12-31', '2027-01-01', 'CONFIRMED'],
    ['2026-07', '2026-07-01', '2026-08-01', 'TENTATIVE'],
    ['2026-04/2026-05', '2026-04-01', '2026-06-01', 'TENTATIVE'],
    ['2028-02', '2028-02-01', '2028-03-01', 'TENTATIVE'],
  ])('%s is whole days from %s up to %s, %s', (date, start, end, status) => {
    expect(read({ date })).toMatchObject({ start, end, status });
  });

  it('is left out while nothing but the year is known, or not even that', () => {
    expect(read({ date: 'tbc' })).toBeNull();
    expect(read({ date: '2026' })).toBeNull();
  });

  it('cancels the day that it had once there is none any more', () => {
    expect(read({ date: 'tbc', formerDate: '2026-07-31' })).toMatchObject({ start: '2026-07-31', status: 'CANCELLED' });
    expect(read({ date: '2026', formerDate: '2026-07' })).toMatchObject({ start: '2026-07-01', status: 'CANCELLED' });
    expect(read({ date: 'tbc', formerDate: 'tbc' })).toBeNull();
  });

  it('is tentative while nobody has confirmed a date carried over', () => {
    expect(read({ unconfirmed: true })?.status).toBe('TENTATIVE');
  });

  it('has the hours of a meeting in its zone, and none where the day is open', () => {
    const hours = { start: '14:30', end: '16:00', timeZone: 'Asia/Tokyo' };
    expect(read({ hours })?.found.startDate.toJSDate().toISOString()).toBe('2026-07-31T05:30:00.000Z');
    expect(read({ hours })?.found.startDate.zone.tzid).toBe('Asia/Tokyo');
    expect(read({ hours: { ...hours, end: '01:00' } })?.end).toBeNull();
    expect(read({ hours, date: '2026-07' })).toMatchObject({ start: '2026-07-01', end: '2026-08-01' });
  });

  it('keeps its identifier and its sequence whatever becomes of it', () => {
    const seen = [read(), read({ cancelled: true }), read({ date: '2027-01' }), read({ date: 'tbc', formerDate: '2026-07-31' })];
    for (const one of seen)
      expect(one?.found).toMatchObject({ uid: 'entry-0198f0aa-0000-7000-8000-000000000001@entente.example', sequence: 3 });
  });

  it('ends after it begins, for any date that has a place', () => {
    const point = fc
      .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
    fc.assert(
      fc.property(point, (date) => {
        const one = read({ date });
        expect(one?.end && one.start < one.end).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
