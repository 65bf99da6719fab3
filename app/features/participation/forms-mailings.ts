import { LOCALES } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import type { MailingTexts } from './use-cases/mailings/open-mailing.server.ts';

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What the sender adds to letters, as a form sends it: fields `message.fr`, …, `replyTo`, `signature`. */
export function mailingTexts(form: FormData): MailingTexts {
  const message = Object.fromEntries(LOCALES.map((lang) => [lang, textOf(form, `message.${lang}`)]));
  return { message, replyTo: textOf(form, 'replyTo'), signature: textOf(form, 'signature') };
}

/** The authorities ticked. */
export function tickedOf(form: FormData): string[] {
  return form.getAll('participation').filter((value) => typeof value === 'string');
}

/** The revision that the sender of a form had before their eyes; NaN for what is none. */
export function revisionOf(form: FormData): number {
  return /^\d{1,9}$/.test(textOf(form, 'revision')) ? Number(textOf(form, 'revision')) : Number.NaN;
}

/** The field that a refusal speaks of. */
export function fieldOfRefusal({ code }: Refusal): string {
  if (code === 'participation.reply-to-invalid') return 'replyTo';
  if (code === 'participation.signature-too-long') return 'signature';
  return code === 'participation.message-too-long' ? 'message.fr' : 'participation';
}
