import { parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isPast, type Move, toldByDefault } from '../domain/move.ts';
import { anchorOf, resolveTiming } from '../domain/timing.ts';
import { draftNotice, type MovedDate, type NoticeDraft } from '../draft-notice.server.ts';
import { type OpenTimeline, openForEditing } from '../open-timeline.server.ts';
import { entriesOf } from '../queries.server.ts';
import { newlyFlagged } from './preview-change.server.ts';
import { itemsOf, type TimelineItem } from './read-timeline.server.ts';

/** What other dates of an edition would do, before anything is written or sent. */
export type EditionMovePreview = {
  opened: OpenTimeline;
  move: Move & { after: NonNullable<Move['after']> };
  past: boolean;
  /** The dates that follow by their rule, as they would stand; `was`: as they stand. Only those that the reader sees. */
  following: { item: TimelineItem; was: TimelineItem['date'] }[];
  /** What stays where it is and would have to be looked at: meetings, parts of the form, dates of their own. */
  flagged: TimelineItem[];
  /** All others, which stay: to be moved one by one where needed. */
  staying: TimelineItem[];
  draft: NoticeDraft;
  toldByDefault: boolean;
};

/**
 * What would follow if an edition moved to other dates. Refuses whoever may not act for the host's side, dates that are none
 * (`editions.bad-dates`), those that it has (`editions.same-dates`), and an edition that was held or cancelled (`editions.not-movable`).
 */
export async function previewEditionMove(ctx: Ctx, slug: string, typed: string): Promise<Result<EditionMovePreview>> {
  const found = await openForEditing(ctx, slug, null);
  if (!found.ok) return found;
  const opened = found.value;
  const { edition } = opened.view;
  if (edition.state === 'held' || edition.state === 'cancelled') return refuse('editions.not-movable');
  const after = parsePartialDate(typed.normalize('NFKC').trim());
  if (!after) return refuse('editions.bad-dates');
  if (after === edition.dates) return refuse('editions.same-dates');
  const move = { before: edition.dates, after };
  const then: OpenTimeline = { ...opened, view: { ...opened.view, edition: { ...edition, dates: after } } };
  const [items, itemsThen] = [await itemsOf(ctx, opened), await itemsOf(ctx, then)];
  const following = itemsThen.flatMap((item) => {
    const was = items.find(({ key }) => key === item.key)?.date;
    return item.key !== 'edition' && was !== undefined && was !== item.date ? [{ item, was }] : [];
  });
  const moved = new Set(following.map(({ item }) => item.key));
  const flagged = newlyFlagged(items, itemsThen).filter(({ key }) => !moved.has(key));
  const today = dayIn(edition.timeZone, ctx.clock.now());
  return ok({
    ...{ opened, move, following, flagged, past: isPast(after, today) },
    staying: itemsThen.filter((item) => item.key !== 'edition' && !moved.has(item.key) && !flagged.includes(item)),
    draft: await draftEditionMove(ctx, opened, move),
    toldByDefault: toldByDefault(move, { today, unconfirmed: false }),
  });
}

/** The letters that would tell of an edition's move: of every date that follows, also those of the other side's organisers, to these alone. */
export async function draftEditionMove(ctx: Ctx, { view, reader }: OpenTimeline, move: EditionMovePreview['move']): Promise<NoticeDraft> {
  const [from, to] = [anchorOf(move.before), anchorOf(move.after)];
  const dates = (await entriesOf(ctx.db, view.edition.id)).flatMap(({ timing, title, audience, side }): MovedDate[] => {
    const [before, after] = [resolveTiming(timing, from), resolveTiming(timing, to)];
    return before === after ? [] : [{ before, after, title, audience, side }];
  });
  return draftNotice(ctx, view, { edition: move, dates }, reader.insideOf);
}
