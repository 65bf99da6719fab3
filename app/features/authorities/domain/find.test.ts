import { beforeAll, describe, expect, it } from 'vitest';
import { countryOfForTests, expectedNames, officialCommunes, sourceInMemory } from '../testing.ts';
import { findByName } from './find.ts';
import type { OrganisationKind } from './kinds.ts';

let source: ReturnType<typeof sourceInMemory>;
let countryOf: (folded: string) => string | null;

beforeAll(() => {
  source = sourceInMemory();
  countryOf = countryOfForTests();
}, 120_000);

/** `system:kind:code` of the match, and the confidence; a known organisation that is no authority is written `LOCAL:…`. */
async function find(printed: string, options: { country?: string; kind?: OrganisationKind; context?: string } = {}) {
  const hints = { country: options.country ?? null, kind: options.kind ?? null, countryOf };
  const [finding] = await findByName(source, [{ printed, hints, context: options.context }]);
  if (!finding) throw new Error('no finding');
  return { id: finding.match?.id ?? null, ...finding };
}

describe('finding an authority by a printed name', () => {
  it.each(['minutes-table', 'held-out', 'held-out-2'] as const)(
    'is right at first for 98 %% of the names of %s, and never wrong when sure',
    async (fixture) => {
      const rows = expectedNames(fixture);
      const findings = await findByName(
        source,
        rows.map(({ printed }) => ({ printed, hints: { country: null, kind: null, countryOf } })),
      );
      const wrong = findings.filter((f, i) => (f.match?.isAuthority ? f.match.id : null) !== rows[i]?.expected);
      const list = wrong.map((f) => `${f.query} → ${f.match?.id} ${f.confidence}`);
      expect(
        wrong.filter((f) => f.confidence > 0.9),
        list.join('\n'),
      ).toEqual([]);
      expect(wrong.length / rows.length, list.join('\n')).toBeLessThanOrEqual(0.02);
    },
  );

  it('takes the name with the article that is printed, before a larger place without it', async () => {
    for (const [printed, id] of [
      ['Le Pertuis', 'COG:commune:43150'],
      ['Le Saix', 'COG:commune:05158'],
      ['Le Chalon', 'COG:commune:26068'],
      ['Les Cabannes', 'COG:commune:81045'],
      ['Pertuis', 'COG:commune:84089'],
      ['LE MANS', 'COG:commune:72181'],
      ['SAINT QUENTIN', 'COG:commune:02691'],
    ] as const)
      expect((await find(printed)).id, printed).toBe(id);
    expect((await find('Mans')).confidence).toBeLessThan(0.9);
  });

  it('takes the name of a commune for no misspelling of a larger place', async () => {
    for (const [printed, code] of [
      ['Fours', '58118'],
      ['Aston', '09024'],
      ['Mondon', '25384'],
    ] as const)
      expect((await find(printed)).id, printed).toBe(`COG:commune:${code}`);
  });

  it.each(['Les Essarts', 'Brétigny', 'Artigues', 'Arlet', 'Macé', 'Nancy / Metz', 'Les Cabannes', 'Valence', 'Vernon'])(
    'is never sure of %s, which another place is called letter for letter',
    async (printed) => {
      const found = await find(printed);
      expect(found.match).not.toBeNull();
      expect(found.confidence).toBeLessThan(0.9);
    },
  );

  it.each([
    ['NEVERS', 'COG:commune:58194'],
    ['CHALONS EN CHAMPAGNE', 'COG:commune:51108'],
    ['PARIS', 'COG:commune:75056'],
    ['La Rochelle', 'COG:commune:17300', 'FR'],
  ] as const)('is sure of the town %s, whatever else of it bears the name', async (printed, id, country?: string) => {
    const found = await find(printed, country ? { country } : {});
    expect(found.id).toBe(id);
    expect(found.confidence).toBeGreaterThanOrEqual(0.9);
  });

  it.each(['Mayenne', 'Nagasaki', 'Vienne'])(
    'is never sure of the town %s, whose département or prefecture is as much meant',
    async (printed) => {
      expect((await find(printed)).confidence).toBeLessThan(0.9);
    },
  );

  it('takes a city for itself among authorities of its country, in spite of far smaller places, and a small town never', async () => {
    const valence = await find('VALENCE', { country: 'FR' });
    expect(valence.id).toBe('COG:commune:26362');
    expect(valence.confidence).toBeGreaterThanOrEqual(0.9);
    // 64,000 and 5,000 inhabitants are far apart; Vernon has 25,000, Saint-Denis is two cities, and nobody said that the list is French.
    for (const [printed, country] of [['Vernon', 'FR'], ['Saint-Denis', 'FR'], ['VALENCE'], ['VALENCE', 'ES']] as const)
      expect(
        (await find(printed, country ? { country } : {})).candidates.find((c) => c.candidate.country === 'FR')?.confidence ?? 0,
      ).toBeLessThan(0.9);
  });

  it('is sure of a région by a longer name in use, with the words of its kind', async () => {
    const found = await find('CONSEIL REGIONAL OCCITANIE PYRENEES-MEDITERRANEE');
    expect(found.id).toBe('COG:region:76');
    expect(found.confidence).toBeGreaterThanOrEqual(0.9);
    expect((await find('Occitanie Pyrénées-Méditerranée')).confidence).toBeLessThan(0.9);
    expect((await find('Ville de Culoz')).confidence).toBeLessThan(0.9);
  });

  it.each([
    ["Mairie du Bourg-d'Hem", 'COG:commune:23029'],
    ['Ville de Bourg-de-Sirod', 'COG:commune:39070'],
  ])('does not surely take %s for the place that stands in its name', async (printed, id) => {
    const found = await find(printed);
    expect(found.confidence).toBeLessThan(0.9);
    expect(found.candidates.map((c) => c.candidate.id)).toContain(id);
  });

  it('is never sure of a wrong commune for any of 500 official names spread over the register', { timeout: 60_000 }, async () => {
    const communes = officialCommunes();
    const sample = Array.from({ length: 500 }, (_, i) => communes[Math.floor((i * communes.length) / 500)] ?? { id: '', printed: '' });
    const hints = { country: null, kind: null, countryOf };
    const findings = await findByName(
      source,
      sample.map(({ printed }) => ({ printed, hints })),
    );
    const wrong = findings.filter((f, i) => f.match?.id !== sample[i]?.id);
    expect(wrong.filter((f) => f.match && f.confidence >= 0.9).map((f) => `${f.query} → ${f.match?.id}`)).toEqual([]);
    expect(wrong.length).toBeLessThanOrEqual(60);
  });

  it.each([
    ['Mairie du Mans', 'COG:commune:72181'],
    ['Mairie du Havre', 'COG:commune:76351'],
    ["Mairie de l'Île-d'Yeu", 'COG:commune:85113'],
    ["Mairie des Sables-d'Olonne", 'COG:commune:85194'],
    ['CD13', 'COG:department:13'],
    ['37000 Tours', 'COG:commune:37261'],
    ['CDA La Rochelle', 'SIREN:epci:241700434'],
    ['Cté Urbaine Caen la Mer', 'SIREN:epci:200065597'],
    ["Com. de Com. de l'Île de Ré", 'SIREN:epci:241700459'],
    ["Communauté d'agglomération du Grand Avignon", 'SIREN:epci:248400251'],
    ['静岡市国際交流課', 'JIS:city:221007'],
    ['高松市役所国際交流課', 'JIS:city:372013'],
    ['名古屋市長室', 'JIS:city:231002'],
    ['京都市 総合企画局', 'JIS:city:261009'],
    ['静岡県国際交流課', 'JIS:prefecture:220001'],
    ['四日市市 政策推進部', 'JIS:city:242021'],
    ['Saint-Louis du Sénégal', 'GEONAMES:city:2246452'],
  ])('reads %s as people print it', async (printed, id) => {
    expect((await find(printed)).id).toBe(id);
  });

  it.each(['Métropole', 'Ville', 'la Ville', 'Préfecture', 'indépendant', 'Mairie'])('takes %s for nobody', async (printed) => {
    expect((await find(printed)).match).toBeNull();
  });

  it('takes a bare name for the largest commune that bears it, and the kind asked for when there is one', async () => {
    expect((await find('VALENCE', { country: 'FR' })).id).toBe('COG:commune:26362');
    expect((await find('Vienne', { country: 'FR' })).id).toBe('COG:commune:38544');
    expect((await find('Vienne', { country: 'FR', kind: 'department' })).id).toBe('COG:department:86');
    expect((await find('Département de la Vienne')).id).toBe('COG:department:86');
  });

  it('tells a city from the prefecture of the same name', async () => {
    expect((await find('静岡市')).id).toBe('JIS:city:221007');
    expect((await find('静岡県')).id).toBe('JIS:prefecture:220001');
    expect((await find('静岡')).id).toBe('JIS:city:221007');
  });

  it('uses a country, a département or a prefecture said besides the name', async () => {
    expect((await find('Valence', { country: 'ES' })).id).toBe('GEONAMES:city:2509954');
    expect((await find('Valence (Espagne)')).id).toBe('GEONAMES:city:2509954');
    expect((await find('Saint-Denis', { context: 'La Réunion' })).id).toBe('COG:commune:97411');
    expect((await find('府中市（広島県）')).id).toBe('JIS:city:342084');
  });

  it('does not take the beginning of a large name for a hamlet, nor for a city that bore it long ago', async () => {
    expect(await find('Evry')).toMatchObject({ id: 'COG:commune:91228' });
    expect((await find('Cherbourg')).id).toBe('COG:commune:50129');
    expect((await find('Barbizon')).id).toBe('COG:commune:77022');
  });

  it('knows a région of former days by its own name, and that it has ended', async () => {
    expect((await find('Conseil régional de Rhône-Alpes')).match).toMatchObject({ id: 'COG:region:82', validTo: '2015-12-31' });
    expect((await find('Alsace')).id).toBe('COG:department:6AE');
  });

  it('is never sure between homonyms of the same size', async () => {
    const found = await find('Saint-Denis');
    expect(found.confidence).toBeLessThan(0.9);
    expect(found.candidates.map((c) => c.candidate.id)).toEqual(expect.arrayContaining(['COG:commune:93066', 'COG:commune:97411']));
  });

  it('gives candidates for a misspelt name, without being sure', async () => {
    for (const [printed, id] of [
      ['MARSEILE', 'COG:commune:13055'],
      ['Monpellier', 'COG:commune:34172'],
      ['CONSEIL DEPARTEMENTAL DE LA SAONE ET LOIR', 'COG:department:71'],
    ] as const) {
      const found = await find(printed);
      expect(found.candidates[0]?.candidate.id, printed).toBe(id);
      expect(found.confidence, printed).toBeLessThan(0.9);
    }
  });

  it.each(['', '   ', '*', '?', 'n/a', '-', 'x'.repeat(5000), '(((', "'; drop table organisations; --", '\u0000\u0007', '🇫🇷🇯🇵'])(
    'leaves %j unmatched',
    async (printed) => {
      expect((await find(printed)).match).toBeNull();
    },
  );
});
