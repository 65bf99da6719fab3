import { LOCALES } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import type { TypedAnswer } from './domain/read-answer.ts';
import type { ChosenGuest } from './use-cases/draft-mailing.server.ts';
import type { MailingTexts } from './use-cases/open-mailing.server.ts';

/** A field of a form as text; empty where it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** What the sender adds to letters, as a form sends it: `message.fr`, …, `replyTo`, `signature`, `answerBy`. */
export function mailingTexts(form: FormData): MailingTexts {
  const message = Object.fromEntries(LOCALES.map((lang) => [lang, textOf(form, `message.${lang}`)]));
  return { message, replyTo: textOf(form, 'replyTo'), signature: textOf(form, 'signature'), answerBy: textOf(form, 'answerBy') };
}

/** How a box names a guest: the person, and the organisation they come for. */
export function guestValue({ personId, organisationId }: ChosenGuest): string {
  return organisationId ? `${personId} ${organisationId}` : personId;
}

const GUEST = /^([0-9a-f-]{36})(?: ([0-9a-f-]{36}))?$/;

/** The guests ticked; what is no guest is left out. */
export function tickedGuests(form: FormData): ChosenGuest[] {
  return form.getAll('guest').flatMap((value) => {
    const [, personId, organisationId] = (typeof value === 'string' && GUEST.exec(value)) || [];
    return personId ? [{ personId, organisationId: organisationId ?? null }] : [];
  });
}

/** An answer as a form sends it. */
export function typedAnswer(form: FormData): TypedAnswer {
  return {
    ...{ answer: textOf(form, 'answer'), name: textOf(form, 'name'), function: textOf(form, 'function') },
    ...{ mailbox: textOf(form, 'mailbox'), note: textOf(form, 'note') },
  };
}

/** A revision that stood in a form; NaN for what is none. */
export function revisionOf(form: FormData): number {
  return /^\d{1,9}$/.test(textOf(form, 'revision')) ? Number(textOf(form, 'revision')) : Number.NaN;
}

/** The field that a refusal speaks of. */
export function fieldOfRefusal({ code }: Refusal): string {
  const fields: Readonly<Record<string, string>> = {
    'invitations.nobody-chosen': 'guest',
    'invitations.reply-to-invalid': 'replyTo',
    'invitations.signature-too-long': 'signature',
    'invitations.message-too-long': 'message.fr',
    'invitations.answer-by-invalid': 'answerBy',
    'invitations.answer-by-outside': 'answerBy',
    'invitations.representative-missing': 'name',
    'invitations.mailbox-invalid': 'mailbox',
    'invitations.text-too-long': 'note',
    'invitations.source-missing': 'source',
    'invitations.sender-missing': 'sender',
    'invitations.letter-text-too-long': 'sender',
  };
  return fields[code] ?? 'answer';
}

/** Longer addresses are cut short by mail programs: then the text is copied instead. */
const LONGEST_MAILTO = 1900;

/** An address that opens a letter in the reader's own mail program, with its text where that is short enough. */
export function mailtoOf({ toAddress, subject, text }: { toAddress: string; subject: string; text: string }): string {
  const short = `mailto:${encodeURIComponent(toAddress).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
  const whole = `${short}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
  return whole.length <= LONGEST_MAILTO ? whole : short;
}
