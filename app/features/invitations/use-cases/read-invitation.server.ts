import { meetingHead } from '#app/features/committees/public.server.ts';
import { ok } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { areAnswersOpen } from '../domain/answer-window.ts';
import { standingOf } from '../domain/count-answers.ts';
import { guestsBehind } from '../draft-letters.server.ts';
import { withoutLink } from '../mails/letter.ts';
import { factsOf } from '../open-meeting.server.ts';
import { countLiveLinks, lettersTo } from '../queries.server.ts';
import { openInvitation } from './open-invitation.server.ts';

/** One person's invitation with the answer, and the letters that were written; the personal links are never shown. */
export async function readInvitation(ctx: Ctx, input: { meetingId: string; invitationId: string }) {
  const found = await openInvitation(ctx, input);
  if (!found.ok) return found;
  const { invitation, opened } = found.value;
  const guest = (await guestsBehind(ctx, await factsOf(ctx, opened), [invitation])).get(invitation.personId) ?? null;
  const letters = await lettersTo(ctx.db, [invitation.id]);
  return ok({
    head: meetingHead(ctx, opened),
    guest,
    invitation: {
      ...{ id: invitation.id, standing: standingOf(invitation), answer: invitation.answer, note: invitation.note },
      ...{ representedBy: invitation.representedBy, answeredAt: invitation.answeredAt, source: invitation.answerSource },
      ...{ revision: invitation.revision, invitedAt: invitation.invitedAt, withdrawn: invitation.withdrawnAt !== null },
      outdated: invitation.answeredSequence !== null && invitation.answeredSequence < opened.meeting.sequence,
    },
    links: await countLiveLinks(ctx.db, invitation.id),
    open: areAnswersOpen(opened.meeting, ctx.clock.now()),
    letters: letters.map(({ letter, mailing, mail }) => ({
      ...{ id: letter.id, mailingId: mailing.id, purpose: mailing.purpose, state: letter.state, lang: letter.lang },
      ...{ subject: letter.subject, text: withoutLink(letter.text, letter.lang), sentAt: letter.officerSentAt ?? mailing.sentAt },
      ...{ mail: mail?.state ?? null, bounced: mail?.bouncedAt != null },
    })),
  });
}
