import { ok } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { withoutLink } from '../mails/letter.ts';
import { listLetters } from '../queries-mailings.server.ts';
import { openMailing } from './open-mailing.server.ts';

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
  const letters = rows.map(({ letter, organisation, person, mail }) => ({
    ...{ id: letter.id, organisation, person, lang: letter.lang, toAddress: letter.toAddress, subject: letter.subject },
    ...{ text: withoutLink(letter.text, letter.lang), state: letter.state, skippedBecause: letter.skippedBecause },
    /** What became of the mail; null when there is none. */
    mail: mail?.state ?? null,
  }));
  return ok({ mailing, view, letters });
}
