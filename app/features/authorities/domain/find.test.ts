import { beforeAll, describe, expect, it } from 'vitest';
import { countryOfForTests, expectedNames, sourceInMemory } from '../testing.ts';
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
