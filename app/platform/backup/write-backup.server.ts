import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { DbTarget } from '#app/platform/db/client.ts';
import { type BackupEnd, type BackupHeader, type BackupTable, plainIdentifier } from './format.ts';

const BATCH = 2000;

/**
 * Writes everything the database holds, as of one moment, to `file`; answers the number of rows. The file appears under
 * its name only once it is whole and on disk. The server may go on working meanwhile.
 */
export async function writeBackup(target: DbTarget, file: string): Promise<number> {
  const client = new pg.Client({ ...target, application_name: 'entente-backup' });
  await client.connect();
  const partial = `${file}.${process.pid}.partial`;
  let rows = 0;
  async function* lines() {
    await client.query('begin isolation level repeatable read read only');
    const header: BackupHeader = {
      format: 'entente-backup',
      version: 1,
      migrations: await migrationsOf(client),
      madeAt: new Date().toISOString(),
    };
    yield `${JSON.stringify(header)}\n`;
    for (const table of await tablesOf(client)) {
      yield `${JSON.stringify(table)}\n`;
      for await (const batch of rowsOf(client, table)) {
        rows += batch.length;
        yield `${batch.join('\n')}\n`;
      }
    }
    const end: BackupEnd = { end: true, rows };
    yield `${JSON.stringify(end)}\n`;
    await client.query('commit');
  }
  try {
    // Whoever reads a backup reads everything: for its owner only.
    await pipeline(lines, createGzip({ level: 6 }), fs.createWriteStream(partial, { mode: 0o600, flush: true }));
    fs.renameSync(partial, file);
    return rows;
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
