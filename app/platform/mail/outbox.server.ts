import { and, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { MAX_ATTEMPTS, retryDelaySeconds } from './backoff.ts';
import type { Failure } from './classify-failure.ts';

export type OutboxMail = typeof outboxMails.$inferSelect;

/**
 * For how long a claimed mail is left to its process. Longer than one SMTP dialogue can last (see `smtp-transport`), so
 * that two processes send the same mail only when one of them died, or was stopped, in between.
 */
export const LEASE_SECONDS = 300;

/** What is left of a secret mail: an invitation's calendar entry holds its link as its text does. */
const BLANK = { text: '', html: null, calendar: null, calendarMethod: null };

const unexpired = or(isNull(outboxMails.expiresAt), sql`${outboxMails.expiresAt} > now()`);

/** Takes at most `limit` mails that are due, oldest first, for this process alone: the others skip them for {@link LEASE_SECONDS}. */
export async function claimDueMails(db: Db, limit: number): Promise<OutboxMail[]> {
  // A common table expression is computed once; inside `in (…)` the planner may run it again and claim more.
  const due = db.$with('due').as(
    db
      .select({ id: outboxMails.id })
      .from(outboxMails)
      .where(and(eq(outboxMails.state, 'queued'), lte(outboxMails.nextAttemptAt, sql`now()`), unexpired))
      .orderBy(outboxMails.nextAttemptAt, outboxMails.id)
      .limit(limit)
      .for('update', { skipLocked: true }),
  );
  return db
    .with(due)
    .update(outboxMails)
    .set({ attempts: sql`${outboxMails.attempts} + 1`, nextAttemptAt: sql`now() + make_interval(secs => ${LEASE_SECONDS})` })
    .where(inArray(outboxMails.id, db.select({ id: due.id }).from(due)))
    .returning();
}

/** Notes that the relay took the mail; a secret goes with it. */
export async function markSent(db: Db, mail: OutboxMail): Promise<void> {
  const blank = mail.secret ? BLANK : {};
  await db
    .update(outboxMails)
    .set({ state: 'sent', sentAt: sql`now()`, lastError: null, ...blank })
    .where(eq(outboxMails.id, mail.id));
}

/** Notes a failed attempt: given up when that is final or one too many, else due again later. */
export async function markFailed(db: Db, mail: OutboxMail, failure: Failure): Promise<void> {
  const final = failure.permanent || mail.attempts >= MAX_ATTEMPTS;
  const blank = final && mail.secret ? BLANK : {};
  await db
    .update(outboxMails)
    .set({
      state: final ? 'failed' : 'queued',
      lastError: failure.reason,
      nextAttemptAt: sql`now() + make_interval(secs => ${retryDelaySeconds(mail.attempts)})`,
      ...blank,
    })
    .where(eq(outboxMails.id, mail.id));
}

/** Gives up mails whose time is over and blanks the secret ones; returns how many. */
export async function expireMails(db: Db): Promise<number> {
  const expired = await db
    .update(outboxMails)
    .set({
      state: 'failed',
      lastError: 'EXPIRED',
      text: sql`case when ${outboxMails.secret} then '' else ${outboxMails.text} end`,
      html: sql`case when ${outboxMails.secret} then null else ${outboxMails.html} end`,
      calendar: sql`case when ${outboxMails.secret} then null else ${outboxMails.calendar} end`,
      calendarMethod: sql`case when ${outboxMails.secret} then null else ${outboxMails.calendarMethod} end`,
    })
    .where(and(eq(outboxMails.state, 'queued'), isNotNull(outboxMails.expiresAt), lte(outboxMails.expiresAt, sql`now()`)))
    .returning({ id: outboxMails.id });
  return expired.length;
}

/** The latest mails, newest first, for the outbox page of the demo. */
export async function listOutbox(db: Db, limit = 50): Promise<OutboxMail[]> {
  return db.select().from(outboxMails).orderBy(desc(outboxMails.createdAt), desc(outboxMails.id)).limit(limit);
}
