import type { Actor } from '#app/access/actor.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/client.ts';
import type { Logger } from './log.ts';

/** What every use case is given: the database, business time, who acts, in which language, and where to log. */
export type Ctx = {
  db: Db;
  clock: Clock;
  actor: Actor;
  locale: Locale;
  log: Logger;
  requestId: string;
};

/**
 * Runs `work` in one READ COMMITTED transaction and gives it a context whose `db` is that transaction; whatever it
 * throws rolls everything back. Inside another transaction it becomes a savepoint.
 */
export function inTransaction<T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> {
  return ctx.db.transaction((tx) => work({ ...ctx, db: tx as unknown as Db }));
}
