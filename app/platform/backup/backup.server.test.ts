import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/ctx.ts';
import type { DbTarget } from '#app/platform/db/client.ts';
import { storeFile } from '#app/platform/files/store-file.server.ts';
import { useFilesFolder } from '#app/platform/files/testing.ts';
import { writeSetting } from '#app/platform/instance/settings.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { inDatabase } from '#app/platform/testing/global-setup.ts';
import { readBackup } from './read-backup.server.ts';
import { writeBackup } from './write-backup.server.ts';

const database = useTestDatabase();
const files = useFilesFolder();
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 7)]);
let hash: string;
const placeOf = (name: string) => path.join(files, name.slice(0, 2), name.slice(2));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-backup-'));
const file = path.join(folder, 'all.backup');
const migrations = path.resolve('db/migrations');
const empty = `${inject('templateDatabase').replace('template', 'test')}_restore_${process.pid}`;
let target: DbTarget;

async function query(at: DbTarget, sql: string): Promise<unknown[]> {
  const client = new pg.Client(at);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The backup with each of its lines changed, or left out. */
function edited(change: (line: string) => string | null): string {
  const lines = gunzipSync(fs.readFileSync(file)).toString().split('\n');
  return lines.flatMap((line) => change(line) ?? []).join('\n');
}

beforeAll(async () => {
  target = inDatabase(inject('databaseServer'), empty);
  await query(inject('databaseServer'), `create database ${empty} template template0`);
  await writeSetting(database.connection.db, 'awkward', { text: 'l’été\n"熊本市"\t\\ \u2028 {"table":"x"}', none: null });
  await inTransaction(database.ctx(), (tx) =>
    recordAudit(tx, { action: 'a', subject: { type: 't', id: '1' }, after: { n: 12345678901234 } }),
  );
  const stored = await storeFile(database.ctx(), pdf, { name: 'a.pdf', accept: ['pdf'] });
  if (stored.ok) hash = stored.value.hash;
  expect(await writeBackup(database.target, file)).toMatchObject({ files: 1, missing: [] });
  fs.rmSync(files, { recursive: true });
});

afterAll(async () => {
  await query(inject('databaseServer'), `drop database ${empty} with (force)`);
  fs.rmSync(folder, { recursive: true });
});

it.each([
  ['a file that is no backup', () => Buffer.from('hello')],
  ['a gzipped something else', () => gzipSync('{"format":"other"}\n')],
  ['a backup cut short', () => gzipSync(gunzipSync(fs.readFileSync(file)).toString().split('\n').slice(0, -2).join('\n'))],
  ['a backup with a damaged file', () => gzipSync(edited((line) => line.replace(/"bytes":"..../, '"bytes":"AAAA')))],
  ['a backup with a file that would stand elsewhere', () => gzipSync(edited((line) => line.replace(/"file":"\w+/, '"file":"../../x')))],
  ['a backup without a file it counts', () => gzipSync(edited((line) => (/^{"(file|bytes)":/.test(line) ? null : line)))],
  ['a torn gzip stream', () => fs.readFileSync(file).subarray(0, 200)],
])('refuses %s and leaves the database empty', async (_what, bytes) => {
  const bad = path.join(folder, 'bad.backup');
  fs.writeFileSync(bad, bytes());
  expect(await readBackup(target, bad, migrations)).toMatchObject({ ok: false, refusal: { code: 'backup-unreadable' } });
  expect(await query(target, `select 1 from information_schema.tables where table_schema in ('public', 'drizzle')`)).toEqual([]);
});

it('keeps no file of a backup that it refused elsewhere than under its hash', () => {
  expect(fs.existsSync(path.join(files, '../x'))).toBe(false);
});

it('brings everything back as it was', async () => {
  expect(await readBackup(target, file, migrations)).toMatchObject({ ok: true, value: { files: 1 } });
  expect(fs.readFileSync(placeOf(hash)).equals(pdf)).toBe(true);
  for (const table of ['instance_settings', 'audit_events']) {
    const all = `select row_to_json(t)::text as row from ${table} t order by 1`;
    expect(await query(target, all)).toEqual(await query(database.target, all));
  }
  for (const made of [
    `select conname from pg_constraint where contype = 'f' order by 1`,
    `select indexdef from pg_indexes where schemaname = 'public' order by 1`,
  ]) {
    const all = await query(database.target, made);
    expect(all.length).toBeGreaterThan(5);
    expect(await query(target, made)).toEqual(all);
  }
});

it('refuses to restore over data', async () => {
  expect(await readBackup(database.target, file, migrations)).toMatchObject({ ok: false, refusal: { code: 'database-not-empty' } });
});

async function emptyAgain(): Promise<void> {
  await query(target, 'drop schema public cascade; create schema public; drop schema drizzle cascade');
}

it('is readable by its owner only', () => {
  expect(fs.statSync(file).mode & 0o077).toBe(0);
});

it('writes a backup although the disk has lost a file, and says which', async () => {
  fs.rmSync(placeOf(hash));
  const lossy = path.join(folder, 'lossy.backup');
  expect(await writeBackup(database.target, lossy)).toMatchObject({ files: 0, missing: [hash] });
  await emptyAgain();
  expect(await readBackup(target, lossy, migrations)).toMatchObject({ ok: true, value: { files: 0 } });
});

it('still restores a backup from before there were files', async () => {
  const old = path.join(folder, 'old.backup');
  const asBefore = (line: string) => {
    if (/^{"(file|bytes)":/.test(line)) return null;
    return line.replace('"version":2', '"version":1').replace(/^({"end":true,"rows":\d+),"files":\d+/, '$1');
  };
  fs.writeFileSync(old, gzipSync(edited(asBefore)));
  await emptyAgain();
  expect(await readBackup(target, old, migrations)).toMatchObject({ ok: true, value: { files: 0 } });
});
