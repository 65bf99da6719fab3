import { ok, type Result, refuse } from '#app/lib/result.ts';
import { sameJson } from '#app/lib/same-json.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { AnswerSource } from './domain/answer.ts';
import type { ReadAnswer } from './domain/read-answer.ts';
import type { InvitationRow } from './queries.server.ts';
import { updateInvitation } from './store.server.ts';

export type Recorded = {
  answer: ReadAnswer;
  source: AnswerSource;
  /** The answers counted when the form was shown. */
  revision: number;
  /** The meeting's SEQUENCE: the date that is answered for. */
  sequence: number;
};

/**
 * Records an answer in the caller's transaction, which holds the invitation. The same answer again changes nothing. Refuses a form that
 * somebody else's answer has overtaken (`invitations.answered-meanwhile`).
 */
export async function recordAnswer(tx: Ctx, invitation: InvitationRow, recorded: Recorded): Promise<Result<void>> {
  const { answer, source, revision, sequence } = recorded;
  const same =
    invitation.answer === answer.answer && sameJson(invitation.representedBy, answer.representedBy) && invitation.note === answer.note;
  if (same && invitation.answeredSequence === sequence) return ok(undefined);
  if (invitation.revision !== revision) return refuse('invitations.answered-meanwhile');
  const enteredBy = tx.actor.kind === 'person' && source !== 'link' ? tx.actor.personId : null;
  await updateInvitation(tx.db, invitation.id, {
    ...{ ...answer, answerSource: source, enteredBy, answeredAt: tx.clock.now(), answeredSequence: sequence },
    revision: invitation.revision + 1,
  });
  await recordAudit(tx, {
    action: source === 'link' ? 'invitations.answer' : 'invitations.enter-answer',
    subject: { type: 'invitation', id: invitation.id },
    ...(source !== 'link' && invitation.organisationId ? { onBehalfOf: invitation.organisationId } : {}),
    before: { answer: invitation.answer, revision: invitation.revision },
    after: { answer: answer.answer, source, revision: invitation.revision + 1 },
    personal: { personId: invitation.personId, representedBy: answer.representedBy },
  });
  return ok(undefined);
}
