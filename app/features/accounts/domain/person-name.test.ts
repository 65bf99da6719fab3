import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName, foldName, nameProblem, nameSearchText, nameSortKey, type PersonName, plainName, tidyName } from './person-name.ts';

const sato: PersonName = {
  givenName: 'Hanako',
  familyName: 'SATO',
  nativeGivenName: '花子',
  nativeFamilyName: '佐藤',
  kanaGivenName: 'ハナコ',
  kanaFamilyName: 'サトウ',
};

describe('a person’s name', () => {
  it('is family first in its own script for Japanese readers, given name first as printed for others', () => {
    expect(displayName(sato, 'ja')).toBe('佐藤 花子');
    expect(displayName(sato, 'fr')).toBe('Hanako SATO');
    expect(displayName(plainName('Antonin', 'DE BELLANGER'), 'ja')).toBe('Antonin DE BELLANGER');
  });

  it('never shows nothing for somebody who has a name in any script', () => {
    const nativeOnly = { ...plainName('', ''), nativeFamilyName: '佐藤' };
    for (const locale of ['fr', 'en', 'ja'] as const) {
      expect(displayName(nativeOnly, locale)).toBe('佐藤');
      expect(nameSortKey(nativeOnly, locale)).toBe('佐藤');
      expect(displayName(plainName('Yuki', ''), locale)).toBe('Yuki');
    }
  });

  it('sorts by kana in Japanese and by family name elsewhere', () => {
    expect(nameSortKey(sato, 'ja')).toBe('サトウ ハナコ');
    expect(nameSortKey(sato, 'en')).toBe('SATO Hanako');
  });

  it.each(['sato hanako', 'Hanako Sato', '佐藤花子', '佐藤　花子', 'さとう', 'サトウ', 'ｻﾄｳ', 'さとうはなこ'])(
    'is found by %s',
    (typed) => {
      expect(nameSearchText(sato)).toContain(foldName(typed));
    },
  );

  it('is found without its accents, hyphens and apostrophes', () => {
    const search = nameSearchText(plainName('Éléonore', "D'ÂPRE-LŒUVRE"));
    expect(search).toContain(foldName('eleonore d apre loeuvre'));
  });

  it('keeps the voicing marks of kana, which make other names', () => {
    expect(foldName('タナカ')).not.toBe(foldName('ダナカ'));
    expect(foldName('ﾀﾞﾅｶ')).toBe(foldName('ダナカ'));
  });

  it('folds to the same however often it is folded', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldName(foldName(text)) === foldName(text)));
  });

  it.each([
    [plainName('', ''), 'accounts.name-missing'],
    [plainName(' ', '-'), 'accounts.name-missing'],
    [plainName('a'.repeat(201), 'B'), 'accounts.name-too-long'],
    [plainName('A\nB', 'C'), 'accounts.name-has-control-characters'],
    [plainName('A\u202eB', 'C'), 'accounts.name-has-control-characters'],
    [plainName('Anne', ''), null],
    [sato, null],
  ])('is judged: %j → %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });

  it('loses only stray spaces when tidied', () => {
    expect(tidyName({ ...plainName('  Jean   Paul ', '\u00a0DUPONT\u3000'), nativeGivenName: '  ' })).toEqual(
      plainName('Jean Paul', 'DUPONT'),
    );
  });
});
