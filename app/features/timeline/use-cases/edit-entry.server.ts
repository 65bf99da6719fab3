import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { lastKnown } from '../domain/move.ts';
import { draftChange, type EntryChange, openChange } from '../open-change.server.ts';
import { type NoticeCounts, sendNotice } from '../send-notice.server.ts';
import { markRemoved, updateEntry } from '../store.server.ts';

/** Who is told of a change of date: nobody, or those of a preview (by its fingerprint). */
export type Telling = { notify: false } | { notify: true; fingerprint: string };

/**
 * Changes a date or takes it out, in one transaction with the letters that tell of it where it moves. Refuses what `openChange`
 * refuses, and letters that would read otherwise or go to others than was shown (`timeline.preview-outdated`). Returns what was told;
 * null when nothing was.
 */
export async function editEntry(
  ctx: Ctx,
  slug: string,
  change: EntryChange,
  telling: Telling = { notify: false },
): Promise<Result<NoticeCounts | null>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openChange(tx, slug, change, true);
    if (!opened.ok) return opened;
    const { before, facts, move } = opened.value;
    const draft = move && telling.notify ? await draftChange(tx, opened.value, move) : null;
    if (draft && telling.notify && draft.fingerprint !== telling.fingerprint) return refuse('timeline.preview-outdated');
    const at = tx.clock.now();
    const moved = move && { formerDate: lastKnown(move.before, before.formerDate) };
    if (facts) await updateEntry(tx.db, before.id, facts, { at, moved });
    else await markRemoved(tx.db, before.id, moved ?? { formerDate: before.formerDate }, at);
    await recordAudit(tx, {
      action: facts ? 'timeline.edit-entry' : 'timeline.remove-entry',
      subject: { type: 'timeline-entry', id: before.id },
      ...{ before, ...(facts ? { after: facts } : {}) },
    });
    if (!move || !draft) return ok(null);
    const { title, audience, side } = facts ?? before;
    const notice = { editionId: before.editionId, entryId: before.id, title, audience, side, fromDate: move.before, toDate: move.after };
    return ok(await sendNotice(tx, { ...notice, subject: facts ? 'entry' : 'removed' }, draft));
  });
}
