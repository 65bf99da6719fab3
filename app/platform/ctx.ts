import type { Actor } from '#app/access/actor.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal, Result } from '#app/lib/result.ts';
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

/** Carries a refusal out of a transaction, which it rolls back. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`rolled back: ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** {@link inTransaction} of which nothing stays when `work` refuses, however deep inside by {@link must}: everything is rolled back and the refusal answered. */
export async function allOrNothing<T>(ctx: Ctx, work: (tx: Ctx) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const result = await work(tx);
      must(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** The value of a result; a refusal ends the {@link allOrNothing} around it, and is a bug outside of one. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new RolledBack(result.refusal);
  return result.value;
}
