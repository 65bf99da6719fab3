import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Logger } from '#app/platform/log.ts';

/** The database as every query and store sees it: the pool, or the transaction that a use case opened. */
export type Db = NodePgDatabase<Record<string, never>>;

/** Where PostgreSQL is: a URL, or the socket folder of the embedded server. */
export type DbTarget = { connectionString: string } | { host: string; user: string; database: string };

/** An open pool and the drizzle instance over it; `close` waits for running queries. */
export type Connection = { db: Db; pool: pg.Pool; close(): Promise<void> };

/**
 * Opens a pool of at most `max` connections. An idle connection that breaks is logged and replaced: without the
 * listener, node-postgres would end the process.
 */
export function connect(target: DbTarget, log: Logger, max = 10): Connection {
  const pool = new pg.Pool({ ...target, max, application_name: 'entente' });
  let closing = false;
  pool.on('error', (error) => {
    // Only the message: the error carries the client, and with it the address of the database.
    if (!closing) log.warn({ reason: error.message }, 'idle database connection lost');
  });
  const db: Db = drizzle({ client: pool, casing: 'snake_case' });
  const close = () => {
    // The pool says goodbye without waiting; a server that stops at once may still cut the line.
    closing = true;
    return pool.end();
  };
  return { db, pool, close };
}
