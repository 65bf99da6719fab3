import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, anonymous } from '#app/access/actor.ts';
import type { Result } from '#app/lib/result.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { code } from '#app/platform/testing/results.ts';
import type { OrganisationKind } from '../domain/kinds.ts';
import type { TypedName } from '../domain/organisation-input.ts';
import { derive, slugOf } from '../domain/organisation-record.ts';
import { type RegistryFilter, readFilter } from '../domain/registry-filter.ts';
import { referenceId } from '../reference-files.server.ts';
import { type OrganisationInsert, upsertOrganisations } from '../store.server.ts';
import { createOrganisation, type NewOrganisationInput } from './create-organisation.server.ts';
import { findLikelyOrganisations, recordableCountries } from './find-likely-organisations.server.ts';
import { listOrganisations, MOST_EXPORTED } from './list-organisations.server.ts';
import { proposeOrganisations } from './propose-organisations.server.ts';
import { readOrganisation } from './read-organisation.server.ts';

const database = useTestDatabase();
const french = personWith({ role: 'secretariat', side: 'FR' });
const japanese = personWith({ role: 'secretariat', side: 'JP' });
const admin = personWith({ role: 'instance-admin' });
const reader = personWith({ role: 'authority-reader', organisationId: 'x' });
const nobody = personWith();

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

type Given = { code: string; kind: OrganisationKind; country?: string; name: string; population?: number; within?: string };

function record({ code: number, kind, country = 'FR', name, population = 100, within }: Given): OrganisationInsert {
  const lang = country === 'JP' ? 'ja' : 'fr';
  const names = [{ lang, script: country === 'JP' ? 'Hani' : 'Latn', kind: 'official' as const, name }];
  const facts = { kind, country, code: number, population, names };
  const system = country === 'JP' ? ('JIS' as const) : ('COG' as const);
  return {
    ...{ ...facts, ...derive(facts), id: referenceId(`test:${kind}:${number}`), slug: slugOf(facts), system, source: 'cog-2026' },
    parentId: within ? referenceId(`test:${within}`) : null,
  };
}

const planted = [
  record({ code: '990', kind: 'region', name: 'Région des Vallombres' }),
  record({ code: '99', kind: 'department', name: 'Vallombre', within: 'region:990' }),
  record({ code: '99001', kind: 'commune', name: 'Vallombreuse', population: 9000, within: 'department:99' }),
  record({ code: '99002', kind: 'commune', name: 'Abbévillars', population: 20, within: 'department:99' }),
  record({ code: '99003', kind: 'commune', name: 'Zarvillers', population: 500 }),
  record({ code: '990019', kind: 'city', country: 'JP', name: '幻岡市', population: 700 }),
];

beforeAll(() => upsertOrganisations(database.ctx().db, planted));

const name = (text: string, lang = 'fr', kind = 'official'): TypedName => ({ lang, kind, name: text });
const nothing = { population: null, populationYear: null, latitude: null, longitude: null, validFrom: null, validTo: null };
const given = (over: Partial<NewOrganisationInput> = {}): NewOrganisationInput => ({
  ...{ kind: 'association', country: 'FR', parentId: null, evenSo: false, ...nothing },
  names: [name('Comité des jumelages du Clair Vallon')],
  ...over,
});
const list = (query: string, actor: Actor = nobody, options?: { whole?: boolean }) =>
  listOrganisations(database.ctx(actor), readFilter(new URLSearchParams(query)), options);
const codes = async (query: string) => value(await list(query)).rows.map((row) => row.code);

describe('the registry', () => {
  it('is open to any signed-in person, whatever the side, and to nobody else', async () => {
    for (const actor of [nobody, reader, french, japanese, admin]) {
      expect(code(await list('q=Vallombreuse', actor))).toBe('done');
      expect(code(await proposeOrganisations(database.ctx(actor), 'Vallombreuse', {}))).toBe('done');
      expect(code(await readOrganisation(database.ctx(actor), 'vallombreuse-commune-99001'))).toBe('done');
    }
    for (const query of ['', 'q=Vallombreuse', 'kind=commune']) expect(code(await list(query, anonymous))).toBe('sign-in-required');
    expect(code(await list('', anonymous, { whole: true }))).toBe('sign-in-required');
    expect(code(await proposeOrganisations(database.ctx(anonymous), 'Vallombreuse', {}))).toBe('sign-in-required');
    expect(code(await readOrganisation(database.ctx(anonymous), 'vallombreuse-commune-99001'))).toBe('sign-in-required');
    expect(code(await readOrganisation(database.ctx(anonymous), 'no-such-slug'))).toBe('sign-in-required');
  });

  it('offers to record and to correct only to those who may', async () => {
    const may = async (actor: Actor) => {
      const { mayRecord } = value(await list('', actor));
      const edits = await Promise.all(
        ['vallombreuse-commune-99001', planted[5]?.slug ?? ''].map(
          async (slug) => value(await readOrganisation(database.ctx(actor), slug)).mayEdit,
        ),
      );
      return [mayRecord, ...edits];
    };
    expect(await may(french)).toEqual([true, true, false]);
    expect(await may(japanese)).toEqual([true, false, true]);
    expect(await may(admin)).toEqual([true, true, true]);
    expect(await may(reader)).toEqual([false, false, false]);
  });

  it('offers each secretariat its own side and third countries to record in', () => {
    const offered = (actor: Actor) => {
      const countries = value(recordableCountries(database.ctx(actor)));
      return ['FR', 'JP', 'ML'].filter((country) => countries.includes(country));
    };
    expect(offered(french)).toEqual(['FR', 'ML']);
    expect(offered(japanese)).toEqual(['JP', 'ML']);
    expect(offered(admin)).toEqual(['FR', 'JP', 'ML']);
    expect(code(recordableCountries(database.ctx(reader)))).toBe('not-allowed');
    expect(code(recordableCountries(database.ctx(anonymous)))).toBe('sign-in-required');
  });
});

describe('a list of the registry', () => {
  it('finds by any printed name, by code, and within the filters', async () => {
    expect(await codes('q=VALLOMBREUSE')).toEqual(['99001']);
    expect(await codes('q=ville de vallombreuse')).toEqual(['99001']);
    expect(await codes('q=幻岡')).toEqual(['990019']);
    expect(await codes('q=99003')).toEqual(['99003']);
    expect(await codes('q=99003&kind=region')).toEqual([]);
    expect(await codes('q=Vallombreuse&country=JP')).toEqual([]);
    expect(await codes('q=Vallonbreuse&country=JP')).toEqual([]);
    expect(await codes('q=Vallonbreuse&country=FR')).toEqual(['99001']);
  });

  it('lists a kind in the order of the register, by name with accents aside, or by population', async () => {
    expect(await codes('kind=commune')).toEqual(['99001', '99002', '99003']);
    expect(await codes('kind=commune&sort=name')).toEqual(['99002', '99001', '99003']);
    expect(await codes('kind=commune&sort=population')).toEqual(['99001', '99003', '99002']);
    expect(await codes('country=JP')).toEqual(['990019']);
  });

  it('counts all pages, shows one, and exports all of them', async () => {
    const many = Array.from({ length: 120 }, (_, i) =>
      record({ code: `98${String(i).padStart(3, '0')}`, kind: 'district', name: `Quartier ${i}` }),
    );
    await upsertOrganisations(database.ctx().db, many);
    const second = value(await list('kind=district&page=2'));
    expect([second.total, second.pages, second.rows.length, second.rows[0]?.code]).toEqual([120, 3, 50, '98050']);
    expect(value(await list('kind=district&page=9999')).rows).toEqual([]);
    const whole = value(await list('kind=district&page=2', nobody, { whole: true }));
    expect(whole.rows.map((row) => row.code)).toEqual(many.map((row) => row.code));
  });

  it('refuses a file of more organisations than it may hold, with how many there are', async () => {
    const ctx = database.ctx();
    await ctx.db.execute(sql`insert into organisations (id, slug, kind, is_authority, country, system, code, names, source, order_key,
      sort_key_fr, sort_key_ja, search, prominence) select gen_random_uuid(), 'x-' || i, 'village', true, 'ML', 'LOCAL', i::text, '[]', 'hand',
      i::text, '', '', '{}', 0 from generate_series(0, ${MOST_EXPORTED}) i`);
    expect(await list('kind=village', nobody, { whole: true })).toMatchObject({
      refusal: { code: 'authorities.too-many-to-export', params: { count: MOST_EXPORTED + 1, max: MOST_EXPORTED } },
    });
    expect(value(await list('kind=village')).rows).toHaveLength(50);
  });

  it('begins with what people have recorded, the newest first', async () => {
    expect(value(await list('')).mode).toBe('start');
    for (const text of ['Amicale des Deux Rives', 'Amicale des Trois Rives'])
      value(await createOrganisation(database.ctx(french), given({ names: [name(text)], evenSo: true })));
    const { rows } = value(await list(''));
    expect(rows.slice(0, 2).map((row) => row.names[0]?.name)).toEqual(['Amicale des Trois Rives', 'Amicale des Deux Rives']);
    expect(rows.every((row) => row.handMade)).toBe(true);
  });

  it.each([
    { what: 'SQL', q: "'; drop table organisations; --" },
    { what: 'a zero character', q: '\0' },
    { what: 'a wildcard', q: '%' },
    { what: 'a backslash', q: '\\' },
    { what: 'JSON', q: '{"a":1}' },
    { what: 'mark-up', q: '<script>' },
    { what: 'half a character', q: '\ud800' },
    { what: 'a character of no use', q: '🜂' },
    { what: '10,000 letters', q: 'x'.repeat(10_000) },
    { what: '10,000 kanji', q: '漢'.repeat(10_000) },
    { what: '300 digits', q: '1'.repeat(300) },
  ])('answers $what without finding anything', async ({ q }) => {
    const filter: RegistryFilter = { ...readFilter(new URLSearchParams()), q };
    expect(value(await listOrganisations(database.ctx(nobody), filter)).rows).toEqual([]);
    expect(value(await proposeOrganisations(database.ctx(nobody), q, { country: '\0', limit: 1e9 }))).toEqual([]);
    expect(value(await list(new URLSearchParams({ q }).toString())).rows).toEqual([]);
  });
});

describe('a record of the registry', () => {
  it('says what contains it, nearest first, and under which identifiers it is known', async () => {
    const found = value(await readOrganisation(database.ctx(nobody), 'vallombreuse-commune-99001'));
    expect(found.containers.map((container) => container.slug)).toEqual(['vallombre-department-99', 'region-des-vallombres-region-990']);
    expect(found.identifiers).toEqual([{ system: 'COG', code: '99001' }]);
    expect(found).not.toHaveProperty('search');
  });

  it('ends its containers even where they run in a circle', async () => {
    const { db } = database.ctx();
    const ids = ['region:990', 'department:99'].map((key) => referenceId(`test:${key}`));
    await db.execute(sql`update organisations set parent_id = ${ids[1]} where id = ${ids[0]}`);
    expect(value(await readOrganisation(database.ctx(nobody), 'vallombreuse-commune-99001')).containers).toHaveLength(6);
    await db.execute(sql`update organisations set parent_id = null where id = ${ids[0]}`);
  });

  it('is not found at an address that is none', async () => {
    for (const slug of ['no-such-slug', '', '\0', "x' or 1=1", '../../etc', 'é', 'x'.repeat(10_000)])
      expect(code(await readOrganisation(database.ctx(nobody), slug))).toBe('not-found');
  });
});

describe('before an organisation is recorded', () => {
  const likely = async (over: Partial<NewOrganisationInput>, actor: Actor = french) =>
    value(await findLikelyOrganisations(database.ctx(actor), given(over))).map((hit) => hit.code);

  it('the known ones of its names are shown, whatever kind was typed', async () => {
    expect(await likely({ kind: 'commune', names: [name('VALLOMBREUSE')] })).toContain('99001');
    expect(await likely({ kind: 'other', names: [name('Ville de Vallombreuse')] })).toContain('99001');
    expect(await likely({ kind: 'commune', names: [name('Une autre'), name('Vallonbreuse', 'fr', 'short')] })).toContain('99001');
    expect(await likely({ names: [name('Fédération des philatélistes du Ponant')] })).toEqual([]);
  });

  it('those of its own name come first, even of no authority', async () => {
    const typed = given({ names: [name('Cercle franco-japonais du Clair Vallon')] });
    const { slug } = value(await createOrganisation(database.ctx(french), typed));
    expect((await findLikelyOrganisations(database.ctx(french), typed)) as { value: unknown }).toMatchObject({ value: [{ slug }] });
  });

  it('nobody is asked who may not record it, nor about what cannot be recorded', async () => {
    const asked = async (actor: Actor, over: Partial<NewOrganisationInput>) =>
      code(await findLikelyOrganisations(database.ctx(actor), given(over)));
    expect(await asked(japanese, {})).toBe('not-allowed');
    expect(await asked(reader, { country: 'ML' })).toBe('not-allowed');
    expect(await asked(anonymous, {})).toBe('sign-in-required');
    expect(await asked(french, { kind: 'planet' })).toBe('authorities.bad-kind');
    expect(await asked(french, { country: 'ZZ' })).toBe('authorities.bad-country');
    expect(await asked(french, { names: [name('x'.repeat(10_000))] })).toBe('authorities.bad-name');
  });

  it('names with mark-up are kept as text, to the letter', async () => {
    const text = '<script>alert("Nancy")</script> & <b>Cie</b>';
    const { slug } = value(await createOrganisation(database.ctx(french), given({ names: [name(text)], evenSo: true })));
    expect(value(await readOrganisation(database.ctx(nobody), slug)).names[0]?.name).toBe(text);
    expect(slug).toMatch(/^[a-z0-9-]+$/);
  });
});
