import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readName } from './read-name.ts';

/** The keys a printed name is looked up by, with the kinds its words ask for. */
function readings(printed: string): Record<string, string> {
  return Object.fromEntries(readName(printed).tries.map((t) => [t.key, t.asked?.join(' ') ?? '']));
}

describe('reading a printed name', () => {
  it.each([
    ['CONSEIL DEPARTEMENTAL DE LA SAONE ET LOIRE', 'saoneetloire', 'department collectivity'],
    ["CONSEIL DEPARTEMENTAL DE L'AISNE", 'aisne', 'department collectivity'],
    ["CONSEIL REGIONAL D'AUVERGNE-RHONE-ALPES*", 'auvergnerhonealpes', 'region collectivity'],
    ['COMMUNAUTE URBaine LE MANS METROPOLE', 'mans', 'epci'],
    ["COMMUNAUTE D'AGGLOMERATION DU PAYS NORD MARTINIQUE", 'paysnordmartinique', 'epci'],
    ['METROPOLE EUROPEENNE DE LILLE', 'lille', 'epci'],
    ['Grand Lyon', 'lyon', 'epci'],
    ['Mairie de la Ville de Nancy', 'nancy', 'commune city ward town village district'],
    ['Shizuoka-shi', 'shizuoka', 'city'],
    ['Shizuoka Prefecture', 'shizuoka', 'prefecture'],
    ['静岡県', '静岡', 'prefecture department'],
    ['静岡市役所', '静岡', 'city commune'],
    ['くまもとけん', 'くまもと', 'prefecture'],
    ['CD 33', '#33', 'department collectivity'],
  ])('%s asks for %s of kind %s', (printed, key, kinds) => {
    expect(readings(printed)[key]).toBe(kinds);
  });

  it('takes what stands in parentheses, behind commas and dashes as context', () => {
    expect(readName('Saint-Denis (93)').tries.find((t) => t.key === 'saintdenis')?.qualifiers).toEqual(['93']);
    expect(readName('Bath, Royaume-Uni').tries.find((t) => t.key === 'bath')?.qualifiers).toEqual(['royaume uni']);
    expect(readName('広島県府中市').tries.find((t) => t.key === '府中市')?.qualifiers).toEqual(['広島県']);
  });

  it.each([
    'Université de Nantes',
    'Chambre de commerce de Lyon',
    'Ambassade du Japon en France',
    'Nantes – Université',
    '熊本大学',
    '在フランス日本国大使館',
  ])('sees that %s is no authority', (printed) => {
    expect(
      readName(printed)
        .tries.filter((t) => t.asked === null)
        .every((t) => t.other),
    ).toBe(true);
  });

  it.each(['Ville de Nancy – Direction des relations internationales', 'Centre-Val de Loire', 'Le Port', 'Maisons-Alfort', 'La Chambre'])(
    'does not take %s for another sort of organisation',
    (printed) => {
      expect(readName(printed).tries.some((t) => !t.other)).toBe(true);
    },
  );

  it('reads any text without failing, and never asks for an empty key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const t of readName(text).tries) expect(t.key).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
