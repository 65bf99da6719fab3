import type { Locale } from '#app/lib/locale.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { CHALLENGE_MINUTES, formatCode } from '../domain/sign-in-code.ts';
import { accountsCatalogues } from '../messages/index.ts';

/**
 * The mail with which somebody signs in, as plain text: link and code each suffice, since some administrations strip links and some
 * people read their mail on another machine than the one they sign in on.
 */
export function signInMail(lang: Locale, code: string, link: string, publicUrl: string): { subject: string; text: string } {
  const t = translator(lang, accountsCatalogues);
  const shown = formatCode(code);
  const text = [
    t('accounts.mail.greeting'),
    t('accounts.mail.asked', { site: publicUrl }),
    t('accounts.mail.code'),
    `    ${shown}`,
    t('accounts.mail.link'),
    link,
    t('accounts.mail.validity', { minutes: CHALLENGE_MINUTES }),
    t('accounts.mail.not-you'),
  ].join('\n\n');
  return { subject: t('accounts.mail.subject'), text: `${text}\n` };
}
