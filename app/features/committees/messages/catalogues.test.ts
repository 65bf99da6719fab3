import { describe, expect, it } from 'vitest';
import { LOCALES } from '#app/lib/locale.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { committeesCatalogues } from './catalogues.ts';

/** Values for every placeholder that any message has. */
const VALUES = {
  ...{
    name: 'N',
    names: 'N',
    organisation: 'O',
    mailbox: 'm@x.example',
    spellings: 'A / B',
    file: 'F',
    committee: 'C',
    language: 'L',
    printed: 'P',
  },
  ...{
    thing: 'present',
    stated: 48,
    counted: 45,
    others: 2,
    decision: 'x',
    present: 1,
    excused: 2,
    count: 3,
    limit: 10,
    size: 50,
    type: 'PNG',
    field: 'name',
    number: 4,
  },
  ...{
    format: 'xlsx',
    encoding: 'none',
    rows: 141,
    sheets: 'S',
    lines: '1, 2',
    label: 'L',
    line: 7,
    text: 'x',
    path: 'f.txt',
    known: 'yes',
    percent: 80,
    people: 140,
    left: 1,
    year: 2012,
    hours: '14:30',
    city: 'V',
    day: 'next',
    country: 'P',
    represented: 1,
    yours: 'x',
    noted: 'y',
  },
};

describe.each(LOCALES)('texts in %s', (locale) => {
  it('are all sentences that can be formatted, with no placeholder left', () => {
    const t = translator(locale, committeesCatalogues);
    for (const key of Object.keys(committeesCatalogues.en) as (keyof typeof committeesCatalogues.en)[]) {
      const text = t(key, VALUES);
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/[{}]/);
    }
  });
});

it('tells in French and Japanese how a count differs', () => {
  const values = { thing: 'presentAuthorities', stated: 29, counted: 28, others: 0 };
  expect(translator('fr', committeesCatalogues)('committees.warning.count-differs', values)).toBe(
    'Le texte annonce 29 collectivités présentes\u202f; les lignes en donnent 28.',
  );
  expect(translator('ja', committeesCatalogues)('committees.warning.count-differs', values)).toBe(
    '本文では出席自治体数が29とありますが、表では28です。',
  );
});
