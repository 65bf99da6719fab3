import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { isOpen } from '../domain/text-state.ts';
import { readNote } from '../domain/typed.ts';
import { openTextTo, personOf } from '../open-text.server.ts';
import { lockComment } from '../queries-life.server.ts';
import { updateComment } from '../store-life.server.ts';

/** What becomes of a comment; `revision` is the one that was looked at. */
export type CommentAnswer = { textId: string; commentId: string; revision: number; answer: string; reply: string };

/**
 * Answers a comment: taken in (the words are then changed in the editor), or not, which needs a reply. An answer may be changed until the
 * text is sealed. Refuses one that was withdrawn (`texts.comment-withdrawn`) or has changed meanwhile (`texts.changed-meanwhile`).
 */
export async function answerComment(ctx: Ctx, input: CommentAnswer): Promise<Result<{ state: 'taken-in' | 'not-taken-in' }>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openTextTo(tx, input.textId, 'texts.answer-comment', (rights) => rights.write);
    if (!opened.ok) return opened;
    const { text } = opened.value;
    if (!isOpen(text.state)) return refuse('texts.sealed');
    const found = await lockComment(tx.db, text.id, input.commentId);
    if (!found) return refuse('not-found');
    if (found.comment.state === 'withdrawn') return refuse('texts.comment-withdrawn');
    if (found.comment.revision !== input.revision) return refuse('texts.changed-meanwhile');
    const state = (['taken-in', 'not-taken-in'] as const).find((one) => one === input.answer);
    if (!state) return refuse('texts.no-answer', { field: 'answer' });
    const reply = readNote(input.reply);
    if (!reply.ok) return reply;
    if (state === 'not-taken-in' && !reply.value) return refuse('texts.reply-missing', { field: 'reply' });
    const change = { state, reply: reply.value, answeredBy: personOf(tx), answeredAt: tx.clock.now() };
    await updateComment(tx.db, found.comment.id, change);
    await recordAudit(tx, {
      action: 'texts.answer-comment',
      subject: { type: 'text', id: text.id },
      before: { comment: found.comment.id, state: found.comment.state },
      after: { comment: found.comment.id, state },
    });
    return ok({ state });
  });
}
