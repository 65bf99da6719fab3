import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { isOpen } from '../domain/text-state.ts';
import { openTextTo, personOf } from '../open-text.server.ts';
import { lockComment } from '../queries-life.server.ts';
import { updateComment } from '../store-life.server.ts';

/** Takes one's own comment back, answered or not, until the text is sealed; it stays on record as withdrawn. Done twice, it is done once. */
export async function withdrawComment(ctx: Ctx, input: { textId: string; commentId: string }): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openTextTo(tx, input.textId, 'texts.withdraw-comment', (rights) => rights.comment || rights.propose);
    if (!opened.ok) return opened;
    const { text } = opened.value;
    if (!isOpen(text.state)) return refuse('texts.sealed');
    const found = await lockComment(tx.db, text.id, input.commentId);
    if (!found) return refuse('not-found');
    const { id, personId, enteredBy, state } = found.comment;
    const self = personOf(tx);
    if (!self || (personId !== self && enteredBy !== self)) return refuse('not-allowed', { action: 'texts.withdraw-comment' });
    if (state === 'withdrawn') return ok(undefined);
    await updateComment(tx.db, id, { state: 'withdrawn' });
    await recordAudit(tx, {
      action: 'texts.withdraw-comment',
      subject: { type: 'text', id: text.id },
      before: { comment: id, state },
      after: { comment: id, state: 'withdrawn' },
    });
    return ok(undefined);
  });
}
