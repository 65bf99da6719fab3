import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { updateMailing } from '../../store-mailings.server.ts';
import { openMailing } from './open-mailing.server.ts';

/** Puts a draft aside: its letters will not leave. Nothing happens the second time; refuses a mailing that was sent (`participation.mailing-not-draft`). */
export async function discardMailing(ctx: Ctx, input: { mailingId: string }): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openMailing(tx, input.mailingId, true);
    if (!opened.ok) return opened;
    const { mailing } = opened.value;
    if (mailing.state === 'sent') return refuse('participation.mailing-not-draft');
    if (mailing.state === 'discarded') return ok(undefined);
    await updateMailing(tx.db, mailing.id, { state: 'discarded' });
    await recordAudit(tx, {
      action: 'participation.discard-mailing',
      subject: { type: 'mailing', id: mailing.id },
      before: { state: 'draft' },
      after: { state: 'discarded' },
    });
    return ok(undefined);
  });
}
