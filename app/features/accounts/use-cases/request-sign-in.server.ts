import type { Locale } from '#app/lib/locale.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { insertChallenge } from '../challenges.server.ts';
import { MAILS_PER_CLIENT, MAILS_PER_MAILBOX, withinLimit } from '../counters.server.ts';
import { clientKey } from '../domain/client-key.ts';
import { readReturnPath } from '../domain/return-path.ts';
import { signInMail } from '../mails/sign-in-mail.ts';
import type { PersonRow } from '../queries.server.ts';
import { personsOfMailbox } from '../queries.server.ts';

export type SignInRequest = { mailbox: string; returnTo: string | null; publicUrl: string; clientAddress: string };

/**
 * Mails a link and a code to a mailbox that is known here. The answer is the same when it is not, and so is the work but for one
 * insert: nobody learns who has an account. Returns the token of the cookie by which the browser that asked may type the code.
 * Refuses what is no mailbox (`accounts.mailbox-invalid`) and too many requests (`too-many-requests`), known or not.
 */
export async function requestSignIn(ctx: Ctx, input: SignInRequest): Promise<Result<{ askToken: string }>> {
  const mailbox = readMailAddress(input.mailbox);
  if (!mailbox) return refuse('accounts.mailbox-invalid');
  const client = await withinLimit(ctx.db, MAILS_PER_CLIENT, clientKey(input.clientAddress));
  if (!client || !(await withinLimit(ctx.db, MAILS_PER_MAILBOX, mailbox.normalised))) return refuse('too-many-requests');
  return inTransaction(ctx, async (tx) => {
    const known = await personsOfMailbox(tx.db, mailbox.normalised);
    const challenge = await insertChallenge(tx.db, mailbox.normalised, readReturnPath(input.returnTo));
    const lang = languageOf(known, ctx.locale);
    const link = `${input.publicUrl}/${lang}/sign-in/confirm?token=${challenge.linkToken}`;
    const mail = signInMail(lang, challenge.code, link, input.publicUrl);
    if (known.length > 0) {
      const { expiresAt } = challenge;
      const queued = await queueMail(tx, { to: mailbox.address, lang, ...mail, purpose: 'sign-in', secret: true, expiresAt });
      if (!queued.ok) throw new Error(`sign-in mail refused: ${queued.refusal.code}`);
    }
    return ok({ askToken: challenge.askToken });
  });
}

/** The recipient's language: what all who share the mailbox prefer, else that of the page. */
function languageOf(known: readonly PersonRow[], asked: Locale): Locale {
  const preferred = new Set(known.map((person) => person.preferredLang ?? asked));
  const [only] = preferred;
  return preferred.size === 1 && only ? only : asked;
}
