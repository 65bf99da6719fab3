import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, localTimeIn, offsetMinutes } from './zoned-time.ts';

const ZONES = [
  'Europe/Paris',
  'Asia/Tokyo',
  'America/Guayaquil',
  'Africa/Casablanca',
  'Asia/Yerevan',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
];

describe('local times', () => {
  it('gives the hours of a meeting in Paris as they are in Japan, in winter and in summer', () => {
    expect(localTimeIn('Asia/Tokyo', instantOf({ date: '2026-01-20', time: '09:30' }, 'Europe/Paris'))).toEqual({
      date: '2026-01-20',
      time: '17:30',
    });
    expect(localTimeIn('Asia/Tokyo', instantOf({ date: '2026-06-23', time: '17:00' }, 'Europe/Paris'))).toEqual({
      date: '2026-06-24',
      time: '00:00',
    });
  });

  it('takes the first of an hour that occurs twice, and moves on an hour that does not exist', () => {
    expect(instantOf({ date: '2026-10-25', time: '02:30' }, 'Europe/Paris').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(localTimeIn('Europe/Paris', instantOf({ date: '2026-03-29', time: '02:30' }, 'Europe/Paris')).time).toBe('03:30');
  });

  it('comes back to the instant it started from, whatever the zone and the season', () => {
    const instants = fc
      .integer({ min: Date.UTC(2008, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
      .map((minutes) => new Date(minutes * 60_000));
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const back = instantOf(localTimeIn(zone, instant), zone);
        // Of an hour that occurs twice, the earlier one: never another local time.
        expect(localTimeIn(zone, back)).toEqual(localTimeIn(zone, instant));
        expect(back.getTime()).toBeLessThanOrEqual(instant.getTime());
      }),
    );
  });

  it('knows zones whose offset is no whole hour, and refuses zones and times that do not exist', () => {
    expect(offsetMinutes('Asia/Kolkata', new Date('2026-01-01T00:00:30.500Z'))).toBe(330);
    expect(() => localTimeIn('Europe/Cannes', new Date())).toThrow(RangeError);
    expect(() => instantOf({ date: '2026-02-31', time: '25:00' }, 'Europe/Paris')).toThrow(RangeError);
  });
});
