import { readMailAddress } from '#app/lib/mail-address.ts';
import { printable } from '#app/lib/printable.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { openRemindersOf } from '../open-reminders.server.ts';
import { settingsOf } from '../queries.server.ts';
import { writeSettings } from '../store.server.ts';

/** How a side reminds, as typed; `revision` as the page showed it, 0 where nothing was set. */
export type ReminderSettingsInput = { side: string; enabled: boolean; replyTo: string; signature: string; revision: number };

const LONGEST_SIGNATURE = 400;

/**
 * Sets where answers to a side's reminders go, what stands under them, and whether they leave by themselves. Refuses a mailbox that is
 * none where they do (`deliverables.reply-to-invalid`), a signature that is too long (`deliverables.signature-too-long`), and a
 * change over somebody else's (`deliverables.settings-changed`).
 */
export async function arrangeReminders(ctx: Ctx, slug: string, input: ReminderSettingsInput): Promise<Result<void>> {
  const { side, enabled, revision } = input;
  const mailbox = input.replyTo.trim() === '' ? '' : (readMailAddress(input.replyTo)?.address ?? null);
  const signature = printable(input.signature).trim();
  return inTransaction(ctx, async (tx) => {
    const opened = await openRemindersOf(tx, slug, side);
    if (!opened.ok) return opened;
    if (mailbox === null || (enabled && mailbox === '')) return refuse('deliverables.reply-to-invalid', { field: 'reply-to' });
    if (signature.length > LONGEST_SIGNATURE)
      return refuse('deliverables.signature-too-long', { limit: LONGEST_SIGNATURE, field: 'signature' });
    const { id: editionId } = opened.value.view.edition;
    const before = (await settingsOf(tx.db, editionId)).find((own) => own.side === side);
    const updatedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const written = await writeSettings(tx.db, { editionId, side, enabled, replyTo: mailbox, signature, updatedBy }, revision);
    if (!written) return refuse('deliverables.settings-changed');
    await recordAudit(tx, {
      action: 'deliverables.arrange-reminders',
      subject: { type: 'edition', id: editionId },
      before: { side, enabled: before?.enabled ?? false },
      after: { side, enabled },
      personal: { replyTo: mailbox },
    });
    return ok(undefined);
  });
}
