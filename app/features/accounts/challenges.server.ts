import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { CHALLENGE_MINUTES, MAX_CODE_ATTEMPTS, TICKET_MINUTES } from './domain/sign-in-code.ts';
import { signInChallenges } from './schema.server.ts';
import { hashCode, hashSecret, newCode, newToken, sameHash } from './secrets.server.ts';

export type ChallengeRow = typeof signInChallenges.$inferSelect;

const open = and(isNull(signInChallenges.usedAt), gt(signInChallenges.expiresAt, sql`now()`));

/** Starts a sign-in; the secrets are returned once and kept as hashes. */
export async function insertChallenge(db: Db, normalised: string, returnTo: string | null) {
  const secrets = { linkToken: newToken(), code: newCode(), askToken: newToken() };
  const [row] = await db
    .insert(signInChallenges)
    .values({
      normalised,
      returnTo,
      tokenHash: hashSecret(secrets.linkToken),
      codeHash: hashCode(secrets.code, secrets.askToken),
      askHash: hashSecret(secrets.askToken),
      expiresAt: sql`now() + make_interval(mins => ${CHALLENGE_MINUTES})`,
    })
    .returning({ id: signInChallenges.id, expiresAt: signInChallenges.expiresAt });
  if (!row) throw new Error('the challenge was not written');
  return { ...secrets, ...row };
}

/** The open sign-in of a mailed link; looking changes nothing, mail gateways open every link. */
export async function findByLink(db: Db, linkToken: string): Promise<ChallengeRow | null> {
  const [row] = await db
    .select()
    .from(signInChallenges)
    .where(and(eq(signInChallenges.tokenHash, hashSecret(linkToken)), open));
  return row ?? null;
}

/** Uses up the sign-in of a mailed link: of several uses at once, one gets it. */
export async function spendLink(db: Db, linkToken: string): Promise<ChallengeRow | null> {
  const [row] = await db
    .update(signInChallenges)
    .set({ usedAt: sql`now()` })
    .where(and(eq(signInChallenges.tokenHash, hashSecret(linkToken)), open))
    .returning();
  return row ?? null;
}

/** How a typed code fared; `exhausted` also when nothing is open, so that a stranger learns nothing. */
export type CodeOutcome = { kind: 'right'; challenge: ChallengeRow } | { kind: 'wrong'; attemptsLeft: number } | { kind: 'exhausted' };

/**
 * Tries a code for the browser that asked, and uses the sign-in up when it is right. The attempt is counted first, in the same
 * statement that checks how many there were: concurrent guesses share the few attempts.
 */
export async function tryCode(db: Db, askToken: string, code: string | null): Promise<CodeOutcome> {
  const mine = and(eq(signInChallenges.askHash, hashSecret(askToken)), open);
  const [counted] = await db
    .update(signInChallenges)
    .set({ attempts: sql`${signInChallenges.attempts} + 1` })
    .where(and(mine, lt(signInChallenges.attempts, MAX_CODE_ATTEMPTS)))
    .returning();
  if (!counted) return { kind: 'exhausted' };
  if (code === null || !sameHash(counted.codeHash, hashCode(code, askToken))) {
    return { kind: 'wrong', attemptsLeft: MAX_CODE_ATTEMPTS - counted.attempts };
  }
  const [used] = await db.update(signInChallenges).set({ usedAt: sql`now()` }).where(mine).returning();
  return used ? { kind: 'right', challenge: used } : { kind: 'exhausted' };
}

/** Gives the browser that proved a shared mailbox a ticket with which to say who of its users it is. */
export async function issueTicket(db: Db, challengeId: string): Promise<string> {
  const ticket = newToken();
  await db
    .update(signInChallenges)
    .set({ ticketHash: hashSecret(ticket) })
    .where(eq(signInChallenges.id, challengeId));
  return ticket;
}

const ticketGood = and(
  isNull(signInChallenges.ticketUsedAt),
  gt(signInChallenges.usedAt, sql`now() - make_interval(mins => ${TICKET_MINUTES})`),
);

/** The proven sign-in of a ticket that is still good. */
export async function findByTicket(db: Db, ticket: string): Promise<ChallengeRow | null> {
  const [row] = await db
    .select()
    .from(signInChallenges)
    .where(and(eq(signInChallenges.ticketHash, hashSecret(ticket)), ticketGood));
  return row ?? null;
}

/** Uses a ticket up; of several uses at once, one gets it. */
export async function spendTicket(db: Db, ticket: string): Promise<ChallengeRow | null> {
  const [row] = await db
    .update(signInChallenges)
    .set({ ticketUsedAt: sql`now()` })
    .where(and(eq(signInChallenges.ticketHash, hashSecret(ticket)), ticketGood))
    .returning();
  return row ?? null;
}

/** Forgets sign-ins that are over for an hour: they hold mailboxes. */
export async function purgeChallenges(db: Db): Promise<void> {
  const over = sql`now() - interval '1 hour'`;
  await db.delete(signInChallenges).where(or(lt(signInChallenges.expiresAt, over), lt(signInChallenges.usedAt, over)));
}
