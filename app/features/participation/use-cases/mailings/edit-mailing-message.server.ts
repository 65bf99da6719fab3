import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { draftLetters } from '../../draft-letters.server.ts';
import { listLetters } from '../../queries-mailings.server.ts';
import { replaceLetters, updateMailing } from '../../store-mailings.server.ts';
import { checkMailingTexts, type MailingTexts, openMailing } from './open-mailing.server.ts';

/**
 * Changes what the sender says in the letters of a draft, and drafts them anew from what is known now: with the same texts, it brings
 * them up to date. Returns the new revision. Refuses a mailing that is no draft any more (`participation.mailing-not-draft`), another
 * revision than the one seen (`participation.mailing-changed`), and what {@link checkMailingTexts} refuses.
 */
export async function editMailingMessage(
  ctx: Ctx,
  input: MailingTexts & { mailingId: string; revision: number; publicUrl: string },
): Promise<Result<number>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openMailing(tx, input.mailingId, true);
    if (!opened.ok) return opened;
    const { mailing, view } = opened.value;
    if (mailing.state !== 'draft') return refuse('participation.mailing-not-draft');
    if (mailing.revision !== input.revision) return refuse('participation.mailing-changed');
    const texts = checkMailingTexts(input);
    if (!texts.ok) return texts;
    const ids = [...new Set((await listLetters(tx.db, mailing.id)).map(({ letter }) => letter.participationId))];
    const revision = mailing.revision + 1;
    await updateMailing(tx.db, mailing.id, { ...texts.value, revision });
    await replaceLetters(tx.db, mailing.id, await draftLetters(tx, view, { ...mailing, ...texts.value }, ids, input.publicUrl));
    await recordAudit(tx, {
      action: 'participation.edit-mailing-message',
      subject: { type: 'mailing', id: mailing.id },
      before: { revision: mailing.revision },
      after: { revision },
    });
    return ok(revision);
  });
}
