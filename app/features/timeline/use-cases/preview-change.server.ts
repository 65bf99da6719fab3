import { ok, type Result } from '#app/lib/result.ts';
import { sameJson } from '#app/lib/same-json.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isPast, type Move } from '../domain/move.ts';
import type { NoticeDraft } from '../draft-notice.server.ts';
import { draftChange, type EntryChange, openChange } from '../open-change.server.ts';
import type { OpenTimeline } from '../open-timeline.server.ts';
import type { EntryRow } from '../queries.server.ts';
import { itemsOf, type TimelineItem } from './read-timeline.server.ts';

/** What a change of date would do, before anything is written or sent. */
export type ChangePreview = {
  opened: OpenTimeline;
  entry: EntryRow;
  move: Move;
  /** Into the past. */
  past: boolean;
  /** Other dates that would have to be looked at because of it, and this one: with the flags they would have. */
  flagged: TimelineItem[];
  draft: NoticeDraft;
  toldByDefault: boolean;
};

/** What would follow from a change of a date; null when its date stays as it is. Refuses what `openChange` refuses. */
export async function previewChange(ctx: Ctx, slug: string, change: EntryChange): Promise<Result<ChangePreview | null>> {
  const found = await openChange(ctx, slug, change);
  if (!found.ok) return found;
  const { opened, before, facts, move, toldByDefault } = found.value;
  if (!move) return ok(null);
  const today = dayIn(opened.view.edition.timeZone, ctx.clock.now());
  const items = await itemsOf(ctx, opened);
  const then = facts ? await itemsOf(ctx, opened, { ...before, ...facts }) : [];
  return ok({
    ...{ opened, move, toldByDefault, entry: facts ? { ...before, ...facts } : before },
    past: move.after !== null && isPast(move.after, today),
    flagged: newlyFlagged(items, then),
    draft: await draftChange(ctx, found.value, move),
  });
}

/** The dates that have flags which they had not before. */
export function newlyFlagged(before: readonly TimelineItem[], after: readonly TimelineItem[]): TimelineItem[] {
  return after.filter(({ key, flags }) => {
    const had = before.find((item) => item.key === key)?.flags ?? [];
    return flags.some((flag) => !had.some((one) => sameJson(one, flag)));
  });
}
