import { ok } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { hasAnswered } from '../../domain/states.ts';
import { recipientsOf } from '../../draft-letters.server.ts';
import { withoutLink } from '../../mails/letter.ts';
import { listLetters } from '../../queries-mailings.server.ts';
import { type OpenedMailing, openMailing } from './open-mailing.server.ts';

/** A letter as the page of its mailing shows it. */
export type MailingLetter = Extract<Awaited<ReturnType<typeof readMailing>>, { ok: true }>['value']['letters'][number];

/**
 * A mailing with its letters as they will leave or have left (the personal link is never shown), whom they are for, who is left out and
 * why, and what became of each. Only for whoever writes for its side.
 */
export async function readMailing(ctx: Ctx, mailingId: string) {
  const opened = await openMailing(ctx, mailingId);
  if (!opened.ok) return opened;
  const { mailing, view } = opened.value;
  const rows = await listLetters(ctx.db, mailing.id);
  const answered = await answeredSince(ctx, opened.value, rows);
  const letters = rows.map(({ letter, organisation, person, mail }) => ({
    ...{ id: letter.id, organisation, person, lang: letter.lang, toAddress: letter.toAddress, subject: letter.subject },
    ...{ text: withoutLink(letter.text, letter.lang), state: letter.state, skippedBecause: letter.skippedBecause },
    /** What became of the mail; null when there is none. */
    mail: mail?.state ?? null,
    /** It waits for an officer, and the authority owes no answer any more. */
    superseded: letter.state === 'for-officer' && answered.has(letter.participationId),
  }));
  return ok({ mailing, view, letters });
}

/** The authorities of letters that wait for an officer which would get none any more, for they have answered since. */
async function answeredSince(
  ctx: Ctx,
  { mailing, view }: OpenedMailing,
  rows: Awaited<ReturnType<typeof listLetters>>,
): Promise<Set<string>> {
  if (mailing.state !== 'sent' || !rows.some(({ letter }) => letter.state === 'for-officer')) return new Set();
  const recipients = await recipientsOf(ctx, view, mailing);
  const owesNothing = recipients.filter(({ participation: { state }, owing }) =>
    mailing.purpose === 'invitation' ? hasAnswered(state) : owing.stages.length === 0,
  );
  return new Set(owesNothing.map(({ participation }) => participation.id));
}
