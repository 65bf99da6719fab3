import { describe, expect, it } from 'vitest';
import { partialDate } from '#app/lib/partial-date.ts';
import { answersCloseAt, areAnswersOpen, isLinkLive, linkExpiry, type MeetingTime } from './answer-window.ts';

const meeting = (change: Partial<MeetingTime> & { on?: string } = {}): MeetingTime => {
  const { on = '2026-06-23', ...rest } = change;
  return { date: partialDate(on), startTime: '09:30', endTime: '12:00', timeZone: 'Europe/Paris', state: 'planned', ...rest };
};
const now = (text: string) => new Date(text);

describe('answers to a meeting', () => {
  it('are taken until it begins, by the clock of its own zone', () => {
    expect(answersCloseAt(meeting())?.toISOString()).toBe('2026-06-23T07:30:00.000Z');
    expect(answersCloseAt(meeting({ timeZone: 'Asia/Tokyo' }))?.toISOString()).toBe('2026-06-23T00:30:00.000Z');
    expect(areAnswersOpen(meeting(), now('2026-06-23T07:29:59Z'))).toBe(true);
    expect(areAnswersOpen(meeting(), now('2026-06-23T07:30:00Z'))).toBe(false);
  });

  it('are taken until the last possible day is over while no hour or no day is set, and for good while there is no date', () => {
    expect(answersCloseAt(meeting({ startTime: null }))?.toISOString()).toBe('2026-06-23T22:00:00.000Z');
    expect(answersCloseAt(meeting({ on: '2026-06' }))?.toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(answersCloseAt(meeting({ on: '2026-04/2026-05' }))?.toISOString()).toBe('2026-05-31T22:00:00.000Z');
    expect(areAnswersOpen(meeting({ on: 'tbc' }), now('2030-01-01T00:00:00Z'))).toBe(true);
  });

  it('are not taken by a cancelled meeting, whose link still says so', () => {
    const cancelled = meeting({ state: 'cancelled' });
    expect(areAnswersOpen(cancelled, now('2026-03-01T00:00:00Z'))).toBe(false);
    expect(isLinkLive(cancelled, { expiresAt: now('2027-01-01T00:00:00Z'), revokedAt: null }, now('2026-03-01T00:00:00Z'))).toBe(true);
  });

  it('come by links that end with the day of the meeting, and never last for ever', () => {
    const made = now('2026-03-01T00:00:00Z');
    const link = { expiresAt: linkExpiry(made), revokedAt: null };
    expect(isLinkLive(meeting(), link, now('2026-06-23T21:59:00Z'))).toBe(true);
    expect(isLinkLive(meeting(), link, now('2026-06-23T22:00:00Z'))).toBe(false);
    expect(isLinkLive(meeting({ on: 'tbc' }), link, now('2028-03-01T00:00:00Z'))).toBe(false);
    expect(isLinkLive(meeting(), { ...link, revokedAt: made }, made)).toBe(false);
  });
});
