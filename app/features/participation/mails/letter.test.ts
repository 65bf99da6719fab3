import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Addressee, formsOfAddress } from '#app/features/accounts/public.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { formatPartialDate, type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import { MAILING_PURPOSES } from '../domain/mailings/mailing.ts';
import { FORM_STAGES } from '../domain/stages.ts';
import { type LetterCommon, renderLetter, withLink, withoutLink } from './letter.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const zoe: Addressee = {
  ...{ givenName: 'Zoé', familyName: 'MARTIN', nativeGivenName: null, nativeFamilyName: null, civility: null },
  ...{ title: { text: 'Directrice', lang: 'fr' as const }, elected: false },
};
const common: fc.Arbitrary<LetterCommon> = fc.record({
  lang: fc.constantFrom(...LOCALES),
  purpose: fc.constantFrom(...MAILING_PURPOSES),
  edition: fc.constantFrom('9es Rencontres', '第9回会議', 'a\r\nBcc: x@y.example', 'é'.repeat(600)),
  theme: fc.constantFrom('', 'L’eau'),
  dates: fc.constantFrom(partialDate('2026-10-21/2026-10-24'), partialDate('tbc'), partialDate('2028')),
  place: fc.constant('Cannes, France'),
  workshops: fc.constantFrom([], ['1. Un', '2. Deux']),
  choiceCount: fc.integer({ min: 1, max: 3 }),
  choicesRanked: fc.boolean(),
  stages: fc.constant(FORM_STAGES.map((stage, index) => ({ stage, opensOn: '2026-01-01', closesOn: `2026-0${index + 3}-15` }))),
  today: fc.constantFrom('2026-03-10', '2026-04-20'),
  paragraph: fc.constantFrom('', 'Un mot.\n\n{braces} <b>'),
  replyTo: fc.constant('secretariat@reseau.example'),
  signature: fc.constantFrom('', 'Alix TEST'),
});
const asked = fc.subarray([...FORM_STAGES]);
const plainLink = fc.constantFrom(null, 'https://x.example/fr/desk/participations/1/form');

const letterOf = (of: LetterCommon, stages: readonly (typeof FORM_STAGES)[number][], link: string | null) =>
  renderLetter(of, { address: formsOfAddress(of.lang, zoe, 'Nancy'), organisation: 'Nancy', stages, plainLink: link });

describe('a letter', () => {
  it('says what, when, where, what is asked until when, and where to write, in every language', () => {
    fc.assert(
      fc.property(common, asked, plainLink, (of, stages, link) => {
        const text = plain(letterOf(of, stages, link).text);
        const deadlines = of.stages.filter(({ stage }) => stages.includes(stage)).map(({ closesOn }) => closesOn as PartialDate);
        for (const said of [
          ...[plain(formatPartialDate(of.dates, of.lang)), of.place, of.theme, of.paragraph, of.replyTo, of.signature, 'Nancy', 'MARTIN'],
          ...deadlines.map((day) => plain(formatPartialDate(day, of.lang, { weekday: true }))),
          ...(stages.includes('workshops') ? of.workshops : []),
        ])
          expect(text).toContain(said);
        expect(text).not.toMatch(/undefined|null|\{[a-z]+\}(?<!\{braces\})/);
      }),
    );
  });

  it('has a subject of one line that no mail system refuses', () => {
    fc.assert(
      fc.property(common, (of) => {
        const { subject } = letterOf(of, [], null);
        expect(subject).not.toMatch(/\p{Cc}/u);
        expect(subject.trim()).not.toBe('');
        expect(subject.length).toBeLessThanOrEqual(500);
      }),
    );
  });

  it('takes the personal link whole, shows words in its place, and has neither where a plain address stands', () => {
    const link = 'https://x.example/fr/forms/$&$1';
    fc.assert(
      fc.property(common, asked, plainLink, (of, stages, address) => {
        const { text } = letterOf(of, stages, address);
        expect(withLink(text, link).split(link)).toHaveLength(address === null ? 2 : 1);
        expect(withoutLink(text, of.lang) === text).toBe(address !== null);
        if (address !== null) expect(text).toContain(`\n${address}\n`);
      }),
    );
  });

  it('says that the form is not open yet where no part of it is', () => {
    const [of] = fc.sample(common, 1) as [LetterCommon];
    const french = { ...of, lang: 'fr', purpose: 'invitation' } as const;
    expect(plain(letterOf(french, [], null).text)).toContain('n’est pas encore ouverte');
    expect(plain(letterOf(french, ['intention'], null).text)).not.toContain('n’est pas encore ouverte');
  });
});
