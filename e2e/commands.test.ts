import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { readPdf } from '../app/platform/documents/testing.ts';
import { newDataDir, runCommand } from './program.ts';

const dataDir = inject('demoDataDir');
const folder = path.dirname(newDataDir());
const file = (name: string) => path.join(folder, name);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

it('finds authorities beside the server, one JSON object a line, in the order of the names', async () => {
  const stdin = 'CONSEIL DEPARTEMENTAL DE LA SAONE ET LOIRE\n熊本市\nAMBASSADE DU JAPON EN FRANCE\n';
  const { code, out } = await runCommand(['find-authority'], { dataDir, stdin });
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(lines.map(({ match }) => match && `${match.system} ${match.code}`)).toEqual(['COG 71', 'JIS 431001', null]);
});

it('reads the printed table: every row, every contradiction, nothing else on standard output', async () => {
  const { code, out } = await runCommand(['read-attendance', 'db/demo/attendance-2025-09-22.txt'], { dataDir });
  const { present, excused, warnings } = JSON.parse(out);
  expect(code).toBe(0);
  expect([present.length, excused.length]).toEqual([45, 96]);
  const rows = [...present, ...excused];
  const known = rows.filter(({ organisation }) => organisation.match !== null && organisation.confidence >= 0.9);
  expect(known.length).toBeGreaterThanOrEqual(rows.length * 0.85);
  expect(new Set(warnings.map((warning: { code: string }) => warning.code))).toEqual(
    new Set(['count-differs', 'duplicate-person', 'missing-mailbox', 'organisation-spellings', 'present-and-excused', 'shared-mailbox']),
  );
});

it.each([
  [['help'], 0],
  [['no-such-command'], 2],
  [['export', 'rfj-9', 'attendance', '--format', 'odt', '-o', 'x'], 2],
  [['export', 'rfj-99', 'attendance', '--format', 'pdf', '-o', 'x'], 1],
  [['read-attendance'], 2],
  [['read-attendance', 'no-such-file.txt'], 1],
  [['find-authority', '--country', 'France', 'Nancy'], 2],
  [['export', 'rfj-9', 'doc-9', '--format', 'pdf', '-o', 'x'], 2],
  [['export', 'rfj-99', 'doc-7', '--format', 'pdf', '-o', 'x'], 1],
  [['export', 'rfj-9', 'doc-6', '--authority', 'Nowhere', '--format', 'pdf', '-o', 'x'], 1],
  [['allocate'], 2],
  [['allocate', 'no-such-file.json'], 2],
  [['allocate', 'package.json', '--json'], 2],
] as const)('%j ends with %i and says why on standard error only', async (args, expected) => {
  const { code, out, err } = await runCommand([...args], { dataDir });
  expect(code).toBe(expected);
  if (expected !== 0) {
    expect(out).toBe('');
    expect(err).not.toMatch(/node_modules|at .*:\d+:\d+/);
    expect(err.length).toBeGreaterThan(5);
  }
});

const EXAMPLE = 'docs/examples/allocation.json';

it('allocates a file with proof, beside the running server and without any database, the same plan both times', async () => {
  const alone = newDataDir();
  const beside = await runCommand(['allocate', EXAMPLE, '--json'], { dataDir });
  const without = await runCommand(['allocate', EXAMPLE, '--json'], {
    dataDir: alone,
    env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
  });
  expect([beside.code, without.code]).toEqual([0, 0]);
  const [one, two] = [beside, without].map(({ out }) => JSON.parse(out));
  const { authorities, pairs } = JSON.parse(fs.readFileSync(EXAMPLE, 'utf8'));
  expect(one.status).toBe('optimal');
  expect(one.levels.map(({ name }: { name: string }) => name)).toEqual([
    'unplaced',
    'outside-choices',
    'over-spread',
    'second-choices',
    'spread',
  ]);
  for (const { value, bound } of one.levels) expect(bound).toBeGreaterThanOrEqual(value);
  const places = new Map(
    one.placements.map(({ authority, workshop }: { authority: string; workshop: string | null }) => [authority, workshop]),
  );
  expect([...places.keys()].sort()).toEqual(authorities.map(({ id }: { id: string }) => id).sort());
  for (const { authorities: together } of pairs) expect(places.get(together[0])).toBe(places.get(together[1]));
  expect(places.get('Sendai')).toBe('workshop-2');
  expect([two.placements, two.levels, two.attendance]).toEqual([one.placements, one.levels, one.attendance]);
  // No database was made for it.
  expect(fs.existsSync(alone)).toBe(false);
});

it('names each fault of a malformed file by its path, and a smallest contradiction of an impossible one', async () => {
  const problem = JSON.parse(fs.readFileSync(EXAMPLE, 'utf8'));
  const write = (name: string, content: unknown) => {
    fs.writeFileSync(file(name), JSON.stringify(content));
    return file(name);
  };
  const faulty = structuredClone(problem);
  faulty.authorities[1].choices = ['workshop-3', 'workshop-9'];
  faulty.workshops[0].talkMinutes = 'many';
  const malformed = await runCommand(['allocate', write('faulty.json', faulty), '--json'], { dataDir });
  expect([malformed.code, malformed.out]).toEqual([2, '']);
  for (const where of ['authorities[1].choices[1]', 'workshops[0].talkMinutes']) expect(malformed.err).toContain(where);
  const pinned = { ...problem, pinned: [...problem.pinned, { authority: 'Nancy', workshop: 'workshop-2' }] };
  const impossible = await runCommand(['allocate', write('impossible.json', pinned), '--json'], { dataDir });
  const { status, conflicts, placements } = JSON.parse(impossible.out);
  expect([impossible.code, status]).toEqual([1, 'infeasible']);
  expect(conflicts.length).toBe(2);
  expect(JSON.stringify(conflicts)).toContain('Nancy');
  expect(placements.every(({ workshop }: { workshop: string | null }) => workshop === null)).toBe(true);
});

/** How a file of each format begins: both Office formats are ZIP archives. */
const SIGNS = { xlsx: 'PK', docx: 'PK', pdf: '%PDF-1.7' } as const;

it.each(['doc-5', 'doc-6', 'doc-7', 'doc-8'])('exports %s in three formats and languages', async (document) => {
  for (const [format, lang] of [
    ['xlsx', 'fr'],
    ['docx', 'en'],
    ['pdf', 'ja'],
    ['pdf', 'fr'],
    ['xlsx', 'ja'],
    ['docx', 'ja'],
  ] as const) {
    const to = file(`${document}-${lang}.${format}`);
    const { code, out, err } = await runCommand(['export', 'rfj-9', document, '--format', format, '--lang', lang, '-o', to], { dataDir });
    expect([code, out], err).toEqual([0, '']);
    expect(fs.readFileSync(to).subarray(0, 8).toString('latin1').startsWith(SIGNS[format])).toBe(true);
    if (format === 'pdf') expect((await readPdf(fs.readFileSync(to))).info.Language).toBe(lang);
  }
  if (document !== 'doc-6') return;
  const filled = file('filled.pdf');
  const command = ['export', 'rfj-9', 'doc-6', '--authority', 'COG:33063', '--format', 'pdf', '-o', filled];
  expect((await runCommand(command, { dataDir })).code).toBe(0);
  expect((await readPdf(fs.readFileSync(filled))).text).toContain('Bordeaux');
});

it('backs up the running demo, and makes the same documents from it elsewhere', async () => {
  const backup = file('demo.backup');
  expect((await runCommand(['backup', backup], { dataDir })).code).toBe(0);
  expect((await runCommand(['backup', backup], { dataDir })).code).toBe(1);
  const restored = file('restored');
  expect(await runCommand(['restore', backup], { dataDir: restored })).toMatchObject({ code: 0 });
  expect((await runCommand(['restore', backup], { dataDir: restored })).code).toBe(1);
  for (const format of ['xlsx', 'docx', 'pdf']) {
    const make = (from: string, to: string) =>
      runCommand(['export', 'rfj-9', 'attendance', '--format', format, '--lang', 'ja', '-o', to], { dataDir: from });
    expect((await make(dataDir, file(`a.${format}`))).code).toBe(0);
    expect((await make(restored, file(`b.${format}`))).code).toBe(0);
    expect(fs.readFileSync(file(`a.${format}`)).equals(fs.readFileSync(file(`b.${format}`)))).toBe(true);
  }
});
