import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { areAnswersOpen } from '../domain/answer-window.ts';
import { factsOf } from '../open-meeting.server.ts';
import { listLetters, lockInvitations } from '../queries.server.ts';
import { sendLetter } from '../send-letter.server.ts';
import { updateMailing } from '../store.server.ts';
import { openMailing } from './open-mailing.server.ts';
import { draftsOf } from './read-mailing.server.ts';

/** What became of the letters of a mailing: mails on their way, letters that wait for an officer. */
export type MailingCounts = { queued: number; forOfficer: number };

/**
 * Sends the letters of a draft as they were previewed: `seen` are the digests of the letters that were shown. All are queued in this
 * transaction; whoever has answered, was invited or reached meanwhile is left out. Sent once, however often it is asked for. Refuses a
 * mailing put aside (`invitations.mailing-not-draft`), letters that would read otherwise now (`invitations.mailing-outdated`), one of
 * which nothing is left (`invitations.mailing-nothing-left`), and a meeting that is over (`invitations.meeting-over`).
 */
export async function sendMailing(
  ctx: Ctx,
  input: { meetingId: string; mailingId: string; seen: readonly string[] },
): Promise<Result<MailingCounts>> {
  return inTransaction(ctx, async (tx) => {
    const found = await openMailing(tx, input, true);
    if (!found.ok) return found;
    const { mailing, opened } = found.value;
    if (mailing.state === 'sent') return ok(countsOf(await listLetters(tx.db, mailing.id)));
    if (mailing.state !== 'draft') return refuse('invitations.mailing-not-draft');
    if (!areAnswersOpen(opened.meeting, tx.clock.now())) return refuse('invitations.meeting-over');
    // The sender was erased since: answers would go nowhere.
    if (!readMailAddress(mailing.replyTo)) return refuse('invitations.reply-to-invalid');
    await lockInvitations(tx.db, mailing.meetingId, mailing.personIds);
    const drafts = (await draftsOf(tx, opened, mailing)).filter(({ skipped }) => skipped === null);
    if (drafts.length === 0) return refuse('invitations.mailing-nothing-left');
    if (drafts.some(({ digest }) => !input.seen.includes(digest))) return refuse('invitations.mailing-outdated');
    const sender = tx.actor.kind === 'person' ? tx.actor.personId : null;
    await updateMailing(tx.db, mailing.id, { state: 'sent', sentBy: sender, sentAt: tx.clock.now() });
    const sending = { facts: await factsOf(tx, opened), mailing };
    for (const draft of drafts) await sendLetter(tx, sending, draft);
    const counts = countsOf(await listLetters(tx.db, mailing.id));
    await recordAudit(tx, {
      action: 'invitations.send-mailing',
      subject: { type: 'meeting', id: mailing.meetingId },
      after: { mailingId: mailing.id, purpose: mailing.purpose, ...counts },
    });
    return ok(counts);
  });
}

function countsOf(letters: Awaited<ReturnType<typeof listLetters>>): MailingCounts {
  const queued = letters.filter(({ letter }) => letter.state === 'queued').length;
  return { queued, forOfficer: letters.length - queued };
}
