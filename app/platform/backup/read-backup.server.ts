import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { DbTarget } from '#app/platform/db/client.ts';
import { migrateDatabase } from '#app/platform/db/migrate.ts';
import { hashOf, keepBytes } from '#app/platform/files/folder.server.ts';
import { type BackupBytes, type BackupEnd, type BackupFile, type BackupHeader, type BackupTable, plainIdentifier } from './format.ts';
import { migrationsOf } from './write-backup.server.ts';

const BATCH = 1000;

type Loaded = { rows: number; files: number };

/** What is wrong with a backup file; found while its rows are read, so that the whole restore is rolled back. */
class BackupFault extends Error {}

/**
 * Brings a backup into a database that holds nothing yet, and migrates it to this version of the program; answers the
 * number of rows and of files. Refuses a database that is not empty (`database-not-empty`), a file that is no backup, is cut short or
 * comes from a later version (`backup-unreadable`); then the rows are rolled back, none stay.
 */
export async function readBackup(target: DbTarget, file: string, migrationsFolder: string): Promise<Result<Loaded>> {
  const client = new pg.Client({ ...target, application_name: 'entente-restore' });
  await client.connect();
  try {
    const { rows: existing } = await client.query(`select 1 from information_schema.tables where table_schema = 'public' limit 1`);
    if (existing.length > 0) return refuse('database-not-empty');
    const reader = linesOf(file);
    const header = parseHeader((await reader.next()).value);
    await migrateTo(target, migrationsFolder, header.migrations.length);
    const applied = await migrationsOf(client);
    if (applied.join() !== header.migrations.join()) throw new BackupFault('made by another version of the program');
    const loaded = await loadRows(client, reader);
    await migrateDatabase(target, migrationsFolder);
    return ok(loaded);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (!(error instanceof BackupFault) && code !== 'ENOENT' && !code?.startsWith('Z_')) throw error;
    await forgetSchema(client);
    return refuse('backup-unreadable', { reason: code === 'ENOENT' ? 'no such file' : (error as Error).message });
  } finally {
    await client.end();
  }
}

/** The lines of a gzipped file, split at line feeds only: readline would also split at U+2028, which names may hold. */
async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  // Faults of either stream surface in the loop below.
  const stream = pipeline(fs.createReadStream(file), createGunzip(), () => {}).setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
  return undefined;
}

function parse(line: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String(line));
    if (value !== null && typeof value === 'object') return value as Record<string, unknown>;
  } catch {}
  throw new BackupFault('not a backup of Entente');
}

function parseHeader(line: unknown): BackupHeader {
  const header = parse(line);
  if (header.format !== 'entente-backup' || (header.version !== 1 && header.version !== 2) || !Array.isArray(header.migrations))
    throw new BackupFault('not a backup of Entente');
  return header as BackupHeader;
}

/** Applies the first `count` migrations: the tables as they were when the backup was made. */
async function migrateTo(target: DbTarget, folder: string, count: number): Promise<void> {
  const journal = JSON.parse(fs.readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as { entries: { tag: string }[] };
  if (count > journal.entries.length) throw new BackupFault('made by a later version of the program');
  const partial = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-migrations-'));
  try {
    fs.cpSync(folder, partial, { recursive: true });
    fs.writeFileSync(path.join(partial, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await migrateDatabase(target, partial);
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
}

/** Inserts all rows in one transaction; foreign keys and indexes are taken off meanwhile, and made again, thus checked, at its end. */
async function loadRows(client: pg.Client, lines: AsyncIterator<string, undefined>): Promise<Loaded> {
  await client.query('begin');
  try {
    const keys = await takeOffForeignKeys(client);
    const indexes = await takeOffIndexes(client);
    await emptyTables(client);
    const loaded = await insertRows(client, lines);
    for (const { definition } of indexes) await client.query(definition);
    for (const { table, name, definition } of keys) {
      await client.query(`alter table ${plainIdentifier(table)} add constraint ${plainIdentifier(name)} ${definition}`);
    }
    await client.query('commit');
    return loaded;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Migrations may bring rows of their own (settings); the backup holds them too. */
async function emptyTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  for (const { name } of rows) {
    const { rowCount } = await client.query(`select 1 from ${plainIdentifier(name)} limit 1`);
    if (rowCount) await client.query(`delete from ${plainIdentifier(name)}`);
  }
}

type ForeignKey = { table: string; name: string; definition: string };

async function takeOffForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select r.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and r.relnamespace = 'public'::regnamespace`);
  for (const { table, name } of rows) await client.query(`alter table ${plainIdentifier(table)} drop constraint ${plainIdentifier(name)}`);
  return rows;
}

/** The indexes that back no constraint: filling the search index row by row would be most of a restore. */
async function takeOffIndexes(client: pg.Client): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select c.relname as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace and not exists (select 1 from pg_constraint k where k.conindid = c.oid)`);
  for (const { name } of rows) await client.query(`drop index ${plainIdentifier(name)}`);
  return rows;
}

async function insertRows(client: pg.Client, lines: AsyncIterator<string, undefined>): Promise<Loaded> {
  let table: BackupTable | undefined;
  let batch: string[] = [];
  const loaded: Loaded = { rows: 0, files: 0 };
  const files = fileKeeper();
  const flush = async () => {
    loaded.files += await files.close();
    if (!table || batch.length === 0) return;
    const name = plainIdentifier(table.table);
    const list = table.columns.map(plainIdentifier).join(', ');
    await client.query(`insert into ${name} (${list}) select ${list} from json_populate_recordset(null::${name}, $1)`, [
      `[${batch.join(',')}]`,
    ]);
    loaded.rows += batch.length;
    batch = [];
  };
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value;
    if (line.startsWith('{"table":')) {
      await flush();
      table = parse(line) as BackupTable;
    } else if (line.startsWith('{"file":')) {
      await flush();
      table = undefined;
      files.open(parse(line) as BackupFile);
    } else if (line.startsWith('{"end":')) {
      await flush();
      const end = parse(line) as BackupEnd;
      if (end.rows !== loaded.rows) throw new BackupFault('rows are missing');
      if ((end.files ?? 0) !== loaded.files) throw new BackupFault('files are missing');
      return loaded;
    } else if (!table) {
      files.add(parse(line) as BackupBytes);
    } else {
      batch.push(line);
      if (batch.length === BATCH) await flush();
    }
  }
  throw new BackupFault('cut short');
}

/** Puts a file together from its lines and keeps it; what is not what its hash says ends the restore. */
function fileKeeper() {
  let head: BackupFile | undefined;
  let parts: Buffer[] = [];
  return {
    open(next: BackupFile): void {
      head = next;
      parts = [];
    },
    add({ bytes }: BackupBytes): void {
      if (!head || head.missing || typeof bytes !== 'string') throw new BackupFault('not a backup of Entente');
      parts.push(Buffer.from(bytes, 'base64'));
    },
    async close(): Promise<number> {
      const file = head;
      head = undefined;
      if (!file || file.missing) return 0;
      const whole = Buffer.concat(parts);
      if (hashOf(whole) !== file.file) throw new BackupFault('a file is damaged');
      await keepBytes(whole);
      return 1;
    },
  };
}

/** After a failed restore the database is empty again, so that the next attempt is not refused. */
async function forgetSchema(client: pg.Client): Promise<void> {
  await client.query('drop schema public cascade');
  await client.query('create schema public');
  await client.query('drop schema if exists drizzle cascade');
}
