import { authorize, isAllowed } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { hashFeedSecret, newFeedSecret } from '../feed-secret.server.ts';
import { calendarsPermissions } from '../permissions.ts';
import { type FeedRow, findFeed } from '../queries.server.ts';
import { closeFeed, renewSecret } from '../store.server.ts';

/** Whether somebody may close a feed: its holder, or an officer of the authority that it is of. */
export function mayClose({ actor }: Pick<Ctx, 'actor'>, { personId, organisationId }: FeedRow): boolean {
  if (isAllowed(actor, calendarsPermissions.subscribe, { personId })) return true;
  return organisationId !== null && isAllowed(actor, calendarsPermissions.closeForOrganisation, { organisationId });
}

/** Gives one's own feed another secret, which is returned; the former address opens nothing any more. To anybody else there is no such feed. */
export async function renewFeed(ctx: Ctx, id: string): Promise<Result<{ id: string; secret: string }>> {
  return inTransaction(ctx, async (tx) => {
    const feed = await findFeed(tx.db, id, true);
    const gate = authorize(tx.actor, calendarsPermissions.subscribe, feed ? { personId: feed.personId } : {});
    if (!feed || !gate.ok) return gate.ok || gate.refusal.code === 'not-allowed' ? refuse('not-found') : gate;
    const secret = newFeedSecret();
    await renewSecret(tx.db, id, hashFeedSecret(secret), tx.clock.now());
    await recordAudit(tx, { action: 'calendars.renew-feed', subject: { type: 'calendar-feed', id } });
    return ok({ id, secret });
  });
}

/** Closes a feed for good; closing it twice is closing it. To who may not there is no such feed. */
export async function revokeFeed(ctx: Ctx, id: string): Promise<Result<void>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required', { action: calendarsPermissions.subscribe.action });
  return inTransaction(ctx, async (tx) => {
    const feed = await findFeed(tx.db, id, true);
    if (!feed || !mayClose(tx, feed)) return refuse('not-found');
    await closeFeed(tx.db, id, tx.clock.now());
    await recordAudit(tx, { action: 'calendars.revoke-feed', subject: { type: 'calendar-feed', id } });
    return ok(undefined);
  });
}
