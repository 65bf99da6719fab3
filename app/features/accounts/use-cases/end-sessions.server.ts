import { authorize } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { openSessionsOf, revokeSessions, type SessionRow } from '../sessions.server.ts';

/** One's own open sessions, last used first, without their secrets. */
export async function listOwnSessions(
  ctx: Ctx,
): Promise<Result<(Pick<SessionRow, 'id' | 'createdAt' | 'lastSeenAt' | 'userAgent'> & { current: boolean })[]>> {
  const { actor } = ctx;
  const gate = authorizeOwn(ctx);
  if (!gate.ok || actor.kind !== 'person') return refuse('sign-in-required');
  const rows = await openSessionsOf(ctx.db, actor.personId);
  return ok(
    rows.map(({ id, createdAt, lastSeenAt, userAgent }) => ({ id, createdAt, lastSeenAt, userAgent, current: id === actor.sessionId })),
  );
}

/** Signs out of this session. Nothing to do for a stranger. */
export async function signOut(ctx: Ctx): Promise<Result<void>> {
  const { actor } = ctx;
  return actor.kind === 'person' ? endSession(ctx, { sessionId: actor.sessionId }) : ok(undefined);
}

/** Ends one of one's own sessions. Refuses any other (`not-found`, whether it exists or not). */
export async function endSession(ctx: Ctx, input: { sessionId: string }): Promise<Result<void>> {
  const { actor } = ctx;
  const gate = authorizeOwn(ctx);
  if (!gate.ok || actor.kind !== 'person') return refuse('sign-in-required');
  return inTransaction(ctx, async (tx) => {
    const mine = await openSessionsOf(tx.db, actor.personId);
    if (!mine.some((session) => session.id === input.sessionId)) return refuse('not-found');
    return file(tx, actor.personId, await revokeSessions(tx.db, actor.personId, { only: input.sessionId }));
  });
}

/** Ends all sessions of a person: one's own but for this one, or everything of somebody whose computer is lost. */
export async function endAllSessions(ctx: Ctx, input: { personId: string }): Promise<Result<void>> {
  const gate = authorize(ctx.actor, accountsPermissions.endSessions, { personId: input.personId });
  if (!gate.ok) return gate;
  const own = ctx.actor.kind === 'person' && ctx.actor.personId === input.personId ? ctx.actor.sessionId : null;
  return inTransaction(ctx, async (tx) => file(tx, input.personId, await revokeSessions(tx.db, input.personId, { except: own })));
}

/** One's own sessions are for whoever is signed in; the command line has none. */
function authorizeOwn({ actor }: Ctx): Result<void> {
  return authorize(actor, accountsPermissions.manageOwnSessions, actor.kind === 'person' ? { personId: actor.personId } : {});
}

async function file(tx: Ctx, personId: string, ended: string[]): Promise<Result<void>> {
  if (ended.length > 0)
    await recordAudit(tx, { action: 'accounts.end-sessions', subject: { type: 'person', id: personId }, after: { ended } });
  return ok(undefined);
}
