import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, localeFromHeader } from './locale.ts';
import { localised, owedTranslations, plainText, readText, writeText } from './localised-text.ts';

const theme = localised('fr', { fr: 'Attractivité', ja: '魅力' });

describe('a localised text', () => {
  it('answers in the language asked for, and says when it falls back', () => {
    expect(readText(theme, 'ja')).toEqual({ text: '魅力', lang: 'ja', fallback: false, stale: false });
    expect(readText(theme, 'en')).toEqual({ text: 'Attractivité', lang: 'fr', fallback: true, stale: false });
    expect(readText(null, 'fr')).toBeNull();
  });

  it('marks translations stale when the source changes, and shows them all the same', () => {
    const changed = writeText(theme, 'fr', 'Attractivité territoriale');
    expect(readText(changed, 'ja')).toMatchObject({ text: '魅力', stale: true });
    expect(owedTranslations(changed)).toEqual(['en', 'ja']);
    expect(readText(writeText(changed, 'ja', '地域の魅力'), 'ja')).toMatchObject({ text: '地域の魅力', stale: false });
  });

  it('raises no revision when the source is written again as it was', () => {
    expect(writeText(theme, 'fr', 'Attractivité')).toBe(theme);
  });

  it('never loses its source', () => {
    expect(() => writeText(theme, 'fr', '')).toThrow();
    expect(() => localised('en', { fr: 'x' })).toThrow();
  });

  it('shows something in every language, whatever was written', () => {
    const lang = fc.constantFrom(...LOCALES);
    fc.assert(
      fc.property(lang, fc.array(fc.tuple(lang, fc.string({ minLength: 1 }))), (source, writes) => {
        let text = localised(source, { [source]: 'source' });
        for (const [l, value] of writes) text = writeText(text, l, value);
        for (const reader of LOCALES) expect(plainText(text, reader)).not.toBe('');
      }),
    );
  });
});

describe('the language of a first visit', () => {
  it.each([
    ['ja', 'ja'],
    ['de-DE,de;q=0.9,en;q=0.5,fr;q=0.4', 'en'],
    ['en;q=0.2, fr-CA;q=0.8', 'fr'],
    ['fr;q=0, ja;q=0.1', 'ja'],
    ['xx', 'fr'],
    ['', 'fr'],
    [';;;q=x,,', 'fr'],
  ])('follows Accept-Language %j', (header, expected) => {
    expect(localeFromHeader(header)).toBe(expected);
  });
});
