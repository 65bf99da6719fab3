import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { formLinkPath } from '../../domain/form/form-link.ts';
import type { SkipReason } from '../../domain/mailings/mailing.ts';
import { draftLetters } from '../../draft-letters.server.ts';
import { withLink } from '../../mails/letter.ts';
import { type LetterRow, listLetters, lockParticipations } from '../../queries-mailings.server.ts';
import { type NewLetter, updateLetter, updateMailing } from '../../store-mailings.server.ts';
import { createFormLink } from '../form/create-form-link.server.ts';
import { noteLetter } from './note-letter.server.ts';
import { type OpenedMailing, openMailing } from './open-mailing.server.ts';

/** What became of the letters of a mailing: queued, waiting for an officer, left out. */
export type MailingCounts = { queued: number; forOfficer: number; skipped: number };

/**
 * Sends the letters of a draft as they were previewed at `revision`: queued in this transaction with the log of exchanges and the new
 * state of each authority. Who is owed no letter any more (has answered, was reached today, has left) is left out, with the reason
 * kept. Letters to elected persons never leave by themselves. Sent once, however often it is asked for. Refuses a discarded mailing
 * (`participation.mailing-not-draft`), another revision (`participation.mailing-changed`), letters of which facts have changed since
 * (`participation.mailing-outdated`), and one of which nothing would be left (`participation.mailing-nothing-left`).
 */
export async function sendMailing(
  ctx: Ctx,
  input: { mailingId: string; revision: number; publicUrl: string },
): Promise<Result<MailingCounts>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openMailing(tx, input.mailingId, true);
    if (!opened.ok) return opened;
    const { mailing, view } = opened.value;
    const letters = (await listLetters(tx.db, mailing.id)).map(({ letter }) => letter);
    if (mailing.state === 'sent') return ok(countsOf(letters));
    if (mailing.state !== 'draft') return refuse('participation.mailing-not-draft');
    if (mailing.revision !== input.revision) return refuse('participation.mailing-changed');
    // The sender has been erased since: answers would go nowhere.
    if (!readMailAddress(mailing.replyTo)) return refuse('participation.reply-to-invalid');
    const ids = [...new Set(letters.map(({ participationId }) => participationId))];
    await lockParticipations(tx.db, ids);
    const now = await draftLetters(tx, view, mailing, ids, input.publicUrl);
    const fates = letters.filter(({ state }) => state !== 'skipped').map((letter) => ({ letter, ...fateOf(letter, now) }));
    if (fates.some(({ outdated }) => outdated)) return refuse('participation.mailing-outdated');
    if (fates.every(({ because }) => because !== null)) return refuse('participation.mailing-nothing-left');
    const sender = tx.actor.kind === 'person' ? tx.actor.personId : null;
    await updateMailing(tx.db, mailing.id, { state: 'sent', sentBy: sender, sentAt: tx.clock.now() });
    for (const { letter, because } of fates) {
      if (because) await updateLetter(tx.db, letter.id, leftOut(because));
      else if (letter.state === 'draft') await sendLetter(tx, opened.value, letter, input.publicUrl);
    }
    const counts = countsOf((await listLetters(tx.db, mailing.id)).map(({ letter }) => letter));
    await recordAudit(tx, {
      action: 'participation.send-mailing',
      subject: { type: 'mailing', id: mailing.id },
      before: { state: 'draft' },
      after: { state: 'sent', revision: mailing.revision, ...counts },
    });
    return ok(counts);
  });
}

const leftOut = (because: SkipReason) => ({ state: 'skipped', skippedBecause: because }) as const;

/** Whether a previewed letter may still leave: why not, or that it would read otherwise now. */
function fateOf(letter: LetterRow, now: readonly NewLetter[]): { because: SkipReason | null; outdated: boolean } {
  const same = now.find(({ participationId, personId }) => participationId === letter.participationId && personId === letter.personId);
  if (!same) return { because: 'left', outdated: false };
  if (same.skippedBecause) return { because: same.skippedBecause, outdated: false };
  const keys = ['state', 'toAddress', 'lang', 'subject', 'text'] as const;
  return { because: null, outdated: keys.some((key) => same[key] !== letter[key]) };
}

/** Queues a letter with the reader's own link in it. One for whom no link can be made, or whose mailbox takes no mail, is left out. */
async function sendLetter(tx: Ctx, { mailing, view }: OpenedMailing, letter: LetterRow, publicUrl: string): Promise<void> {
  const { participationId, personId, toAddress, lang, subject, text } = letter;
  const link = personId ? await createFormLink(tx, { participationId, personId }) : null;
  if (!link?.ok) return updateLetter(tx.db, letter.id, leftOut('no-link'));
  const queued = await queueMail(tx, {
    ...{ to: toAddress, replyTo: mailing.replyTo, lang, subject, purpose: mailing.purpose, secret: true },
    text: withLink(text, `${publicUrl}${formLinkPath(lang, link.value.token)}`),
  });
  if (!queued.ok) return updateLetter(tx.db, letter.id, leftOut('no-mailbox'));
  await updateLetter(tx.db, letter.id, { state: 'queued', outboxId: queued.value });
  await noteLetter(tx, { mailing, letter, kind: 'mail', heldOn: dayIn(view.edition.timeZone, tx.clock.now()) });
}

function countsOf(letters: readonly Pick<LetterRow, 'state'>[]): MailingCounts {
  const count = (...states: LetterRow['state'][]) => letters.filter(({ state }) => states.includes(state)).length;
  return { queued: count('queued'), forOfficer: count('for-officer', 'by-officer'), skipped: count('skipped') };
}
