import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, isoWithOffset, timeIn } from './times.ts';

describe('a local time', () => {
  it('of a Friday in Cannes is the evening in Japan', () => {
    const instant = instantOf('2026-10-23', '09:30', 'Europe/Paris');
    expect(instant.toISOString()).toBe('2026-10-23T07:30:00.000Z');
    expect(timeIn(instant, 'Asia/Tokyo')).toBe('16:30');
    expect(isoWithOffset('2026-10-23', '09:30', 'Europe/Paris')).toBe('2026-10-23T09:30:00+02:00');
  });

  it('has the offset of its side of a change of clocks', () => {
    expect(isoWithOffset('2026-10-25', '01:30', 'Europe/Paris')).toBe('2026-10-25T01:30:00+02:00');
    expect(isoWithOffset('2026-10-25', '03:30', 'Europe/Paris')).toBe('2026-10-25T03:30:00+01:00');
    expect(isoWithOffset('2026-01-05', '10:00', 'America/St_Johns')).toBe('2026-01-05T10:00:00-03:30');
  });

  it('comes back from its instant, whatever the day and zone', () => {
    const zones = fc.constantFrom('Europe/Paris', 'Asia/Tokyo', 'Asia/Yerevan', 'America/Martinique', 'Asia/Kathmandu');
    const day = fc
      .date({ min: new Date('2008-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 240, max: 1439 }), zones, (date, minutes, zone) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const instant = instantOf(date, time, zone);
        expect(timeIn(instant, zone)).toBe(time);
        expect(new Date(isoWithOffset(date, time, zone)).getTime()).toBe(instant.getTime());
      }),
    );
  });
});
