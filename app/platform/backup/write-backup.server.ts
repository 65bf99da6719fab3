import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { DbTarget } from '#app/platform/db/client.ts';
import { bytesOf } from '#app/platform/files/folder.server.ts';
import { type BackupBytes, type BackupEnd, type BackupFile, type BackupHeader, type BackupTable, plainIdentifier } from './format.ts';

const BATCH = 2000;
/** Bytes of a file on one line: a multiple of 3, so that base64 needs no filling but at the end. */
const PART = 48 * 1024;

/** How much was written, and the hashes of the files that the disk had lost: their rows are there, their bytes are not. */
export type BackupDone = { rows: number; files: number; missing: string[] };

/**
 * Writes everything the database holds, as of one moment, and the files it names, to `file`. The file appears under
 * its name only once it is whole and on disk. The server may go on working meanwhile.
 */
export async function writeBackup(target: DbTarget, file: string): Promise<BackupDone> {
  const client = new pg.Client({ ...target, application_name: 'entente-backup' });
  await client.connect();
  const partial = `${file}.${process.pid}.partial`;
  const done: BackupDone = { rows: 0, files: 0, missing: [] };
  async function* lines() {
    await client.query('begin isolation level repeatable read read only');
    const header: BackupHeader = {
      format: 'entente-backup',
      version: 2,
      migrations: await migrationsOf(client),
      madeAt: new Date().toISOString(),
    };
    yield `${JSON.stringify(header)}\n`;
    for (const table of await tablesOf(client)) {
      yield `${JSON.stringify(table)}\n`;
      for await (const batch of rowsOf(client, table)) {
        done.rows += batch.length;
        yield `${batch.join('\n')}\n`;
      }
    }
    yield* fileLines(client, done);
    const end: BackupEnd = { end: true, rows: done.rows, files: done.files };
    yield `${JSON.stringify(end)}\n`;
    await client.query('commit');
  }
  try {
    // Whoever reads a backup reads everything: for its owner only.
    await pipeline(lines, createGzip({ level: 6 }), fs.createWriteStream(partial, { mode: 0o600, flush: true }));
    fs.renameSync(partial, file);
    return done;
  } finally {
    fs.rmSync(partial, { force: true });
    await client.end();
  }
}

/** The hashes of the migrations applied, in order. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations order by id');
  return rows.map((row) => row.hash);
}

async function tablesOf(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(`
    select c.table_name as table, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    group by c.table_name order by c.table_name`);
  return rows;
}

async function* rowsOf(client: pg.Client, { table, columns }: BackupTable): AsyncGenerator<string[]> {
  const list = columns.map(plainIdentifier).join(', ');
  await client.query(
    `declare backup_rows no scroll cursor for select row_to_json(r)::text as line from (select ${list} from ${plainIdentifier(table)}) r`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${BATCH} from backup_rows`);
    if (rows.length === 0) break;
    // PostgreSQL prints rows on one line, but for the line ends inside jsonb text, which are escaped anyway.
    yield rows.map((row) => row.line);
  }
  await client.query('close backup_rows');
}

/** The files that the rows name: their bytes never change, so the disk may be read while others write. */
async function* fileLines(client: pg.Client, done: BackupDone): AsyncGenerator<string> {
  const { rows } = await client.query<{ hash: string; size: number }>('select hash, size from stored_files order by hash');
  for (const { hash, size } of rows) {
    const bytes = await bytesOf(hash);
    const head: BackupFile = { file: hash, size, ...(bytes ? {} : { missing: true }) };
    yield `${JSON.stringify(head)}\n`;
    if (bytes) done.files++;
    else done.missing.push(hash);
    for (let at = 0; bytes && at < bytes.length; at += PART) {
      const part: BackupBytes = { bytes: Buffer.from(bytes.subarray(at, at + PART)).toString('base64') };
      yield `${JSON.stringify(part)}\n`;
    }
  }
}
