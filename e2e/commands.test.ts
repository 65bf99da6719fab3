import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
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
] as const)('%j ends with %i and says why on standard error only', async (args, expected) => {
  const { code, out, err } = await runCommand([...args], { dataDir });
  expect(code).toBe(expected);
  if (expected !== 0) {
    expect(out).toBe('');
    expect(err).not.toMatch(/node_modules|at .*:\d+:\d+/);
    expect(err.length).toBeGreaterThan(5);
  }
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
