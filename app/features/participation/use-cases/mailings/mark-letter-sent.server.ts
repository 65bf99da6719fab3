import { enteredOnBehalfOf } from '#app/access/on-behalf-of.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { findParticipation } from '../../queries.server.ts';
import { findLetter } from '../../queries-mailings.server.ts';
import { markByOfficer } from '../../store-mailings.server.ts';
import { noteLetter } from './note-letter.server.ts';
import { openMailing } from './open-mailing.server.ts';

/**
 * Says that the officer who is signed in has sent a letter to an elected person, or to an authority as such, from a mailbox of their
 * own. Said twice, it counts once. Refuses letters that do not wait for an officer (`participation.letter-not-for-officer`).
 */
export async function markLetterSent(ctx: Ctx, input: { mailingId: string; letterId: string }): Promise<Result<void>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return refuse('sign-in-required', { action: 'participation.mark-letter-sent' });
  return inTransaction(ctx, async (tx) => {
    const opened = await openMailing(tx, input.mailingId, true);
    if (!opened.ok) return opened;
    const { mailing, view } = opened.value;
    const letter = await findLetter(tx.db, input.letterId);
    const found = letter && letter.mailingId === mailing.id ? await findParticipation(tx.db, letter.participationId) : null;
    if (!letter || !found) return refuse('not-found');
    if (mailing.state === 'sent' && letter.state === 'by-officer') return ok(undefined);
    const now = tx.clock.now();
    const waited = mailing.state === 'sent' && (await markByOfficer(tx.db, letter.id, actor.personId, now));
    if (!waited) return refuse('participation.letter-not-for-officer');
    const kind = letter.toAddress ? 'mail' : 'letter';
    await noteLetter(tx, { mailing, letter, kind, heldOn: dayIn(view.edition.timeZone, now) });
    await recordAudit(tx, {
      action: 'participation.mark-letter-sent',
      subject: { type: 'participation', id: letter.participationId },
      ...enteredOnBehalfOf(actor, found.organisation.id),
      after: { mailingId: mailing.id, letterId: letter.id, officerId: actor.personId },
    });
    return ok(undefined);
  });
}
