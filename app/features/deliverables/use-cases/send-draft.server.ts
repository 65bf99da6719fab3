import { mainMailboxOf } from '#app/features/accounts/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { brokenMailboxes } from '#app/platform/mail/bounces.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { isOwing } from '../domain/cell-state.ts';
import type { Readiness } from '../gather-readiness.server.ts';
import { signedBy } from '../mails/reminder.ts';
import { openRemindersOf } from '../open-reminders.server.ts';
import { type LetterRow, lockLetter, sentWith } from '../queries.server.ts';
import { updateLetter } from '../store.server.ts';

/** What an officer does with a reminder drafted for an elected person. */
export type DraftInput = { letterId: string; drop: boolean };

/**
 * Sends a reminder that was drafted for an elected person, under the name of the officer who is signed in and with answers to that
 * mailbox; or drops it. Done twice, it counts once. Refuses letters that wait for nobody (`deliverables.not-a-draft`), an officer
 * without a mailbox (`deliverables.officer-without-mailbox`), an address that does not work (`deliverables.address-broken`), and one of
 * which nothing is owed any more (`deliverables.nothing-owed`).
 */
export async function sendDraft(ctx: Ctx, slug: string, { letterId, drop }: DraftInput): Promise<Result<void>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return refuse('sign-in-required', { action: 'deliverables.remind' });
  return inTransaction(ctx, async (tx) => {
    const letter = await lockLetter(tx.db, letterId);
    const opened = await openRemindersOf(tx, slug, letter?.side ?? '');
    if (!opened.ok) return letter ? opened : refuse('not-found');
    if (!letter || letter.editionId !== opened.value.view.edition.id) return refuse('not-found');
    const to = drop ? ('dropped' as const) : ('by-officer' as const);
    if (letter.state === to) return ok(undefined);
    if (letter.state !== 'for-officer') return refuse('deliverables.not-a-draft');
    if (!drop) {
      const sent = await sendAs(tx, actor, letter, opened.value);
      if (!sent.ok) return sent;
    }
    await updateLetter(tx.db, letter.id, { state: to, officerId: actor.personId, officerAt: tx.clock.now() });
    await recordAudit(tx, {
      action: drop ? 'deliverables.drop-draft' : 'deliverables.send-draft',
      subject: { type: 'reminder-letter', id: letter.id },
      before: { state: 'for-officer' },
      after: { state: to },
    });
    return ok(undefined);
  });
}

async function sendAs(
  tx: Ctx,
  officer: { personId: string; name: string },
  letter: LetterRow,
  readiness: Readiness,
): Promise<Result<void>> {
  const mailbox = await mainMailboxOf(tx.db, officer.personId);
  if (!mailbox) return refuse('deliverables.officer-without-mailbox');
  if ((await brokenMailboxes(tx.db, [letter.toAddress])).size > 0) return refuse('deliverables.address-broken');
  const about = await sentWith(tx.db, letter.id);
  const owed = about.some(({ organisationId, deliverable }) =>
    readiness.lines.some(
      ({ organisation, cells }) =>
        organisation.id === organisationId && cells.some((cell) => cell.deliverable === deliverable && isOwing(cell.state)),
    ),
  );
  if (!owed) return refuse('deliverables.nothing-owed');
  const text = signedBy(letter.text, { mailbox, name: officer.name });
  const { toAddress: to, lang, subject } = letter;
  const queued = await queueMail(tx, { to, replyTo: mailbox, lang, subject, text, purpose: 'deliverable-reminder' });
  if (!queued.ok) return queued;
  await updateLetter(tx.db, letter.id, { text, outboxId: queued.value });
  return ok(undefined);
}
