import { type PostponementInput, postponeEdition } from '#app/features/editions/public.server.ts';
import { parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { openForEditing } from '../open-timeline.server.ts';
import { entriesOf, lockEdition } from '../queries.server.ts';
import { type NoticeCounts, sendNotice } from '../send-notice.server.ts';
import { draftEditionMove } from './preview-edition-move.server.ts';

/** Other dates for an edition, as previewed. */
export type EditionMove = PostponementInput & { notify: boolean; fingerprint: string };

/**
 * Moves an edition with all that follows it, and tells everybody concerned where that is wanted: the former dates on record, SEQUENCE
 * raised (`timelineFollowsEdition`), the letters queued, in one transaction. Refuses what `postponeEdition` refuses, and a move that
 * would do otherwise than was shown, whoever changed what meanwhile (`timeline.preview-outdated`).
 */
export async function moveEdition(
  ctx: Ctx,
  slug: string,
  { notify, fingerprint, ...input }: EditionMove,
): Promise<Result<NoticeCounts | null>> {
  return inTransaction(ctx, async (tx) => {
    // Held still between the check of what was shown and the move: the edition, then what follows it.
    await lockEdition(tx.db, slug);
    const found = await openForEditing(tx, slug, null);
    if (!found.ok) return found;
    const { view } = found.value;
    await entriesOf(tx.db, view.edition.id, true);
    const toDates = input.toDates.normalize('NFKC').trim();
    const after = parsePartialDate(toDates);
    if (!after) return refuse('editions.bad-dates');
    const move = { before: view.edition.dates, after };
    const draft = await draftEditionMove(tx, found.value, move);
    if (draft.fingerprint !== fingerprint) return refuse('timeline.preview-outdated');
    const moved = await postponeEdition(tx, view.edition.id, { ...input, toDates });
    if (!moved.ok) return moved;
    if (!notify) return ok(null);
    const title = view.edition.title ?? view.series.name;
    const notice = { editionId: view.edition.id, entryId: null, title, audience: null, side: null, fromDate: move.before, toDate: after };
    return ok(await sendNotice(tx, { ...notice, subject: 'edition' }, draft));
  });
}
