import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEntry, type EntryInput } from './entry.ts';
import { type Reader, seesEntry, seesMeeting } from './readers.ts';

const frame = { countries: ['FR', 'JP'], organisationIds: ['cuf'] };
const good: EntryInput = {
  ...{ kind: 'deadline', track: 'registration', audience: 'authorities', title: { fr: 'Inscription', ja: '個人登録' } },
  timing: { kind: 'absolute', date: '2026-07-31' },
};
const check = (more: Partial<EntryInput>) => checkEntry({ ...good, ...more }, frame, 'fr');
const refusedAt = (more: Partial<EntryInput>) => {
  const result = check(more);
  return result.ok ? null : [result.refusal.code, result.refusal.params?.field];
};

describe('what somebody types as a date', () => {
  it.each([
    '31/07/2026',
    '2026-02-30',
    '2026-13',
    '2026-05/2026-04',
    '',
    ' ',
    '<b>',
    '0000-01-01',
    '1026-07-31',
    '9999-12-31',
    "2026-07-31'--",
    '2026-07-31/',
  ])('refuses %j with the field', (date) => {
    expect(refusedAt({ timing: { kind: 'absolute', date } })).toEqual(['timeline.bad-date', 'date']);
  });

  it.each([
    ['2026-07-31', '2026-07-31'],
    [' ２０２６-０７ ', '2026-07'],
    ['2026-04/2026-05', '2026-04/2026-05'],
    ['tbc', 'tbc'],
  ])('takes %j', (date, expected) => {
    expect(check({ timing: { kind: 'absolute', date } })).toMatchObject({
      ok: true,
      value: { timing: { kind: 'absolute', date: expected } },
    });
  });

  it('refuses rules out of reach, of no day, of no country or one whose holidays are not known', () => {
    const rule = (months: number, day: string, of: string[] = ['FR']) => refusedAt({ timing: { kind: 'relative', months, day, of } });
    for (const months of [-61, 25, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(rule(months, '1')).toEqual(['timeline.bad-months', 'months']);
    for (const day of ['0', '32', '-1', 'friday', '', '1e1']) expect(rule(-1, day)).toEqual(['timeline.bad-day', 'day']);
    expect(rule(-1, 'last-working-day', [])).toEqual(['timeline.no-country', 'of']);
    expect(rule(-1, 'last-working-day', ['AM'])).toEqual(['timeline.unknown-holidays', 'of']);
    expect(rule(-1, 'last-working-day', ['FR', 'JP'])).toBeNull();
  });

  it('refuses sides, organisations and choices that there are not', () => {
    expect(refusedAt({ side: 'AM' })).toEqual(['timeline.unknown-choice', 'side']);
    expect(refusedAt({ addresseeId: 'somebody-else' })).toEqual(['timeline.unknown-choice', 'addressee']);
    expect(refusedAt({ deliverable: 'cake' })).toEqual(['timeline.unknown-choice', 'deliverable']);
    expect(refusedAt({ kind: 'meeting' })).toEqual(['timeline.unknown-choice', 'kind']);
    expect(refusedAt({ printedWeekday: 8 })).toEqual(['timeline.unknown-choice', 'weekday']);
    expect(refusedAt({ printedWeekday: 1, timing: { kind: 'absolute', date: '2026-07' } })).toEqual([
      'timeline.weekday-without-day',
      'weekday',
    ]);
    expect(refusedAt({ printedIn: '2026-13' })).toEqual(['timeline.bad-month', 'printed-in']);
    expect(refusedAt({ title: { fr: '  ' } })).toEqual(['timeline.title-missing', 'title-fr']);
    expect(refusedAt({ note: { ja: 'あ'.repeat(501) } })).toEqual(['timeline.text-too-long', 'note-ja']);
  });

  it('keeps no character that nothing can store or that hides another', () => {
    expect(check({ title: { fr: ' a\u0000b\u202e\r\nc\ud800 ' }, note: { ja: '\u0000\u200b' } })).toMatchObject({
      ok: true,
      value: { title: { texts: { fr: { text: 'a b c\ufffd' } } }, note: null },
    });
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.double(), (date, day, text, months) => {
        check({ timing: { kind: 'absolute', date }, title: { fr: text }, printedIn: date });
        check({ timing: { kind: 'relative', months, day, of: [text] }, side: text, kind: text });
      }),
    );
  });
});

describe('who sees what', () => {
  const nobody: Reader = { whole: false, insideOf: [], memberOf: [], officerOf: [] };
  it('keeps what is for organisers with its side, and committees’ dates from officers', () => {
    const french: Reader = { ...nobody, whole: true, insideOf: ['FR'] };
    expect(seesEntry(french, { audience: 'organisers', side: 'FR' })).toBe(true);
    expect(seesEntry(french, { audience: 'organisers', side: 'JP' })).toBe(false);
    expect(seesEntry(french, { audience: 'core-committee', side: 'JP' })).toBe(true);
    const officer: Reader = { ...nobody, officerOf: ['FR'] };
    expect(seesEntry(officer, { audience: 'authorities', side: null })).toBe(true);
    expect(seesEntry(officer, { audience: 'authorities', side: 'JP' })).toBe(false);
    expect(seesEntry(officer, { audience: 'core-committee', side: 'FR' })).toBe(false);
    expect(seesEntry(officer, { audience: 'organisers', side: null })).toBe(false);
    expect(seesMeeting(officer, { kind: 'plenary', sides: ['FR'] })).toBe(true);
    expect(seesMeeting(officer, { kind: 'core', sides: ['FR'] }) || seesMeeting(officer, { kind: 'plenary', sides: ['JP'] })).toBe(false);
  });

  it('shows nothing to nobody', () => {
    for (const audience of ['authorities', 'organisers', 'delegates'] as const)
      for (const side of [null, 'FR']) expect(seesEntry(nobody, { audience, side })).toBe(false);
    expect(seesMeeting(nobody, { kind: 'plenary', sides: ['FR'] })).toBe(false);
  });
});
