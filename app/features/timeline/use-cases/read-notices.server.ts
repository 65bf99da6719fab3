import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Reader, seesEntry } from '../domain/readers.ts';
import { type OpenTimeline, openTimeline } from '../open-timeline.server.ts';
import { findNotice, lettersOfNotice, listNotices, type NoticeRow } from '../queries-notices.server.ts';

/** Whether somebody reads a notice: an organiser, of a date that they may see. */
function readsNotice(reader: Reader, { audience, side }: NoticeRow): boolean {
  return reader.insideOf.length > 0 && (audience === null ? reader.whole : seesEntry(reader, { audience, side }));
}

async function openNotices(ctx: Ctx, slug: string): Promise<Result<OpenTimeline>> {
  const opened = await openTimeline(ctx, slug);
  if (!opened.ok) return opened;
  return opened.value.reader.insideOf.length > 0 ? opened : refuse('not-allowed');
}

/** The notices of an edition that an organiser may read, newest first, counted over the letters to the reader's own sides. */
export async function readNotices(ctx: Ctx, slug: string) {
  const opened = await openNotices(ctx, slug);
  if (!opened.ok) return opened;
  const { view, reader } = opened.value;
  const notices = await listNotices(ctx.db, view.edition.id, reader.insideOf);
  return ok({ view, notices: notices.filter(({ notice }) => readsNotice(reader, notice)) });
}

/** A notice with the letters to the reader's own sides; those to the other side's people stay with it. */
export async function readNotice(ctx: Ctx, slug: string, id: string) {
  const opened = await openNotices(ctx, slug);
  if (!opened.ok) return opened;
  const { view, reader } = opened.value;
  const notice = await findNotice(ctx.db, view.edition.id, id);
  if (!notice || !readsNotice(reader, notice)) return refuse('not-found');
  return ok({ view, notice, letters: await lettersOfNotice(ctx.db, id, reader.insideOf) });
}
