import { and, desc, eq, gt, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, anonymous, type Grant } from '#app/access/actor.ts';
import type { Db } from '#app/platform/db/client.ts';
import { grantFromRow } from './domain/grant-shape.ts';
import { displayName } from './domain/person-name.ts';
import { persons, roleAssignments, sessions } from './schema.server.ts';
import { hashSecret, newToken } from './secrets.server.ts';

/** A session ends this long after it began, whatever happens. */
export const SESSION_DAYS = 30;
/** And this long after it was last used. */
export const IDLE_DAYS = 14;
/** A token is exchanged for a new one once a day; the former stays good a little for the requests under way. */
const ROTATE_HOURS = 24;
const GRACE_SECONDS = 120;
/** How exactly "last seen" is known: one write per session and so many minutes. */
const SEEN_MINUTES = 5;

export type SessionRow = typeof sessions.$inferSelect;

const alive = and(
  isNull(sessions.revokedAt),
  gt(sessions.expiresAt, sql`now()`),
  gt(sessions.lastSeenAt, sql`now() - make_interval(days => ${IDLE_DAYS})`),
);

/**
 * Who a session token stands for, with all grants in force, in one query by the database's clock. Whatever is unknown,
 * expired, idle too long, revoked, or of an erased person is nobody.
 */
export async function loadActor(db: Db, token: string | null): Promise<Actor> {
  return (await loadSession(db, token))?.actor ?? anonymous;
}

/** Who a session stands for now; nobody once it has ended. For what outlasts the request that opened it, when tokens have been exchanged since. */
export async function actorOfSession(db: Db, sessionId: string): Promise<Actor> {
  return (await loadSessionWhere(db, eq(sessions.id, sessionId), ''))?.actor ?? anonymous;
}

type LoadedSession = {
  actor: Extract<Actor, { kind: 'person' }>;
  session: SessionRow;
  current: boolean;
  touchDue: boolean;
  rotateDue: boolean;
};

async function loadSession(db: Db, token: string | null): Promise<LoadedSession | null> {
  if (!token) return null;
  const hash = hashSecret(token);
  const inGrace = and(eq(sessions.previousTokenHash, hash), gt(sessions.rotatedAt, sql`now() - make_interval(secs => ${GRACE_SECONDS})`));
  return loadSessionWhere(db, or(eq(sessions.tokenHash, hash), inGrace), hash);
}

async function loadSessionWhere(db: Db, which: SQL | undefined, hash: string): Promise<LoadedSession | null> {
  const rows = await db
    .select({
      session: sessions,
      person: persons,
      assignment: roleAssignments,
      touchDue: sql<boolean>`${sessions.lastSeenAt} < now() - make_interval(mins => ${SEEN_MINUTES})`,
      rotateDue: sql<boolean>`${sessions.rotatedAt} < now() - make_interval(hours => ${ROTATE_HOURS})`,
    })
    .from(sessions)
    .innerJoin(persons, eq(persons.id, sessions.personId))
    .leftJoin(roleAssignments, and(eq(roleAssignments.personId, persons.id), isNull(roleAssignments.revokedAt)))
    .where(and(which, alive, isNull(persons.erasedAt)))
    .orderBy(roleAssignments.grantedAt, roleAssignments.id);
  const [first] = rows;
  if (!first) return null;
  const { person, session } = first;
  const lang = person.preferredLang ?? 'fr';
  const grants: Grant[] = rows.flatMap((row) => (row.assignment ? [grantFromRow(row.assignment)] : []));
  const actor = { kind: 'person', personId: person.id, sessionId: session.id, name: displayName(person, lang), lang, grants } as const;
  return { actor, session, current: session.tokenHash === hash, touchDue: first.touchDue, rotateDue: first.rotateDue };
}

/**
 * What the HTTP layer calls once per request: the actor of {@link loadActor}, and a new token to put into the cookie when this one
 * is a day old. Of several requests at once, one rotates.
 */
export async function openSession(db: Db, token: string | null): Promise<{ actor: Actor; renewedToken: string | null }> {
  const loaded = await loadSession(db, token);
  if (!loaded) return { actor: anonymous, renewedToken: null };
  const { actor, session } = loaded;
  if (loaded.current && loaded.rotateDue) {
    const renewed = newToken();
    const rotated = await db
      .update(sessions)
      .set({ tokenHash: hashSecret(renewed), previousTokenHash: session.tokenHash, rotatedAt: sql`now()`, lastSeenAt: sql`now()` })
      .where(and(eq(sessions.id, session.id), eq(sessions.tokenHash, session.tokenHash)))
      .returning({ id: sessions.id });
    return { actor, renewedToken: rotated.length > 0 ? renewed : null };
  }
  if (loaded.touchDue) await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, session.id));
  return { actor, renewedToken: null };
}

/** Opens a session for a person and returns its token, which is kept nowhere else. */
export async function insertSession(db: Db, personId: string, userAgent: string | null): Promise<{ token: string; sessionId: string }> {
  const token = newToken();
  const [row] = await db
    .insert(sessions)
    .values({ personId, userAgent, tokenHash: hashSecret(token), expiresAt: sql`now() + make_interval(days => ${SESSION_DAYS})` })
    .returning({ id: sessions.id });
  if (!row) throw new Error('the session was not written');
  return { token, sessionId: row.id };
}

/** The sessions of a person that are open, last used first. */
export async function openSessionsOf(db: Db, personId: string): Promise<SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), alive))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
}

/** Ends sessions of a person: one of them, or all but one. Returns which were open. */
export async function revokeSessions(db: Db, personId: string, which: { only: string } | { except: string | null }): Promise<string[]> {
  const chosen = 'only' in which ? eq(sessions.id, which.only) : which.except ? ne(sessions.id, which.except) : undefined;
  const ended = await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt), chosen))
    .returning({ id: sessions.id });
  return ended.map((row) => row.id);
}

/** Forgets sessions that ended a month ago or more. */
export async function purgeSessions(db: Db): Promise<void> {
  const aMonthAgo = sql`now() - interval '30 days'`;
  await db.delete(sessions).where(or(lt(sessions.expiresAt, aMonthAgo), lt(sessions.revokedAt, aMonthAgo)));
}
