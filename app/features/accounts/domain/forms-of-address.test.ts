import { describe, expect, it } from 'vitest';
import { type Addressee, formsOfAddress } from './forms-of-address.ts';

const person = (given: Partial<Addressee> = {}): Addressee => ({
  ...{ givenName: 'Claire', familyName: 'DUPONT', nativeGivenName: null, nativeFamilyName: null },
  ...{ civility: null, title: { text: 'Maire', lang: 'fr' }, elected: true, ...given },
});
const hanako = person({
  ...{ givenName: 'Hanako', familyName: 'SATO', nativeGivenName: '花子', nativeFamilyName: '佐藤' },
  ...{ title: { text: '国際交流課長', lang: 'ja' }, elected: false },
});

describe('forms of address in French', () => {
  it('never guess gender: without a recorded civility it is "Madame, Monsieur"', () => {
    const { lines, opening, closing } = formsOfAddress('fr', person(), 'Ville de Nancy');
    expect(lines).toEqual(['Claire DUPONT', 'Maire', 'Ville de Nancy']);
    expect(opening).toBe('Madame, Monsieur,');
    expect(closing).toContain('agréer, Madame, Monsieur, l’expression');
    expect(formsOfAddress('fr', hanako, '静岡市').opening).toBe('Madame, Monsieur,');
  });

  it.each([
    ['Mme', 'Maire', 'Madame la Maire,'],
    ['Madame', 'adjointe au maire', 'Madame l’Adjointe au maire,'],
    ['M.', 'Président', 'Monsieur le Président,'],
    ['Madame la Maire', 'Maire de Nancy', 'Madame la Maire,'],
    ['Mme', 'Maire de Nancy, vice-présidente de la métropole', 'Madame,'],
    ['様', 'Maire', 'Madame, Monsieur,'],
    ['Maître', 'Maire', 'Madame, Monsieur,'],
    ['Dr', 'Maire', 'Madame, Monsieur,'],
  ])('take up the recorded civility %s and function %s', (civility, title, opening) => {
    expect(formsOfAddress('fr', person({ civility, title: { text: title, lang: 'fr' } }), 'Nancy').opening).toBe(opening);
  });

  it('do not call officers by their function, nor anybody by a function in another language', () => {
    expect(formsOfAddress('fr', person({ civility: 'Mme', elected: false }), 'Nancy').opening).toBe('Madame,');
    expect(formsOfAddress('fr', person({ civility: 'M.', title: { text: '市長', lang: 'ja' } }), '静岡市').opening).toBe('Monsieur,');
  });

  it('write the civility out over the letter', () => {
    expect(formsOfAddress('fr', person({ civility: 'Mme' }), 'Nancy').lines[0]).toBe('Madame Claire DUPONT');
    expect(formsOfAddress('fr', person({ civility: 'Madame la Maire' }), 'Nancy').lines[0]).toBe('Madame Claire DUPONT');
  });
});

describe('forms of address in Japanese', () => {
  it('put the family name first and 様 after it, and open and close with 拝啓 and 敬具', () => {
    const { lines, opening, closing } = formsOfAddress('ja', hanako, '静岡市');
    expect(lines).toEqual(['静岡市', '国際交流課長', '佐藤 花子 様']);
    expect(opening).toMatch(/^拝啓　/);
    expect(closing).toMatch(/\n敬具$/);
    expect(formsOfAddress('ja', person({ civility: 'Mme' }), 'ナンシー市').lines.at(-1)).toBe('DUPONT Claire 様');
  });

  it('keep the honorific that was recorded', () => {
    expect(formsOfAddress('ja', { ...hanako, civility: '先生' }, '静岡市').lines.at(-1)).toBe('佐藤 花子 先生');
    expect(formsOfAddress('ja', { ...hanako, civility: '様' }, '静岡市').lines.at(-1)).toBe('佐藤 花子 様');
  });

  it('address an organisation as such with 御中', () => {
    expect(formsOfAddress('ja', null, '静岡市').lines).toEqual(['静岡市 御中']);
  });
});

describe('forms of address in English', () => {
  it('name the reader whole where no civility was recorded', () => {
    expect(formsOfAddress('en', person(), 'Nancy').opening).toBe('Dear Claire DUPONT,');
    expect(formsOfAddress('en', person({ civility: 'Mme' }), 'Nancy').opening).toBe('Dear Ms DUPONT,');
    expect(formsOfAddress('en', null, 'Nancy')).toEqual({ lines: ['Nancy'], opening: 'Dear Sir or Madam,', closing: 'Yours faithfully,' });
  });
});
