import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { hourLines, type MeetingFacts } from '../meeting-words.ts';
import { type LetterInput, renderLetter, withLink, withoutLink } from './letter.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const facts: fc.Arbitrary<MeetingFacts> = fc.record({
  id: fc.constant('0198f0aa-0000-7000-8000-000000000001'),
  title: fc.constantFrom(
    localised('fr', { fr: '3e COPIL restreint', ja: '第3回運営委員会' }),
    localised('fr', { fr: 'a\r\nBcc: x@y.example' }),
  ),
  date: fc.constantFrom(partialDate('2026-06-23'), partialDate('2026-04/2026-05'), partialDate('tbc'), partialDate('2026-02')),
  startTime: fc.constantFrom('09:30', '17:00', null),
  endTime: fc.constantFrom('18:00', null),
  timeZone: fc.constantFrom('Europe/Paris', 'Asia/Tokyo', 'Europe/Rome'),
  mode: fc.constantFrom('onsite' as const, 'video' as const, 'hybrid' as const),
  place: fc.constantFrom(null, localised('fr', { fr: 'Cannes' })),
  videoUrl: fc.constantFrom(null, 'https://visio.example/1'),
  languages: fc.subarray(['fr', 'ja', 'en']),
  state: fc.constant('planned' as const),
  sequence: fc.nat(9),
  updatedAt: fc.constant(new Date('2026-03-01T00:00:00Z')),
  sides: fc.constantFrom(['FR', 'JP'], ['FR']),
  committee: fc.constant(localised('fr', { fr: 'COPIL' })),
  edition: fc.constant(localised('fr', { fr: '9es Rencontres' })),
  agenda: fc.constantFrom([], [localised('fr', { fr: 'Bilan {braces} <b>' }), localised('ja', { ja: '日程' })]),
});
const letter: fc.Arbitrary<LetterInput> = fc.record({
  lang: fc.constantFrom(...LOCALES),
  purpose: fc.constantFrom('invitation' as const, 'reminder' as const, 'change' as const, 'cancellation' as const),
  facts,
  paragraph: fc.constantFrom('', 'Un mot.\n\n{braces} <b>'),
  answerBy: fc.constantFrom(null, '2026-06-01'),
  replyTo: fc.constant('copil@reseau.example'),
  signature: fc.constantFrom('', 'Camille TEST'),
  address: fc.constant({ lines: ['Ville de Nancy'], opening: 'Madame, Monsieur,', closing: 'Salutations.' }),
  answered: fc.boolean(),
  byOfficer: fc.boolean(),
});

describe('a letter about a meeting', () => {
  it('says when, in whose hours, where, what about, until when and where to answer, in every language', () => {
    fc.assert(
      fc.property(letter, (input) => {
        const text = plain(renderLetter(input).text);
        const { facts: of, lang } = input;
        const asks = input.purpose !== 'cancellation';
        const said = [
          formatPartialDate(of.date, lang, { weekday: true }),
          ...hourLines(of, lang),
          input.paragraph,
          input.replyTo,
          input.signature,
        ];
        if (asks && of.agenda.length > 0) said.push('Bilan {braces} <b>');
        if (of.mode !== 'onsite' && of.videoUrl) said.push(of.videoUrl);
        if (asks && input.answerBy && !input.answered) said.push(formatPartialDate(partialDate(input.answerBy), lang, { weekday: true }));
        for (const part of said) expect(text).toContain(plain(part));
        expect(text).not.toMatch(/undefined|null|\{[a-z]+\}(?<!\{braces\})/);
      }),
    );
  });

  it('has a subject of one line, and one place for the link unless there is nothing to answer', () => {
    fc.assert(
      fc.property(letter, (input) => {
        const { subject, text } = renderLetter(input);
        expect(subject).not.toMatch(/\p{Cc}/u);
        expect(subject.trim()).not.toBe('');
        const link = 'https://x.example/fr/answer/$&$1';
        expect(withLink(text, link).split(link)).toHaveLength(input.purpose === 'cancellation' ? 1 : 2);
        expect(withoutLink(text, input.lang)).not.toContain('[[');
      }),
    );
  });

  it('names the day where it is another one there, and no other country’s hours while the day is not set', () => {
    const of = { date: partialDate('2026-06-23'), startTime: '17:00', endTime: '19:00', timeZone: 'Europe/Paris', sides: ['FR', 'JP'] };
    expect(hourLines(of, 'fr').map(plain)).toEqual([
      '17 h – 19 h (heure de Paris)',
      '0 h – 2 h (heure du Japon), le mercredi 24 juin 2026',
    ]);
    expect(hourLines(of, 'ja')).toEqual(['17時～19時（フランス時間）', '2026年6月24日水曜日　0時～2時（日本時間）']);
    expect(hourLines({ ...of, date: partialDate('2026-06') }, 'en')).toEqual(['17:00–19:00 (Paris time)']);
    expect(hourLines({ ...of, startTime: null }, 'en')).toEqual([]);
  });
});
