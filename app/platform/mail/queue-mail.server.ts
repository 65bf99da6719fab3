import { newId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';

/** A mail as rendered for its recipient. */
export type MailDraft = {
  to: string;
  /** The mailbox that answers go to; without it, the sender of the instance. */
  replyTo?: string;
  lang: Locale;
  subject: string;
  text: string;
  html?: string;
  /** A calendar entry to accept or take out (iTIP): the method again, and the whole iCalendar object. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
  /** What caused the mail, e.g. `sign-in`. */
  purpose: string;
  /** The text holds a secret: it is blanked as soon as the mail has left or is of no use any more. */
  secret?: boolean;
  /** When the mail is of no use any more; it is not sent after that. */
  expiresAt?: Date;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;

/**
 * Puts a mail into the outbox, in the transaction of what causes it: both happen or neither does. Returns the mail's
 * identifier. Refuses an address, to write or to answer to, that is not one plain mailbox (`mail.address-invalid`) and a subject that is empty,
 * longer than 500 characters or holds a line break or another control character (`mail.subject-invalid`): these would
 * let what people type add headers or recipients.
 */
export async function queueMail(tx: Ctx, draft: MailDraft): Promise<Result<string>> {
  const to = readMailAddress(draft.to);
  const replyTo = draft.replyTo === undefined ? undefined : readMailAddress(draft.replyTo);
  if (!to || CONTROL.test(draft.to) || replyTo === null || CONTROL.test(draft.replyTo ?? '')) return refuse('mail.address-invalid');
  if (!draft.subject.trim() || draft.subject.length > 500 || CONTROL.test(draft.subject)) return refuse('mail.subject-invalid');
  const id = newId();
  await tx.db.insert(outboxMails).values({
    id,
    toAddress: to.address,
    replyTo: replyTo?.address ?? null,
    lang: draft.lang,
    subject: draft.subject,
    text: draft.text,
    html: draft.html ?? null,
    calendarMethod: draft.calendar?.method ?? null,
    calendar: draft.calendar?.content ?? null,
    purpose: draft.purpose,
    secret: draft.secret ?? false,
    expiresAt: draft.expiresAt ?? null,
  });
  return ok(id);
}
