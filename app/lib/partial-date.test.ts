import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounds, formatPartialDate, isPlausible, parsePartialDate, partialDate } from './partial-date.ts';

describe('a partial date', () => {
  it.each(['2025-09-22', '2026-10-21/2026-10-24', '2026-02', '2026-04/2026-05', '2028', 'tbc'])('keeps what is printed: %s', (text) => {
    expect(parsePartialDate(text)).toBe(text);
  });

  it.each(['', '2025-02-30', '2025-13', '24 octobre', '2026-10-24/2026-10-21', '2026-04/2026-05-01', '2026/2027/2028'])(
    'refuses %j',
    (text) => {
      expect(parsePartialDate(text)).toBeNull();
    },
  );

  it.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028', '2028-01-01', '2028-12-31'],
    ['2026-04/2026-05', '2026-04-01', '2026-05-31'],
    ['2025-09-22', '2025-09-22', '2025-09-22'],
  ])('knows the first and last possible day of %s', (text, first, last) => {
    expect(bounds(partialDate(text))).toEqual({ first, last });
  });

  it('has no bounds while it is to be confirmed', () => {
    expect(bounds(partialDate('tbc'))).toBeNull();
  });

  it.each([
    ['2026-10-21/2026-10-24', true],
    ['1950', true],
    ['2150-12', true],
    ['tbc', true],
    ['0206-05-31', false],
    ['1949-12-31', false],
    ['9999-12-31', false],
    ['2026/9999', false],
  ])('is one that somebody may plan by, or a slip: %s', (text, plausible) => {
    expect(isPlausible(partialDate(text))).toBe(plausible);
  });

  it('holds every real day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (day) => {
        const text = day.toISOString().slice(0, 10);
        expect(bounds(partialDate(text))).toEqual({ first: text, last: text });
      }),
    );
  });

  it('reads as people write it, in each language', () => {
    const edition = partialDate('2026-10-21/2026-10-24');
    expect(formatPartialDate(edition, 'fr')).toMatch(/^21–24 octobre 2026$/);
    expect(formatPartialDate(edition, 'en')).toMatch(/^21–24 October 2026$/);
    expect(formatPartialDate(edition, 'ja')).toMatch(/^2026年10月21日～24日$/);
    expect(formatPartialDate(partialDate('2026-04/2026-05'), 'ja')).toBe('2026年4月～5月');
    expect(formatPartialDate(partialDate('2026-10-30/2026-11-02'), 'ja')).toBe('2026年10月30日～11月2日');
    expect(formatPartialDate(partialDate('2026-12-30/2027-01-02'), 'ja')).toBe('2026年12月30日～2027年1月2日');
    expect(formatPartialDate(partialDate('2026-04/2026-05'), 'en')).toBe('April–May 2026');
    expect(formatPartialDate(partialDate('2026-05-01'), 'fr', { weekday: true })).toBe('vendredi 1er mai 2026');
    expect(formatPartialDate(partialDate('2026-05-01/2026-05-03'), 'fr')).toBe('1er–3 mai 2026');
    expect(formatPartialDate(partialDate('2026-05-11'), 'fr')).toBe('11 mai 2026');
    expect(formatPartialDate(partialDate('2026-02'), 'fr')).toBe('février 2026');
    expect(formatPartialDate(partialDate('tbc'), 'ja')).toBe('日程未定');
  });
});
