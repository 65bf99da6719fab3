import { readMailAddress } from '#app/lib/mail-address.ts';
import { parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { squeeze } from '#app/lib/squeeze.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { answersCloseAt, exactDay } from '../domain/answer-window.ts';
import { textProblem } from '../domain/mailing.ts';
import { type OpenedMeeting, openMeeting } from '../open-meeting.server.ts';
import { findMailing, invitationsOf, type MailingRow } from '../queries.server.ts';

/** What the sender says in all letters: a paragraph by language, where answers go, the signature, until when to answer. */
export type MailingTexts = Pick<MailingRow, 'message' | 'replyTo' | 'signature'> & { answerBy: string };

/** What was typed for a mailing, tidied. */
export type CheckedTexts = Pick<MailingRow, 'message' | 'replyTo' | 'signature' | 'answerBy'>;

/**
 * Checks what was typed for a mailing. Refuses a mailbox to answer to that is none (`invitations.reply-to-invalid`), texts that are too
 * long (`invitations.message-too-long`, `invitations.signature-too-long`), a day to answer by that is none
 * (`invitations.answer-by-invalid`), is past, or comes after the meeting (`invitations.answer-by-outside`).
 */
export function checkMailingTexts(ctx: Ctx, { meeting }: OpenedMeeting, typed: MailingTexts): Result<CheckedTexts> {
  const mailbox = readMailAddress(typed.replyTo);
  if (!mailbox) return refuse('invitations.reply-to-invalid');
  const entries = Object.entries(typed.message).map(([lang, text]) => [lang, squeeze(text ?? '', true)] as const);
  const signature = squeeze(typed.signature, true);
  const problem =
    entries.map(([, text]) => textProblem(text, 'message')).find((code) => code !== null) ?? textProblem(signature, 'signature');
  if (problem) return refuse(problem);
  const answerBy = typed.answerBy.trim() || null;
  if (answerBy !== null) {
    const date = parsePartialDate(answerBy);
    if (date === null || exactDay(date) === null) return refuse('invitations.answer-by-invalid');
    const closes = answersCloseAt(meeting);
    const past = answerBy < dayIn(meeting.timeZone, ctx.clock.now());
    if (past || (closes && answerBy > dayIn(meeting.timeZone, closes))) return refuse('invitations.answer-by-outside');
  }
  return ok({ message: Object.fromEntries(entries.filter(([, text]) => text)), replyTo: mailbox.address, signature, answerBy });
}

/**
 * A mailing about a meeting with the meeting itself: to be read by those who write to somebody whom it names, and with `lock`, held
 * until the transaction ends, to be worked on by those who write to all of them. To anybody else there is none.
 */
export async function openMailing(
  ctx: Ctx,
  input: { meetingId: string; mailingId: string },
  lock = false,
): Promise<Result<{ mailing: MailingRow; opened: OpenedMeeting }>> {
  const opened = await openMeeting(ctx, input.meetingId);
  if (!opened.ok) return opened;
  const mailing = await findMailing(ctx.db, input.mailingId, lock);
  if (!mailing || mailing.meetingId !== opened.value.meeting.id) return refuse('not-found');
  const mine = (await invitationsOf(ctx.db, mailing)).map(({ sides }) => opened.value.mayWriteFor(sides));
  if (!(lock ? mine.every(Boolean) : mine.some(Boolean))) return refuse('not-found');
  return ok({ mailing, opened: opened.value });
}
