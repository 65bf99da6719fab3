import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { markByOfficer } from '../store-notices.server.ts';
import { readNotice } from './read-notices.server.ts';

/**
 * Notes that an officer has sent a letter to an elected person from a mailbox of their own. Refuses letters that the actor may not
 * read; one that is noted already stays as it is.
 */
export async function markNoticeSent(
  ctx: Ctx,
  slug: string,
  { noticeId, letterId }: { noticeId: string; letterId: string },
): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const read = await readNotice(tx, slug, noticeId);
    if (!read.ok) return read;
    if (!read.value.letters.some(({ letter }) => letter.id === letterId)) return refuse('not-found');
    const officer = tx.actor.kind === 'person' ? tx.actor.personId : null;
    if (await markByOfficer(tx.db, letterId, officer, tx.clock.now()))
      await recordAudit(tx, {
        action: 'timeline.mark-notice-sent',
        subject: { type: 'timeline-notice', id: noticeId },
        after: { letterId },
      });
    return ok(undefined);
  });
}
