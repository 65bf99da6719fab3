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
  pool.on('connect', takeTurns);
  const db: Db = drizzle({ client: pool, casing: 'snake_case' });
  const close = () => {
    // The pool says goodbye without waiting; a server that stops at once may still cut the line.
    closing = true;
    return pool.end();
  };
  return { db, pool, close };
}

/**
 * Has queries that are sent together over one connection wait for each other: reads that run side by side over the pool do
 * so over a transaction's single connection as well, which node-postgres has deprecated and will refuse.
 */
function takeTurns(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (...args: unknown[]) => {
    // Those with a callback or a reader of their own give no promise to wait for.
    if (typeof args.at(-1) === 'function' || typeof (args[0] as { submit?: unknown }).submit === 'function') return send(...args);
    const turn = last.then(() => send(...args));
    last = turn.catch(() => {});
    return turn;
  };
  client.query = inTurn as typeof client.query;
}
