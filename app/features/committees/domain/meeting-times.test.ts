import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { instantOf } from '#app/lib/zoned-time.ts';
import { changedFacts, retyped, touchesCalendars } from './meeting-change.ts';
import { hoursInZones, zoneOfCountry } from './meeting-hours.ts';
import { checkMeeting, type MeetingFacts, type MeetingInput } from './meeting-input.ts';
import { meetingWarnings, type WarnedMeeting } from './meeting-warnings.ts';

const SIDES = ['FR', 'JP'];
const at = (date: string, startTime: string | null = null, endTime: string | null = null, timeZone = 'Europe/Paris') => ({
  ...{ date: partialDate(date), startTime, endTime, timeZone },
});
const meeting = (number: number, when: ReturnType<typeof at>, more: Partial<WarnedMeeting> = {}): WarnedMeeting => ({
  ...{ id: `m${number}`, number, state: 'planned' as const },
  ...when,
  ...more,
});
const warned = (own: WarnedMeeting, others: WarnedMeeting[] = [], today = '2025-01-01') =>
  meetingWarnings(own, { countries: SIDES, today, others: [own, ...others] }).map((warning) =>
    [warning.code, 'country' in warning ? warning.country : '', 'number' in warning ? warning.number : ''].filter(Boolean).join(' '),
  );

describe('the hours of a meeting', () => {
  it('are shown in both countries, in summer and in winter time', () => {
    const times = (date: string) => hoursInZones(at(date, '14:30', '16:00'), SIDES)?.map(({ start, end }) => [start.time, end?.time]);
    expect(times('2026-07-24')).toEqual([
      ['14:30', '16:00'],
      ['21:30', '23:00'],
    ]);
    expect(times('2026-01-15')?.[1]).toEqual(['22:30', '00:00']);
  });

  it('say when it is another day there', () => {
    const tokyo = (start: string, end: string) => hoursInZones(at('2026-01-15', start, end), SIDES)?.[1];
    expect(tokyo('14:30', '16:00')).toMatchObject({ start: { days: 0 }, end: { time: '00:00', days: 1 } });
    expect(hoursInZones(at('2026-01-15', '03:00', null, 'Asia/Tokyo'), SIDES)?.[1]).toMatchObject({ start: { time: '19:00', days: -1 } });
  });

  it('are left open without an hour, without a date, and where the clocks change within the possible days', () => {
    expect(hoursInZones(at('2026-03-15'), SIDES)).toBeNull();
    expect(hoursInZones(at('tbc', '14:30'), SIDES)).toBeNull();
    expect(hoursInZones(at('2026-03', '14:30'), SIDES)).toBeNull();
    expect(hoursInZones(at('2026-05', '14:30'), SIDES)?.[1]?.start.time).toBe('21:30');
  });

  it('are the same instant everywhere, and each zone stands once', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 4, max: 23 }),
        fc.constantFrom('Europe/Paris', 'Asia/Tokyo', 'America/New_York'),
        (date, hour, zone) => {
          const when = at(date.toISOString().slice(0, 10), `${String(hour).padStart(2, '0')}:00`, null, zone);
          const hours = hoursInZones(when, SIDES) ?? [];
          const instants = hours.map(({ start, timeZone }) => {
            const local = new Date(`${when.date}T00:00:00Z`);
            local.setUTCDate(local.getUTCDate() + start.days);
            return instantOf({ date: local.toISOString().slice(0, 10), time: start.time }, timeZone).getTime();
          });
          expect(new Set(instants).size).toBe(1);
          expect(new Set(hours.map(({ timeZone }) => timeZone)).size).toBe(hours.length);
        },
      ),
    );
  });

  it('are known for a country of one zone, and for no other', () => {
    expect(['FR', 'JP', 'AM', 'US', '??', ''].map(zoneOfCountry)).toEqual(['Europe/Paris', 'Asia/Tokyo', 'Asia/Yerevan', null, null, null]);
  });
});

describe('what is pointed out about a meeting', () => {
  it('is an hour outside nine to eighteen, in the country where it is', () => {
    expect(warned(meeting(1, at('2026-06-16', '09:00', '10:30')))).toEqual([]);
    expect(warned(meeting(1, at('2026-06-16', '14:30')))).toEqual(['outside-hours JP']);
    expect(warned(meeting(1, at('2026-06-16', '08:59')))).toEqual(['outside-hours FR']);
    expect(warned(meeting(1, at('2026-06-16', '10:00', '11:01')))).toEqual(['outside-hours JP']);
    expect(warned(meeting(1, at('2026-01-15', '09:00', '17:00')))).toEqual(['outside-hours JP']);
    expect(warned(meeting(1, at('2026-06-16')))).toEqual([]);
  });

  it('is a holiday or a holiday week of either country, and a weekend', () => {
    expect(warned(meeting(1, at('2026-07-14')))).toEqual(['holiday FR']);
    expect(warned(meeting(1, at('2026-04-30')))).toEqual(['holiday-week JP']);
    expect(warned(meeting(1, at('2026-05-05')))).toEqual(['holiday JP', 'holiday-week JP']);
    expect(warned(meeting(1, at('2026-08-14')))).toEqual(['holiday-week FR', 'holiday-week JP']);
    expect(warned(meeting(1, at('2026-06-13')))).toEqual(['weekend']);
  });

  it('of an open date is only what cannot be avoided', () => {
    expect(warned(meeting(1, at('2026-08')))).toEqual(['holiday-week FR']);
    expect(warned(meeting(1, at('2026-05')))).toEqual([]);
    expect(warned(meeting(1, at('2026-05-04/2026-05-08')))).toEqual(['holiday FR', 'holiday JP', 'holiday-week JP']);
    expect(warned(meeting(1, at('tbc')))).toEqual([]);
    expect(warned(meeting(1, at('2026')))).toEqual([]);
  });

  it('is a day that is past, an end before the start, another meeting at the same hours, numbers against dates', () => {
    const own = meeting(2, at('2026-06-16', '10:00', '11:00'));
    expect(warned(own, [], '2026-06-17')).toEqual(['past']);
    expect(warned(meeting(2, at('2026-06-16', '11:00', '10:00')))).toContain('ends-before-start');
    expect(warned(own, [meeting(3, at('2026-06-16', '10:30'))])).toEqual(['overlap 3']);
    expect(warned(own, [meeting(3, at('2026-06-16', '11:00'))])).toEqual([]);
    expect(warned(own, [meeting(1, at('2026-07')), meeting(3, at('2026-05-20'))])).toEqual(['number-order 1', 'number-order 3']);
    expect(warned(own, [meeting(1, at('2026-06')), meeting(3, at('2026-06'))])).toEqual([]);
  });

  it('is nothing of a cancelled meeting, and nothing against one', () => {
    const cancelled = { state: 'cancelled' as const };
    expect(warned(meeting(1, at('2026-08-15', '03:00'), cancelled))).toEqual([]);
    expect(warned(meeting(2, at('2026-06-16')), [meeting(3, at('2026-06-16'), cancelled), meeting(1, at('2026-12'), cancelled)])).toEqual(
      [],
    );
  });
});

describe('a meeting as it is typed', () => {
  const called = (number: number) => localised('fr', { fr: `${number}e COPIL` });
  const input: MeetingInput = {
    ...{ number: 3, title: {}, date: '2026-06-16', startTime: '14:30', timeZone: 'Europe/Paris', mode: 'video', place: {} },
  };
  const checked = (change: Partial<MeetingInput>) => {
    const result = checkMeeting({ ...input, ...change }, { called, personIds: ['p1'] }, 'fr');
    return result.ok ? result.value : result.refusal.code;
  };

  it('is called by its number where no title is given, else by the title', () => {
    expect(checked({ title: { fr: '  ', ja: '' } })).toMatchObject({ title: { texts: { fr: { text: '3e COPIL' } } } });
    expect(checked({ title: { fr: 'Séance de travail' } })).toMatchObject({ title: { texts: { fr: { text: 'Séance de travail' } } } });
  });

  it('keeps no character in its texts that nothing can store or that hides another', () => {
    const typed = { fr: ' Séance\u0000 de\r\n\u202etravail\ud800 ', ja: '第\u30002回' };
    expect(checked({ title: typed, place: typed })).toMatchObject({
      title: { texts: { fr: { text: 'Séance de travail\ufffd' }, ja: { text: '第 2回' } } },
      place: { texts: { fr: { text: 'Séance de travail\ufffd' } } },
    });
    expect(checked({ title: { fr: '\u0000\u200b' } })).toMatchObject({ title: { texts: { fr: { text: '3e COPIL' } } } });
  });

  it.each(['9999-12-31', '9999', '0206-06-16', '2026-06/9999-12'])('is on no day of another century: %s', (date) => {
    expect(checked({ date })).toBe('committees.bad-date');
  });

  it('takes hours as people type them, and nothing that is no hour', () => {
    const time = (startTime: string) => {
      const facts = checked({ startTime });
      return typeof facts === 'string' ? facts : facts.startTime;
    };
    expect(['9:30', '14h30', '14 h', '14時30分', '１４：３０', ''].map(time)).toEqual(['09:30', '14:30', '14:00', '14:30', '14:30', null]);
    for (const wrong of ['24:00', '12:60', '12', 'midi', '12:3', "'; --"]) expect(time(wrong)).toBe('committees.bad-time');
    expect(checked({ endTime: '25:00' })).toBe('committees.bad-time');
  });

  it('is joined at an https address alone', () => {
    expect(checked({ videoUrl: ' https://visio.cannes.example/j/1?pwd=x ' })).toMatchObject({
      videoUrl: 'https://visio.cannes.example/j/1?pwd=x',
    });
    const wrong = [
      'http://visio.example',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://user:secret@visio.example',
      'visio.example',
      'https://localhost',
      'https://visio.example/\u0000',
      'https://visio.example/\u202ea b',
    ];
    for (const videoUrl of [...wrong, `https://visio.example/${'x'.repeat(2_000)}`])
      expect(checked({ videoUrl })).toBe('committees.bad-video');
  });

  it('is led by persons of the committee, in languages that the program knows', () => {
    expect(checked({ chairId: 'p1', minuteTakerId: '' })).toMatchObject({ chairId: 'p1', minuteTakerId: null });
    expect(checked({ chairId: 'p2' })).toBe('committees.not-a-member');
    expect(checked({ minuteTakerId: 'p2' })).toBe('committees.not-a-member');
    expect(checked({ languages: ['ja', 'fr', 'fr', 'xx'] })).toMatchObject({ languages: ['fr', 'ja'] });
  });
});

describe('a change of a meeting', () => {
  const facts: MeetingFacts = {
    ...{ number: 1, title: localised('fr', { fr: 'Titre' }), ...at('2026-06-16', '14:30'), mode: 'video', place: null, videoUrl: null },
    ...{ languages: ['fr'], chairId: null, minuteTakerId: null },
  };

  it('is told when calendars show it, and only then', () => {
    const told = (change: Partial<MeetingFacts>) => touchesCalendars(changedFacts(facts, { ...facts, ...change }));
    const shown: Partial<MeetingFacts>[] = [
      ...[
        { date: partialDate('2026-06-17') },
        { startTime: null },
        { endTime: '16:00' },
        { timeZone: 'Asia/Tokyo' },
        { mode: 'onsite' as const },
      ],
      ...[{ place: localised('fr', { fr: 'Paris' }) }, { videoUrl: 'https://visio.example/1' }],
    ];
    expect(shown.map(told)).toEqual(shown.map(() => true));
    const quiet: Partial<MeetingFacts>[] = [
      ...[{ number: 2 }, { title: localised('fr', { fr: 'Autre' }) }, { languages: ['fr', 'ja'] as const }, { chairId: 'p' }, {}].map(
        (each) => each as Partial<MeetingFacts>,
      ),
    ];
    expect(quiet.map(told)).toEqual(quiet.map(() => false));
  });

  it('leaves the versions of a text that were not typed over as they are, and makes stale those of another source', () => {
    const before = localised('fr', { fr: 'Paris', ja: 'パリ' });
    expect(retyped(before, localised('fr', { fr: 'Paris', ja: 'パリ' }))).toEqual(before);
    const moved = retyped(before, localised('ja', { fr: 'Tours', ja: 'パリ' }));
    expect(moved).toMatchObject({ rev: 2, texts: { fr: { text: 'Tours', sourceRev: 2 }, ja: { sourceRev: 1 } } });
    expect(retyped(before, null)).toBeNull();
    expect(retyped(before, localised('ja', { ja: '東京' }))).toEqual(localised('ja', { ja: '東京' }));
  });
});
