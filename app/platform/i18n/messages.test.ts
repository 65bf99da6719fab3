import { expect, it } from 'vitest';
import { type Catalogues, mergeCatalogues, translator } from './messages.ts';

const en = { 'x.count': '{count, plural, one {# row} other {# rows}}', 'x.plain': '<b>{name}</b>’s' } as const;
const catalogues: Catalogues<typeof en> = {
  en,
  fr: { 'x.count': '{count, plural, one {# ligne} other {# lignes}}', 'x.plain': '<b>{name}</b>' },
  ja: { 'x.count': '{count}行', 'x.plain': '<b>{name}</b>' },
};

it('counts as each language does', () => {
  expect(translator('fr', catalogues)('x.count', { count: 0 })).toBe('0 ligne');
  expect(translator('en', catalogues)('x.count', { count: 0 })).toBe('0 rows');
  expect(translator('ja', catalogues)('x.count', { count: 1 })).toBe('1行');
});

it('takes tags and values as text, never as markup of its own', () => {
  expect(translator('en', catalogues)('x.plain', { name: '{count} <i>' })).toBe('<b>{count} <i></b>’s');
});

it('fails on a key that nobody wrote, instead of showing it', () => {
  expect(() => translator('fr', catalogues)('x.none' as 'x.count')).toThrow('no message x.none (fr)');
});

it('joins catalogues, and refuses one key in two of them', () => {
  const other: Catalogues<{ 'y.a': string }> = { en: { 'y.a': 'A' }, fr: { 'y.a': 'A' }, ja: { 'y.a': 'A' } };
  expect(translator('ja', mergeCatalogues(catalogues, other))('y.a')).toBe('A');
  expect(() => mergeCatalogues(catalogues, catalogues)).toThrow('is in two catalogues');
});

it('keeps French marks on the line of their word, in every branch, and leaves values, addresses, times and other languages alone', () => {
  const text =
    '« {name} » : {count, plural, =0 {rien ; rien ?} other {« # » ou {kind, select, a {oui !} other {non : {day, date, ::yyyyMMdd}}}}} https://x.example/?a=b;c 14:30';
  const translate = (locale: 'fr' | 'en') => translator(locale, { en: { m: text }, fr: { m: text }, ja: { m: text } });
  const values = { name: 'a : « b » ?', kind: 'b', day: new Date(Date.UTC(2026, 9, 21, 12)) };
  const fr = translate('fr');
  expect(fr('m', { ...values, count: 0 })).toBe('«\u00a0a : « b » ?\u00a0»\u00a0: rien\u202f; rien\u202f? https://x.example/?a=b;c 14:30');
  expect(fr('m', { ...values, count: 1, kind: 'a' })).toContain('«\u00a01\u00a0» ou oui\u202f! https');
  expect(fr('m', { ...values, count: 1 })).toContain('ou non\u00a0: 21/10/2026 https');
  expect(translate('en')('m', { ...values, count: 0 })).not.toMatch(/[\u00a0\u202f]/);
});
