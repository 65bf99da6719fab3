import type { Locale } from '#app/lib/locale.ts';
import { bounds, type PartialDate } from '#app/lib/partial-date.ts';

/** How long a link is good while an edition has no dates yet, in days. */
const DAYS_WITHOUT_DATES = 365;
const DAY_MS = 86_400_000;

/** The address of a personal link, below the address of the instance. */
export function formLinkPath(lang: Locale, token: string): string {
  return `/${lang}/forms/${token}`;
}

/** Whether a string can be the secret of a link at all: 256 bits in base64url. */
export function isLinkToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}

/**
 * Until when a link to an edition's form is good: noon (UTC) of the day after its last one, when that day is over everywhere.
 * A year from now while the dates are to be confirmed.
 */
export function linkExpiry(dates: PartialDate, now: Date): Date {
  const last = bounds(dates)?.last;
  return last ? new Date(Date.parse(`${last}T12:00:00Z`) + DAY_MS) : new Date(now.getTime() + DAYS_WITHOUT_DATES * DAY_MS);
}

/** A mailbox of which only its owner recognises the rest: `s…@b….example`. */
export function maskedMailbox(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const first = (text: string) => [...text][0] ?? '';
  return `${first(address.slice(0, at))}…@${first(domain)}…${domain.slice(domain.lastIndexOf('.'))}`;
}
