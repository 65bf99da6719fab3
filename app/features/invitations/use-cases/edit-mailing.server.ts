import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { updateMailing } from '../store.server.ts';
import { checkMailingTexts, type MailingTexts, openMailing } from './open-mailing.server.ts';

/**
 * Changes what the sender says in the letters of a draft. Refuses a mailing that is no draft any more (`invitations.mailing-not-draft`),
 * one that somebody else changed meanwhile (`invitations.mailing-changed`), and what {@link checkMailingTexts} refuses.
 */
export async function editMailing(
  ctx: Ctx,
  input: MailingTexts & { meetingId: string; mailingId: string; revision: number },
): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const found = await openMailing(tx, input, true);
    if (!found.ok) return found;
    const { mailing, opened } = found.value;
    if (mailing.state !== 'draft') return refuse('invitations.mailing-not-draft');
    if (mailing.revision !== input.revision) return refuse('invitations.mailing-changed');
    const texts = checkMailingTexts(tx, opened, input);
    if (!texts.ok) return texts;
    await updateMailing(tx.db, mailing.id, { ...texts.value, revision: mailing.revision + 1 });
    await recordAudit(tx, {
      action: 'invitations.edit-mailing',
      subject: { type: 'meeting', id: mailing.meetingId },
      after: { mailingId: mailing.id, revision: mailing.revision + 1 },
    });
    return ok(undefined);
  });
}

/** Puts a draft aside: its letters will not leave. Nothing happens the second time; refuses a mailing that was sent (`invitations.mailing-not-draft`). */
export async function discardMailing(ctx: Ctx, input: { meetingId: string; mailingId: string }): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const found = await openMailing(tx, input, true);
    if (!found.ok) return found;
    const { mailing } = found.value;
    if (mailing.state === 'sent') return refuse('invitations.mailing-not-draft');
    if (mailing.state === 'discarded') return ok(undefined);
    await updateMailing(tx.db, mailing.id, { state: 'discarded' });
    await recordAudit(tx, {
      action: 'invitations.discard-mailing',
      subject: { type: 'meeting', id: mailing.meetingId },
      after: { mailingId: mailing.id },
    });
    return ok(undefined);
  });
}
