import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '#app/access/actor.ts';
import { EXIT, Misuse } from '#app/platform/cli/command.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { readAttendanceCommand } from './cli.server.ts';
import { fixtureBytes } from './testing/fixture.ts';
import { givenCommune } from './testing/given.ts';

const database = useTestDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-'));
const table = path.join(folder, 'liste.pdf');

/** Runs the command on these words; what it said on both streams, and its exit code. */
async function run(...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const stdin = Readable.from([]);
  const io = { args, stdin, out: (text: string) => void said.out.push(text), err: (text: string) => void said.err.push(text) };
  const code = await readAttendanceCommand.run({ ...io, open: async () => database.ctx(commandLine) });
  return { code, ...said };
}

beforeAll(async () => {
  // A wrong name must not matter: the content says what it is.
  fs.writeFileSync(table, fixtureBytes());
  await givenCommune(database.connection.db, 'Pessac', '33318');
});

describe('read-attendance', () => {
  it('answers one JSON object with every row, its line, its authority, and the contradictions in words', async () => {
    const { code, out, err } = await run(table, '--lang', 'fr');
    expect([code, out.length, err]).toEqual([EXIT.done, 1, []]);
    const { present, excused, warnings } = JSON.parse(out[0] ?? '');
    expect([present.length, excused.length]).toEqual([45, 96]);
    expect(present[0]).toEqual({
      line: 9,
      civility: 'Monsieur',
      givenName: 'Achille',
      familyName: 'ABADIE',
      role: 'Chargé de mission aux relations internationales',
      organisation: {
        printed: 'PESSAC',
        match: { kind: 'commune', country: 'FR', system: 'COG', code: '33318', name: 'Pessac' },
        confidence: expect.any(Number),
      },
      mailbox: 'achille.abadie@pessac.example',
      flags: [],
    });
    expect(warnings).toContainEqual({
      code: 'count-differs',
      lines: [3],
      message: 'Le texte annonce 48 personnes présentes\u202f; les lignes en donnent 45.',
    });
    const noMailbox = excused.filter((row: { mailbox: string | null }) => row.mailbox === null);
    expect(warnings.filter((warning: { code: string }) => warning.code === 'missing-mailbox')).toHaveLength(noMailbox.length);
  });

  it.each([
    ['a file that is not there', () => path.join(folder, 'absente.txt')],
    ['a folder', () => folder],
    ['an empty file', () => written('vide.csv', '')],
    ['a picture', () => written('image.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
    ['a text without a table', () => written('texte.txt', 'Monsieur Durand a ouvert la séance.\n')],
    ['a file of 50 MB', () => written('grand.txt', Buffer.alloc(50_000_000, 97))],
  ])('refuses %s with a message and nothing on standard output', async (_, file) => {
    const { code, out, err } = await run(file());
    expect([code, out, err.length]).toEqual([EXIT.refused, [], 1]);
    expect(err[0]).toMatch(/\w/);
  });

  it.each([[[]], [['a.txt', 'b.txt']], [['a.txt', '--lang', 'de']]])('is misused by %j', async (args) => {
    await expect(run(...args)).rejects.toThrow(Misuse);
  });
});

function written(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}
