import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { areAnswersOpen } from '../domain/answer-window.ts';
import { lettersTo } from '../queries.server.ts';
import { newLink } from '../send-letter.server.ts';
import { revokeLinks, updateInvitation } from '../store.server.ts';
import { openInvitation } from './open-invitation.server.ts';

type Input = { meetingId: string; invitationId: string };

/** Voids the links to an invitation: those in mails that went astray. Returns how many there were. */
export async function voidLinks(ctx: Ctx, input: Input): Promise<Result<number>> {
  return inTransaction(ctx, async (tx) => {
    const found = await openInvitation(tx, input, true);
    if (!found.ok) return found;
    const { invitation } = found.value;
    const links = await revokeLinks(tx.db, invitation.id, tx.clock.now());
    if (links > 0)
      await recordAudit(tx, { action: 'invitations.void-links', subject: { type: 'invitation', id: invitation.id }, after: { links } });
    return ok(links);
  });
}

/** Takes somebody off a meeting's list; the links are void. What was answered is kept, should the person be invited again. */
export async function withdrawInvitation(ctx: Ctx, input: Input): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const found = await openInvitation(tx, input, true);
    if (!found.ok) return found;
    const { invitation } = found.value;
    if (invitation.withdrawnAt) return ok(undefined);
    await updateInvitation(tx.db, invitation.id, { withdrawnAt: tx.clock.now(), invitedAt: null });
    const links = await revokeLinks(tx.db, invitation.id, tx.clock.now());
    await recordAudit(tx, {
      action: 'invitations.withdraw',
      subject: { type: 'invitation', id: invitation.id },
      before: { invitedAt: invitation.invitedAt?.toISOString() ?? null },
      after: { links },
    });
    return ok(undefined);
  });
}

/**
 * A personal link handed out once, for the letter that an officer sends. Refuses an invitation for which no letter waits
 * (`invitations.letter-not-for-officer`) and a meeting that is over (`invitations.meeting-over`).
 */
export async function makeLinkForOfficer(ctx: Ctx, input: Input & { publicUrl: string }): Promise<Result<string>> {
  return inTransaction(ctx, async (tx) => {
    const found = await openInvitation(tx, input, true);
    if (!found.ok) return found;
    const { invitation, opened } = found.value;
    if (!areAnswersOpen(opened.meeting, tx.clock.now())) return refuse('invitations.meeting-over');
    const letters = await lettersTo(tx.db, [invitation.id]);
    if (!letters.some(({ letter }) => letter.state === 'for-officer')) return refuse('invitations.letter-not-for-officer');
    const link = await newLink(tx, invitation, invitation.lang, input.publicUrl);
    await recordAudit(tx, { action: 'invitations.make-link', subject: { type: 'invitation', id: invitation.id } });
    return ok(link);
  });
}
