import { type EditionView, gateOfEdition, readEdition, readEditionById } from '#app/features/editions/public.server.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { textProblem, tidyParagraph } from '../../domain/mailings/mailing.ts';
import { participationPermissions } from '../../permissions.ts';
import { findMailing, type MailingRow } from '../../queries-mailings.server.ts';

/** What the sender types under all letters of a mailing; the paragraph by language. */
export type MailingTexts = Pick<MailingRow, 'message' | 'replyTo' | 'signature'>;

/** A mailing with its edition. */
export type OpenedMailing = { mailing: MailingRow; view: EditionView };

/**
 * A mailing, once the actor is known to write for its side; to anybody else there is none. With `lock`, held until the transaction
 * ends.
 */
export async function openMailing(ctx: Ctx, id: string, lock = false): Promise<Result<OpenedMailing>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required', { action: participationPermissions.mobilise.action });
  const mailing = await findMailing(ctx.db, id, lock);
  const view = mailing && (await readEditionById(ctx.db, mailing.editionId));
  if (!mailing || !view) return refuse('not-found');
  const gate = (await gateOfEdition(ctx, view))(participationPermissions.mobilise, mailing.side);
  return gate.ok ? ok({ mailing, view }) : refuse('not-found');
}

/** An edition by its slug with the sides whose authorities the actor writes to; refused when there is none. */
export async function openMailingDesk(ctx: Ctx, slug: string): Promise<Result<{ view: EditionView; sides: string[] }>> {
  const { mobilise } = participationPermissions;
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required', { action: mobilise.action });
  const view = await readEdition(ctx.db, slug);
  if (!view) return refuse('not-found');
  const may = await gateOfEdition(ctx, view);
  const sides = view.series.countries.filter((side) => may(mobilise, side).ok);
  return sides.length > 0 ? ok({ view, sides }) : refuse('not-allowed', { action: mobilise.action });
}

/**
 * What was typed for a mailing, tidied. Refuses a mailbox to answer to that is none (`participation.reply-to-invalid`) and texts that
 * are too long (`participation.message-too-long`, `participation.signature-too-long`).
 */
export function checkMailingTexts({ message, replyTo, signature }: MailingTexts): Result<MailingTexts> {
  const mailbox = readMailAddress(replyTo);
  if (!mailbox) return refuse('participation.reply-to-invalid');
  const entries = Object.entries(message).map(([lang, text]) => [lang, tidyParagraph(text)] as const);
  const signed = tidyParagraph(signature);
  const problem = entries.map(([, text]) => textProblem(text, 'message')).find((code) => code !== null) ?? textProblem(signed, 'signature');
  if (problem) return refuse(problem);
  return ok({ message: Object.fromEntries(entries.filter(([, text]) => text)), replyTo: mailbox.address, signature: signed });
}
