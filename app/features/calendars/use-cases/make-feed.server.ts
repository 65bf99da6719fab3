import { authorize } from '#app/access/authorize.ts';
import { ownAuthorities } from '#app/features/participation/public.server.ts';
import { openTimeline } from '#app/features/timeline/public.server.ts';
import { isLocale } from '#app/lib/locale.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { FEED_KINDS, type FeedKind } from '../domain/feed.ts';
import { hashFeedSecret, newFeedSecret } from '../feed-secret.server.ts';
import { calendarsPermissions } from '../permissions.ts';
import { countFeeds, type FeedRow } from '../queries.server.ts';
import { insertFeed, lockHolder } from '../store.server.ts';

/** What a new private address is for: `of` names the organisation (its identifier) or the edition (its slug). */
export type FeedInput = { kind: string; of: string; lang: string };

/** More addresses than anybody needs: each one left open is one that can leak. */
const MOST_FEEDS = 20;

/**
 * Makes a private calendar address. Returns its secret, which is kept nowhere and shown once. Refuses strangers, an organisation that is
 * not one's own and an edition into whose dates one may not look (`not-found`), unknown kinds and languages
 * (`calendars.unknown-choice`) and more than twenty at once (`calendars.too-many`).
 */
export async function makeFeed(ctx: Ctx, input: FeedInput): Promise<Result<{ id: string; secret: string }>> {
  if (ctx.actor.kind !== 'person') return refuse('sign-in-required', { action: calendarsPermissions.subscribe.action });
  const { personId } = ctx.actor;
  const gate = authorize(ctx.actor, calendarsPermissions.subscribe, { personId });
  if (!gate.ok) return gate;
  const kind = FEED_KINDS.find((known) => known === input.kind);
  const { lang } = input;
  if (!kind || !isLocale(lang)) return refuse('calendars.unknown-choice');
  const subject = await subjectOf(ctx, kind, input.of);
  if (!subject.ok) return subject;
  return inTransaction(ctx, async (tx) => {
    await lockHolder(tx.db, personId);
    if ((await countFeeds(tx.db, personId)) >= MOST_FEEDS) return refuse('calendars.too-many', { count: MOST_FEEDS });
    const secret = newFeedSecret();
    const id = await insertFeed(tx.db, {
      personId,
      kind,
      lang,
      ...subject.value,
      tokenHash: hashFeedSecret(secret),
      createdAt: tx.clock.now(),
    });
    await recordAudit(tx, {
      action: 'calendars.make-feed',
      subject: { type: 'calendar-feed', id },
      after: { kind, lang, ...subject.value },
    });
    return ok({ id, secret });
  });
}

async function subjectOf(ctx: Ctx, kind: FeedKind, of: string): Promise<Result<Pick<FeedRow, 'organisationId' | 'editionId'>>> {
  if (kind === 'person') return ok({ organisationId: null, editionId: null });
  if (kind === 'organisation')
    return ownAuthorities(ctx).some(({ id }) => id === of) ? ok({ organisationId: of, editionId: null }) : refuse('not-found');
  const opened = await openTimeline(ctx, of);
  return opened.ok ? ok({ organisationId: null, editionId: opened.value.view.edition.id }) : refuse('not-found');
}
