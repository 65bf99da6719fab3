import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import type { DbTarget } from '#app/platform/db/client.ts';
import { startEmbedded } from '#app/platform/db/embedded.ts';
import { migrateDatabase } from '#app/platform/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: DbTarget;
    templateDatabase: string;
  }
}

/**
 * Starts the test server (embedded in `.test-data`, or `ENTENTE_TEST_SERVER`), migrates one template database and hands both to the tests; each test
 * file clones the template, so that none sees another's rows.
 */
export default async function setup(project: TestProject) {
  const url = process.env.ENTENTE_TEST_SERVER;
  const server = url ? null : await startEmbedded('.test-data/postgres');
  const target: DbTarget = server?.target ?? { connectionString: url ?? '' };
  const template = `entente_template_${process.pid}_${Date.now()}`;
  await onServer(target, async (client) => {
    await dropLeftovers(client);
    await client.query(`create database ${template} template template0`);
  });
  await migrateDatabase(inDatabase(target, template), path.resolve('db/migrations'));
  project.provide('databaseServer', target);
  project.provide('templateDatabase', template);
  return async () => {
    await onServer(target, dropLeftovers);
    await server?.release();
  };
}

/** The same server, another database. */
export function inDatabase(target: DbTarget, database: string): DbTarget {
  if (!('connectionString' in target)) return { ...target, database };
  const url = new URL(target.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.toString() };
}

async function onServer(target: DbTarget, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(target);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Drops the databases of runs that have ended (their process is gone), killed ones included. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(String.raw`select datname from pg_database where datname like 'entente\_t%\_%'`);
  for (const { datname } of rows) {
    const pid = Number(/_(\d+)_/.exec(datname)?.[1]);
    if (pid && pid !== process.pid && isAlive(pid)) continue;
    await client.query(`drop database if exists ${datname} with (force)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
