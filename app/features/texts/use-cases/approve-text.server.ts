import { ok, type Result, refuse } from '#app/lib/result.ts';
import { allOrNothing, type Ctx } from '#app/platform/ctx.ts';
import { mayApprove } from '../domain/life.ts';
import { openTextTo } from '../open-text.server.ts';
import { giveApproval } from '../settle-text.server.ts';

/**
 * Says yes to a version for a side; the last yes seals the text. Refuses whoever may not speak for that side, what {@link mayApprove} refuses
 * (an older version, a side that has said yes, corrections without an answer…), and what the feature that owns the subject refuses of what
 * follows from the approval.
 */
export async function approveText(
  ctx: Ctx,
  input: { textId: string; version: number; side: string },
): Promise<Result<{ sealed: boolean }>> {
  return allOrNothing(ctx, async (tx) => {
    const opened = await openTextTo(tx, input.textId, 'texts.approve', (rights) => rights.approveFor.includes(input.side));
    if (!opened.ok) return opened;
    const { life, version } = opened.value;
    const gate = mayApprove(life, input);
    if (!gate.ok) return gate;
    if (!version) return refuse('not-found');
    return ok({ sealed: await giveApproval(tx, opened.value, version, { side: input.side, silence: false }) });
  });
}
