import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Actor, anonymous, type Grant } from '#app/access/actor.ts';
import { newId } from '#app/lib/id.ts';
import { type Clock, pinnedClock } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Connection, connect, type DbTarget } from '#app/platform/db/client.ts';
import { silentLogger } from '#app/platform/log.ts';
import { inDatabase } from './global-setup.ts';

/** A test file's own database, cloned from the migrated template. */
export type TestDatabase = {
  /** The open pool; valid inside tests and hooks. */
  get connection(): Connection;
  get target(): DbTarget;
  /** A context on this database, for an actor (nobody when left out), on the pinned day of the tests. */
  ctx(actor?: Actor, clock?: Clock): Ctx;
};

let counter = 0;

/** Gives the test file a database of its own, dropped at its end. Call at the top of the file. */
export function useTestDatabase(): TestDatabase {
  let connection: Connection | undefined;
  let target: DbTarget | undefined;
  // The name carries the process that owns the run (vitest's main process), so that leftovers can be told.
  const template = inject('templateDatabase');
  const name = `${template.replace('template', 'test')}_${process.pid}_${++counter}_${Math.random().toString(36).slice(2, 8)}`;
  beforeAll(async () => {
    await onServer(`create database ${name} template ${template}`);
    target = inDatabase(inject('databaseServer'), name);
    connection = connect(target, silentLogger);
  });
  afterAll(async () => {
    await connection?.close();
    await onServer(`drop database if exists ${name} with (force)`);
  });
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the test database is open inside tests and hooks only');
    return value;
  };
  return {
    get connection() {
      return need(connection);
    },
    get target() {
      return need(target);
    },
    ctx: (actor = anonymous, clock = pinnedClock('2026-03-16')) => ({
      db: need(connection).db,
      clock,
      actor,
      locale: 'en',
      log: silentLogger,
      requestId: 'test',
    }),
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(inject('databaseServer'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A signed-in person with these roles, for tests of rights; the person need not exist in the database. */
export function personWith(...grants: Grant[]): Extract<Actor, { kind: 'person' }> {
  return { kind: 'person', personId: newId(), sessionId: newId(), name: 'Test', lang: 'en', grants };
}
