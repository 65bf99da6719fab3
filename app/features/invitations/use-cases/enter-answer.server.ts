import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { ANSWER_SOURCES } from '../domain/answer.ts';
import { readAnswer, type TypedAnswer } from '../domain/read-answer.ts';
import { recordAnswer } from '../record-answer.server.ts';
import { updateInvitation } from '../store.server.ts';
import { openInvitation } from './open-invitation.server.ts';

/**
 * Enters an answer that a secretariat was told, with the way it came; also of a meeting that has begun, when it was told before. With
 * `answer: 'none'` what was entered by mistake is taken back. Refuses a source that is none (`invitations.source-missing`), what
 * {@link readAnswer} refuses, and a form that another answer has overtaken (`invitations.answered-meanwhile`).
 */
export async function enterAnswer(
  ctx: Ctx,
  input: TypedAnswer & { meetingId: string; invitationId: string; source: string; revision: number },
): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const found = await openInvitation(tx, input, true);
    if (!found.ok) return found;
    const { invitation, opened } = found.value;
    if (input.answer === 'none') {
      if (invitation.answer === null) return ok(undefined);
      if (invitation.revision !== input.revision) return refuse('invitations.answered-meanwhile');
      const nothing = { answer: null, representedBy: null, note: '', answeredAt: null, answerSource: null, answeredSequence: null };
      const revision = invitation.revision + 1;
      await updateInvitation(tx.db, invitation.id, { ...nothing, enteredBy: null, revision });
      await recordAudit(tx, {
        action: 'invitations.take-back-answer',
        subject: { type: 'invitation', id: invitation.id },
        before: { answer: invitation.answer, revision: invitation.revision },
        after: { revision },
      });
      return ok(undefined);
    }
    const source = ANSWER_SOURCES.find((known) => known === input.source && known !== 'link');
    if (!source) return refuse('invitations.source-missing');
    const answer = readAnswer(input);
    if (!answer.ok) return answer;
    return recordAnswer(tx, invitation, { answer: answer.value, source, revision: input.revision, sequence: opened.meeting.sequence });
  });
}
