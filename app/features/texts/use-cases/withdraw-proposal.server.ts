import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { currentProposal } from '../domain/life.ts';
import { readNote } from '../domain/typed.ts';
import { openTextTo, takeStep } from '../open-text.server.ts';

/**
 * Takes a text back to its draft: the version stays readable with its comments, nobody can approve it any more. Refuses a version that is
 * not the one before the members, and a withdrawal without a reason (`texts.reason-missing`).
 */
export async function withdrawProposal(ctx: Ctx, input: { textId: string; version: number; reason: string }): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openTextTo(tx, input.textId, 'texts.withdraw', (rights) => rights.propose);
    if (!opened.ok) return opened;
    const current = currentProposal(opened.value.life, input.version);
    if (!current.ok) return current;
    const reason = readNote(input.reason);
    if (!reason.ok) return reason;
    if (!reason.value) return refuse('texts.reason-missing');
    await takeStep(tx, opened.value.text, { step: 'withdraw', to: 'draft', version: input.version, note: reason.value });
    return ok(undefined);
  });
}
