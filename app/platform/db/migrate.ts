import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { DbTarget } from './client.ts';

/** Any constant will do: the advisory lock under which one process migrates while the others wait. */
const MIGRATION_LOCK = 7_340_021;

/**
 * Brings the schema up to date from `folder`; safe when several processes start at once. Refuses servers older than
 * PostgreSQL 15.
 */
export async function migrateDatabase(target: DbTarget, folder: string): Promise<void> {
  const client = new pg.Client({ ...target, application_name: 'entente-migrate' });
  await client.connect();
  try {
    const version = await client.query<{ server_version_num: string }>('show server_version_num');
    if (Number(version.rows[0]?.server_version_num) < 150_000) throw new Error('PostgreSQL 15 or later is needed');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}
