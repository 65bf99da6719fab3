import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '#app/access/actor.ts';
import { connect } from '#app/platform/db/client.ts';
import { silentLogger } from '#app/platform/log.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { findAuthorityCommand } from '../cli.server.ts';
import { displayName } from '../domain/display-name.ts';
import {
  findOrganisation,
  findOrganisations,
  organisationByIdentifier,
  organisationsByIds,
  searchOrganisations,
} from '../queries.server.ts';
import { readManifest } from '../reference-files.server.ts';
import { expectedNames, FIXTURES } from '../testing.ts';
import { loadReferenceData } from './load-reference-data.server.ts';

const database = useTestDatabase();
const ctx = () => database.ctx(commandLine);

async function count(): Promise<number> {
  const { rows } = await ctx().db.execute<{ n: number }>(sql`select count(*)::int as n from organisations`);
  return rows[0]?.n ?? -1;
}

let loads: number[] = [];

beforeAll(async () => {
  // A load that is cut short, then two at once, as when two processes start on an empty database.
  await expect(
    loadReferenceData(ctx(), () => {
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  expect(await count()).toBe(0);
  const other = connect(database.target, silentLogger);
  try {
    loads = await Promise.all([loadReferenceData(ctx()), loadReferenceData({ ...ctx(), db: other.db })]);
  } finally {
    await other.close();
  }
}, 300_000);

describe('loading the reference data', () => {
  it('loads once, whole, when two processes start at once after one was killed', async () => {
    const { organisations } = readManifest();
    expect(loads.toSorted((a, b) => a - b)).toEqual([0, organisations]);
    expect(await count()).toBe(organisations);
    const { rows } = await ctx().db.execute(sql`select 1 from pg_indexes where indexname = 'organisations_search'`);
    expect(rows).toHaveLength(1);
  });

  it('has nothing to do the second time', async () => {
    expect(await loadReferenceData(ctx())).toBe(0);
  });

  it('files every organisation under its identifier and inside what contains it', async () => {
    const lyon = await organisationByIdentifier(ctx().db, 'SIREN', 'epci', '200046977');
    expect(lyon && displayName(lyon.names, 'fr').text).toBe('Métropole de Lyon');
    const cannes = await organisationByIdentifier(ctx().db, 'COG', 'commune', '06029');
    const [department] = await organisationsByIds(ctx().db, [cannes?.parentId ?? '']);
    expect(department).toMatchObject({ kind: 'department', code: '06' });
    expect(cannes && displayName(cannes.names, 'ja')).toEqual({ text: 'カンヌ', lang: 'ja' });
    // One code, two kinds.
    expect((await organisationByIdentifier(ctx().db, 'COG', 'region', '02'))?.id).not.toBe(
      (await organisationByIdentifier(ctx().db, 'COG', 'department', '02'))?.id,
    );
    expect(await organisationByIdentifier(ctx().db, 'COG', 'commune', '99999')).toBeNull();
  });
});

describe('finding in the database', () => {
  it.each(FIXTURES)('answers for %s as the finder in memory does', async (fixture) => {
    const rows = expectedNames(fixture);
    const findings = await findOrganisations(
      ctx().db,
      rows.map((row) => row.printed),
    );
    const wrong = findings.filter((f, i) => {
      const found = f.match?.isAuthority ? `${f.match.identifier.system}:${f.match.kind}:${f.match.identifier.code}` : null;
      return found !== rows[i]?.expected;
    });
    const list = wrong.map((f) => `${f.query} → ${f.match?.names[0]?.name} ${f.confidence}`).join('\n');
    expect(wrong.length / rows.length, list).toBeLessThanOrEqual(0.02);
    expect(
      wrong.filter((f) => f.confidence > 0.9),
      list,
    ).toEqual([]);
  });

  it('knows an organisation that is no authority, and says so', async () => {
    const found = await findOrganisation(ctx().db, 'CLAIR PARIS - CENTRE JAPONAIS DES COLLECTIVITES LOCALES');
    expect(found.match).toMatchObject({ kind: 'network', isAuthority: false });
    expect((await findOrganisation(ctx().db, 'Université de Nantes')).match).toBeNull();
  });

  it('answers many names in their order, repetitions and hostile ones included', async () => {
    const printed = [
      'CANNES',
      '',
      'NANCY',
      "'; drop table organisations; --",
      'CANNES',
      '\u0000',
      'x'.repeat(100_000),
      '{"a":1}',
      '熊本市',
      '\\',
    ];
    const findings = await findOrganisations(ctx().db, printed);
    expect(findings.map((f) => f.query)).toEqual(printed);
    expect(findings.map((f) => f.match?.identifier.code ?? null)).toEqual([
      '06029',
      null,
      '54395',
      null,
      '06029',
      null,
      null,
      null,
      '431001',
      null,
    ]);
  });
});

describe('searching as one types', () => {
  const first = async (text: string, options = {}) => (await searchOrganisations(ctx().db, text, options))[0]?.code;

  it.each([
    ['cann', '06029'],
    ['nanc', '54395'],
    ['aix en p', '13001'],
    ['Aix-en-Provence', '13001'],
    ['saint et', '42218'],
    ['静岡県', '220001'],
    ['静岡', '221007'],
    ['熊', '431001'],
    ['くまもとし', '431001'],
    ['ナンシ', '54395'],
    ['Ville de Nancy', '54395'],
    ['Kumamoto City', '431001'],
    ['Marseile', '13055'],
    ['commune v bam', 'commune-v-bamako'],
    ['erevan', '616052'],
  ])('finds %s', async (typed, code) => {
    expect(await first(typed)).toBe(code);
  });

  it('keeps to the kinds and the country asked for', async () => {
    expect(await first('vienne', { kinds: ['department'] })).toBe('86');
    expect(await first('valence', { country: 'ES' })).toBe('2509954');
    const hits = await searchOrganisations(ctx().db, 'clair', { authoritiesOnly: true, limit: 50 });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every((hit) => hit.isAuthority)).toBe(true);
  });

  it.each(['', ' ', '%', '*', '\\', '\u0000', "'", '🇯🇵'])('answers nothing to %j', async (typed) => {
    expect(await searchOrganisations(ctx().db, typed)).toEqual([]);
  });

  it('gives no more than asked for', async () => {
    expect(await searchOrganisations(ctx().db, 'saint', { limit: 3 })).toHaveLength(3);
  });
});

describe('the command find-authority', () => {
  async function run(args: string[], input: string[] = []) {
    const lines: string[] = [];
    const { Readable } = await import('node:stream');
    const stdin = Readable.from(input.map((line) => `${line}\n`));
    const code = await findAuthorityCommand.run({
      args,
      stdin,
      out: (text) => void lines.push(text),
      err: () => {},
      open: async () => ctx(),
    });
    return { code, answers: lines.map((line) => JSON.parse(line)) };
  }

  it('answers one JSON object a line, a known organisation that is no authority without a match', async () => {
    const { code, answers } = await run([], ['METROPOLE DE LYON', '', 'CITES UNIES FRANCE', '静岡県']);
    expect(code).toBe(0);
    expect(answers.map((a) => [a.query, a.match])).toEqual([
      ['METROPOLE DE LYON', { kind: 'epci', country: 'FR', system: 'SIREN', code: '200046977', name: 'Métropole de Lyon' }],
      ['CITES UNIES FRANCE', null],
      ['静岡県', { kind: 'prefecture', country: 'JP', system: 'JIS', code: '220001', name: '静岡県' }],
    ]);
  });

  it('takes a country and a kind, and refuses others', async () => {
    expect((await run(['Valence', '--country', 'es'])).answers[0].match.code).toBe('2509954');
    expect((await run(['Vienne', '--kind', 'department'])).answers[0].match.code).toBe('86');
    await expect(run(['Vienne', '--kind', 'planet'])).rejects.toThrow('--kind');
    await expect(run(['Vienne', '--country', 'France'])).rejects.toThrow('--country');
  });
});
