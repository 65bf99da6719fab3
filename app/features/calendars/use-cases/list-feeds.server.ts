import { nameOfPerson } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { readAllSeries } from '#app/features/editions/public.server.ts';
import { editionName } from '#app/features/editions/public.ts';
import { ownAuthorities } from '#app/features/participation/public.server.ts';
import { openTimeline } from '#app/features/timeline/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { calendarsPermissions } from '../permissions.ts';
import { listFeeds, organisationsNamed } from '../queries.server.ts';
import { mayClose } from './keep-feeds.server.ts';

type Name = { text: string; lang: string };

/** An open private address as its page lists it. */
export type ListedFeed = {
  id: string;
  kind: 'person' | 'organisation' | 'edition';
  of: Name | null;
  lang: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** Who holds it, where that is a colleague. */
  holder: string | null;
};

/** What a new address can be made of: organisations by identifier, editions by slug. */
export type FeedChoices = { organisations: { id: string; name: Name }[]; editions: { slug: string; name: Name }[] };

/** The addresses that the actor may close, and what new ones can be made of. */
export async function readFeeds(ctx: Ctx): Promise<Result<{ feeds: ListedFeed[]; choices: FeedChoices }>> {
  if (ctx.actor.kind !== 'person') return refuse('sign-in-required', { action: calendarsPermissions.subscribe.action });
  const { personId } = ctx.actor;
  const own = ownAuthorities(ctx).map(({ id }) => id);
  const rows = (await listFeeds(ctx.db, personId, own)).filter(({ feed }) => mayClose(ctx, feed));
  const feeds = rows.map(({ feed, holder, organisation, edition }): ListedFeed => {
    const { id, kind, lang, createdAt, lastUsedAt } = feed;
    const ofEdition = edition?.pattern ? editionName(edition.pattern, edition.title, edition.ordinal ?? 0, ctx.locale) : null;
    const of = organisation ? displayName(organisation.names, ctx.locale) : ofEdition;
    return { id, kind, of, lang, createdAt, lastUsedAt, holder: feed.personId === personId ? null : nameOfPerson(holder, ctx.locale) };
  });
  return ok({ feeds, choices: { organisations: await ownNames(ctx, own), editions: await ownEditions(ctx) } });
}

async function ownNames(ctx: Ctx, ids: readonly string[]): Promise<FeedChoices['organisations']> {
  return (await organisationsNamed(ctx.db, ids)).map(({ id, names }) => ({ id, name: displayName(names, ctx.locale) }));
}

async function ownEditions(ctx: Ctx): Promise<FeedChoices['editions']> {
  const all = (await readAllSeries(ctx.db)).flatMap(({ editions }) => editions);
  const readable: FeedChoices['editions'] = [];
  for (const { slug } of all.filter(({ state }) => state === 'planned' || state === 'postponed')) {
    const opened = await openTimeline(ctx, slug);
    if (!opened.ok) continue;
    const { series, edition } = opened.value.view;
    readable.push({ slug, name: editionName(series.editionName, edition.title, edition.ordinal, ctx.locale) });
  }
  return readable;
}
