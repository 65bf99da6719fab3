import { createHash, randomBytes } from 'node:crypto';

/** A new secret of a link: 256 random bits, safe in an address. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a link's secret. It is random, so that one round of SHA-256 is enough: there is nothing to guess. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
