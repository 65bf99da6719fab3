import { eq, lte, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { signInCounters } from './schema.server.ts';
import { hashSecret } from './secrets.server.ts';

/** So many times in so many seconds. */
export type Limit = { name: string; points: number; seconds: number };

/**
 * Sign-in mails for one mailbox: enough for somebody clumsy, too few to fill a mailbox; and for one client, which may be a whole town hall
 * behind one address. Proofs (link or code) for one client.
 */
export const MAILS_PER_MAILBOX: Limit = { name: 'mailbox', points: 8, seconds: 3600 };
export const MAILS_PER_CLIENT: Limit = { name: 'client', points: 120, seconds: 3600 };
export const PROOFS_PER_CLIENT: Limit = { name: 'proof', points: 120, seconds: 900 };

/**
 * Counts one more use by `subject` and tells whether it is within the limit. One statement, so that concurrent processes count
 * together; the subject (a mailbox, a client's address) is kept as a hash. Call it outside of a transaction that may roll back.
 */
export async function withinLimit(db: Db, { name, points, seconds }: Limit, subject: string): Promise<boolean> {
  const over = sql`${signInCounters.resetsAt} <= now()`;
  const until = sql`now() + make_interval(secs => ${seconds})`;
  const [row] = await db
    .insert(signInCounters)
    .values({ key: counterKey(name, subject), points: 1, resetsAt: until })
    .onConflictDoUpdate({
      target: signInCounters.key,
      set: {
        points: sql`case when ${over} then 1 else ${signInCounters.points} + 1 end`,
        resetsAt: sql`case when ${over} then ${until} else ${signInCounters.resetsAt} end`,
      },
    })
    .returning({ points: signInCounters.points });
  return (row?.points ?? 0) <= points;
}

const counterKey = (name: string, subject: string) => `${name}:${hashSecret(subject)}`;

/** Starts the count of a subject anew: whoever proved a mailbox was not flooding it. */
export async function forgetCount(db: Db, { name }: Limit, subject: string): Promise<void> {
  await db.delete(signInCounters).where(eq(signInCounters.key, counterKey(name, subject)));
}

/** Forgets the counters whose time is over. */
export async function purgeCounters(db: Db): Promise<void> {
  await db.delete(signInCounters).where(lte(signInCounters.resetsAt, sql`now()`));
}
