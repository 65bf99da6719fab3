import { describe, expect, it } from 'vitest';
import { partialDate } from '#app/lib/partial-date.ts';
import { type Checked, inPlaces, placeOf } from './checklist.ts';

const TODAY = '2026-03-16';
const line = (date: string, more: Partial<Checked> = {}): Checked => ({
  date: partialDate(date),
  standing: null,
  cancelled: false,
  ...more,
});

describe('a checklist', () => {
  it.each([
    ['2026-03-16', '2026-03'],
    ['2026-03-15', null],
    ['2026-07-31', '2026-07'],
    ['2026-01/2026-05', '2026-03'],
    ['tbc', 'undated'],
    ['2026', 'undated'],
  ])('places %s under %s', (date, place) => {
    expect(placeOf(line(date), TODAY)).toBe(place);
  });

  it('keeps what is late at the top, however long ago it was due, and drops what was done', () => {
    expect(placeOf(line('2025-01-01', { standing: 'late' }), TODAY)).toBe('late');
    expect(placeOf(line('2025-01-01', { standing: 'received' }), TODAY)).toBeNull();
  });

  it('shows that a meeting ahead is cancelled, and forgets one that is past or has no day', () => {
    expect(placeOf(line('2026-04-01', { cancelled: true }), TODAY)).toBe('2026-04');
    expect(placeOf(line('2026-03-01', { cancelled: true }), TODAY)).toBeNull();
    expect(placeOf(line('tbc', { cancelled: true }), TODAY)).toBeNull();
  });

  it('goes from what is late over the months to what has no date', () => {
    const lines = [line('tbc'), line('2027-01-05'), line('2026-12-05'), line('2026-02-01', { standing: 'late' })];
    expect(inPlaces(lines, TODAY).map(({ place }) => place)).toEqual(['late', '2026-12', '2027-01', 'undated']);
  });
});
