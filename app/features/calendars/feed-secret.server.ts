import { createHash, randomBytes } from 'node:crypto';
import type { Locale } from '#app/lib/locale.ts';

/** The secret of a new private calendar address: 256 random bits, safe in an address. */
export function newFeedSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of it. It is random, so that one round of SHA-256 is enough: there is nothing to guess. */
export function hashFeedSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Where a calendar program fetches a feed. */
export function feedPath(secret: string, lang: Locale): string {
  return `/${lang}/feeds/${secret}.ics`;
}
