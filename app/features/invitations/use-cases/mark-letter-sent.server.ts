import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { findInvitation, findLetter } from '../queries.server.ts';
import { markByOfficer, updateInvitation } from '../store.server.ts';
import { openMailing } from './open-mailing.server.ts';

/**
 * Says that the officer who is signed in has sent a letter to an elected person, or to somebody without a mailbox, in a way of their
 * own. Said twice, it counts once. Refuses letters that do not wait for an officer (`invitations.letter-not-for-officer`).
 */
export async function markLetterSent(ctx: Ctx, input: { meetingId: string; mailingId: string; letterId: string }): Promise<Result<void>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return refuse('sign-in-required', { action: 'invitations.mark-letter-sent' });
  return inTransaction(ctx, async (tx) => {
    const found = await openMailing(tx, input);
    if (!found.ok) return found;
    const { mailing, opened } = found.value;
    const letter = await findLetter(tx.db, input.letterId, true);
    const invitation = letter && letter.mailingId === mailing.id ? await findInvitation(tx.db, letter.invitationId, true) : null;
    if (!letter || !invitation || !opened.mayWriteFor(invitation.sides)) return refuse('not-found');
    if (letter.state === 'by-officer') return ok(undefined);
    if (letter.state !== 'for-officer') return refuse('invitations.letter-not-for-officer');
    const now = tx.clock.now();
    await markByOfficer(tx.db, letter.id, actor.personId, now);
    await updateInvitation(tx.db, invitation.id, { invitedAt: invitation.invitedAt ?? now });
    await recordAudit(tx, {
      action: 'invitations.mark-letter-sent',
      subject: { type: 'invitation', id: invitation.id },
      after: { mailingId: mailing.id, letterId: letter.id, officerId: actor.personId },
    });
    return ok(undefined);
  });
}
