import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { checkCountries, checkDates, checkSdgs, checkSlug, checkTimes, checkTimeZone } from './checks.ts';
import { countryChoices, countryName, isCountryCode } from './country.ts';
import { checkEdition, typedEdition } from './edition-input.ts';
import { editionName, fillEditionName, ordinalLabel } from './edition-title.ts';
import { applyText, type TextInput, typedText } from './text-input.ts';

const line = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text && text !== '' && !/\p{Cc}/u.test(text));
const textInput = fc
  .record({ fr: fc.option(line), en: fc.option(line), ja: fc.option(line) })
  .map((typed): TextInput => Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== null)) as TextInput);
const options = { field: 'x', preferred: 'fr' as const };

describe('a typed text', () => {
  it('comes back as it was typed', () => {
    fc.assert(
      fc.property(textInput, fc.constantFrom(...LOCALES), (typed, preferred) => {
        const applied = applyText(null, typed, { field: 'x', preferred });
        expect(applied.ok && typedText(applied.value)).toEqual(typed);
      }),
    );
  });

  it('changes nothing when it is sent again as it was', () => {
    fc.assert(
      fc.property(textInput, (typed) => {
        const once = applyText(null, typed, options);
        if (!once.ok || !once.value) return;
        const again = applyText(once.value, typed, options);
        expect(again.ok && again.value).toEqual(once.value);
      }),
    );
  });

  it('shows the translations that were left alone as stale once their source changes', () => {
    const old = localised('fr', { fr: 'Thème', en: 'Theme', ja: 'テーマ' });
    const applied = applyText(old, { fr: 'Thème nouveau', en: 'Theme', ja: '新テーマ' }, options);
    if (!applied.ok || !applied.value) throw new Error('refused');
    const { rev, texts } = applied.value;
    expect(texts.en?.sourceRev).toBeLessThan(rev);
    expect(texts.ja?.sourceRev).toBe(rev);
  });

  it('never loses its source while translations remain', () => {
    const old = localised('ja', { ja: '主題', fr: 'Thème' });
    expect(applyText(old, { fr: 'Thème' }, options)).toMatchObject({
      ok: false,
      refusal: { code: 'editions.source-text-missing', params: { lang: 'ja' } },
    });
    expect(applyText(old, {}, options)).toEqual({ ok: true, value: null });
  });

  it('drops what cannot be printed and refuses what is too long', () => {
    const applied = applyText(null, { fr: '  un\u0000\u0007 deux\r\ntrois ' }, options);
    expect(applied.ok && applied.value?.texts.fr?.text).toBe('un deux\ntrois');
    expect(applyText(null, { en: 'x'.repeat(301) }, options)).toMatchObject({ ok: false, refusal: { code: 'editions.text-too-long' } });
  });
});

describe('an edition’s name', () => {
  const cases: [number, Locale, string][] = [
    [1, 'fr', '1res'],
    [9, 'fr', '9es'],
    [1, 'en', '1st'],
    [2, 'en', '2nd'],
    [3, 'en', '3rd'],
    [11, 'en', '11th'],
    [13, 'en', '13th'],
    [21, 'en', '21st'],
    [9, 'ja', '第9'],
  ];
  it.each(cases)('writes %i in %s as %s', (ordinal, lang, label) => expect(ordinalLabel(ordinal, lang)).toBe(label));

  it('follows the language it is really in', () => {
    const pattern = localised('fr', { fr: '{nth} Assises', ja: '{nth}回会議' });
    expect(editionName(pattern, null, 2, 'ja')).toMatchObject({ text: '第2回会議', lang: 'ja', fallback: false });
    expect(editionName(pattern, null, 2, 'en')).toMatchObject({ text: '2es Assises', lang: 'fr', fallback: true });
    expect(editionName(pattern, localised('en', { en: 'The Yerevan Forum' }), 2, 'en').text).toBe('The Yerevan Forum');
  });

  it('tells editions apart whatever the ordinal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), fc.constantFrom(...LOCALES), (a, b, lang) => {
        for (const pattern of ['{nth} X', 'X {n}'])
          expect(fillEditionName(pattern, a, lang) === fillEditionName(pattern, b, lang)).toBe(a === b);
      }),
    );
  });
});

describe('the checks', () => {
  it.each(['rfj-9', 'assises-am', 'a', '2026'])('take the slug %s', (slug) => expect(checkSlug(slug).ok).toBe(true));
  it.each(['', 'Rfj', 'a--b', '-a', 'a/b', '..', 'é', 'a b', 'x'.repeat(61)])('refuse the slug %j', (slug) =>
    expect(checkSlug(slug).ok).toBe(false),
  );
  it.each([
    ['FR', 'JP'],
    ['FR', 'AM'],
  ])('take the sides %s and %s', (a, b) => expect(checkCountries([a, b], isCountryCode).ok).toBe(true));
  it.each([[['FR', 'FR']], [['FR']], [['FR', 'JP', 'AM']], [['FR', 'ZZ']], [['fr', 'jp']], [[]]])('refuse the sides %j', (sides) =>
    expect(checkCountries(sides, isCountryCode).ok).toBe(false),
  );
  it.each(['Europe/Paris', 'Asia/Tokyo', 'UTC'])('take the zone %s', (zone) => expect(checkTimeZone(zone).ok).toBe(true));
  it.each(['', 'Paris', '+09:00', 'Europe/Atlantis', '../etc'])('refuse the zone %j', (zone) => expect(checkTimeZone(zone).ok).toBe(false));
  it.each([
    ['09:30', '12:00', true],
    ['12:00', '09:30', false],
    ['9:30', '12:00', false],
    ['24:00', '25:00', false],
    ['09:30', '09:30', false],
  ])('judge the times %s–%s as %s', (from, to, right) => expect(checkTimes(from, to).ok).toBe(right));
  it.each(['du 21 au 24 octobre', '2026-10-24/2026-10-21', '2026-02-30', '9999-12-31', '0206'])('refuse the dates %j', (dates) =>
    expect(checkDates(dates).ok).toBe(false),
  );
  it('keep each goal once and in order, and refuse an eighteenth', () => {
    expect(checkSdgs([17, 11, 17])).toEqual({ ok: true, value: [11, 17] });
    expect(checkSdgs([18]).ok || checkSdgs([0]).ok || checkSdgs([1.5]).ok).toBe(false);
  });
});

describe('countries', () => {
  it('have their name in three languages', () => {
    expect([countryName('JP', 'fr'), countryName('FR', 'ja'), countryName('AM', 'en')]).toEqual(['Japon', 'フランス', 'Armenia']);
  });
  it('are those of today, listed once', () => {
    const choices = countryChoices('fr');
    expect(new Set(choices.map((choice) => choice.name)).size).toBe(choices.length);
    expect(choices.map((choice) => choice.code)).toEqual(expect.arrayContaining(['FR', 'JP', 'AM', 'XK', 'EC']));
    for (const gone of ['SU', 'DD', 'YU', 'EU', 'UK']) expect(isCountryCode(gone)).toBe(false);
  });
});

describe('the facts of an edition', () => {
  const input = {
    ...{ state: 'planned', hostCountry: 'FR', hostOrganisationId: null, dates: '2026-10-21/2026-10-24', timeZone: 'Europe/Paris' },
    ...{ city: { fr: 'Cannes' }, title: {}, theme: { fr: 'Thème', ja: 'テーマ' }, venue: {}, presentation: {}, sdgs: [17], source: {} },
  };
  const series = { countries: ['FR', 'JP'] };

  it('come back to the form as they were typed', () => {
    const checked = checkEdition(input, series, null, 'fr');
    expect(checked.ok && typedEdition(checked.value)).toEqual(input);
  });

  it.each([
    [{ state: 'maybe' }, 'editions.bad-state'],
    [{ hostCountry: 'IT' }, 'editions.host-outside-series'],
    [{ dates: '24 octobre' }, 'editions.bad-dates'],
    [{ state: 'held', dates: 'tbc' }, 'editions.held-without-date'],
    [{ timeZone: 'Mars/Olympus' }, 'editions.bad-time-zone'],
    [{ sdgs: [99] }, 'editions.bad-sdg'],
    [{ theme: { fr: 'x'.repeat(400) } }, 'editions.text-too-long'],
  ])('refuse %j with %s', (wrong, code) => {
    expect(checkEdition({ ...input, ...wrong }, series, null, 'fr')).toMatchObject({ ok: false, refusal: { code } });
  });
});
