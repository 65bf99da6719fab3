import { describe, expect, it } from 'vitest';
import { partialDate } from '#app/lib/partial-date.ts';
import { type Dated, type FlagFrame, flagsOf } from './flags.ts';

const frame: FlagFrame = {
  dates: partialDate('2026-10-21/2026-10-24'),
  previous: partialDate('2024-10-15/2024-10-18'),
  otherYears: [2022, 2024, 2028],
  countries: ['FR', 'JP'],
};
let counter = 0;
const dated = (date: string, more: Partial<Dated> = {}): Dated => ({
  ...{ key: `d${++counter}`, kind: 'deadline', deliverable: null, side: null, timing: null, printedWeekday: null, printedIn: null },
  ...{ date: partialDate(date), ...more },
});
const codes = (item: Dated, others: Dated[] = []) => flagsOf(item, [item, ...others], frame).map(({ code }) => code);

describe('a date that somebody should look at', () => {
  it('belongs to another edition’s year: left from the one before, or of one after', () => {
    expect(flagsOf(dated('2024-07-31'), [], frame)[0]).toEqual({ code: 'other-year', year: 2024 });
    expect(codes(dated('2028-07-31'))).toEqual(['other-year', 'after-meeting']);
    // A Saturday: of no interest in a year that is to be replaced.
    expect(codes(dated('2024-08-31', { deliverable: 'slides' }), [dated('2026-07-31', { deliverable: 'abstract' })])).toEqual([
      'other-year',
    ]);
    // The preparation begins when the edition before is over, in that very year.
    expect(codes(dated('2024-11-29'))).toEqual([]);
    expect(codes(dated('2025-04-14'))).toEqual([]);
    expect(codes(dated('2024'))).toEqual([]);
  });

  it('falls after the meeting, but not on its last day', () => {
    expect(codes(dated('2026-10-23'))).toEqual([]);
    expect(codes(dated('2026-10-26'))).toEqual(['after-meeting']);
    expect(codes(dated('2026-11'))).toEqual(['after-meeting']);
    expect(codes(dated('2026-10/2026-11'))).toEqual([]);
  });

  it('has a weekday printed beside it that is not its own', () => {
    expect(flagsOf(dated('2025-09-22', { printedWeekday: 2 }), [], frame)).toEqual([{ code: 'weekday-misprint', printed: 2, actual: 1 }]);
    expect(codes(dated('2025-09-22', { printedWeekday: 1 }))).toEqual([]);
  });

  it('is due before what it needs of the same side, not of the other', () => {
    const slides = dated('2026-07-15', { deliverable: 'slides', side: 'FR' });
    const abstract = (side: string | null, date = '2026-07-31') => dated(date, { deliverable: 'abstract', side });
    expect(flagsOf(slides, [slides, abstract('FR')], frame)).toEqual([
      { code: 'before-needed', deliverable: 'abstract', opening: false, date: '2026-07-31' },
    ]);
    expect(codes(slides, [abstract(null)])).toEqual(['before-needed']);
    expect(codes(slides, [abstract('JP')])).toEqual([]);
    expect(codes(slides, [abstract('FR', '2026-07-15')])).toEqual([]);
    expect(codes(slides, [abstract('FR', 'tbc')])).toEqual([]);
  });

  it('is due before its own opening', () => {
    const due = dated('2026-05-29', { deliverable: 'individual-registration' });
    const opening = dated('2026-06-03', { kind: 'opening', deliverable: 'individual-registration' });
    expect(flagsOf(due, [due, opening], frame)).toEqual([
      { code: 'before-needed', deliverable: 'individual-registration', opening: true, date: '2026-06-03' },
    ]);
    expect(codes(opening, [due])).toEqual([]);
  });

  it('falls on a day of rest, said of each country', () => {
    expect(flagsOf(dated('2026-05-14'), [], frame)).toEqual([{ code: 'holiday', country: 'FR' }]);
    expect(flagsOf(dated('2026-09-21'), [], frame)).toEqual([{ code: 'holiday', country: 'JP' }]);
    expect(codes(dated('2026-05-31'))).toEqual(['weekend']);
    expect(codes(dated('2026-05'))).toEqual([]);
  });

  it('is printed in the row of another month, unless that is what another edition’s year explains', () => {
    expect(codes(dated('2026-10-22', { printedIn: '2026-11' }))).toEqual(['printed-elsewhere']);
    expect(codes(dated('2026-04/2026-05', { printedIn: '2026-05' }))).toEqual([]);
    expect(codes(dated('2024-07-31', { printedIn: '2026-07' }))).toEqual(['other-year']);
  });

  it('is not one to be confirmed, nor the edition’s own', () => {
    expect(codes(dated('tbc', { printedWeekday: 3, deliverable: 'slides' }))).toEqual([]);
    expect(codes(dated('2026-10-21/2026-10-24', { kind: 'edition' }))).toEqual([]);
  });
});
