import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { codeFromBytes } from './domain/sign-in-code.ts';

/** A new bearer token: 256 random bits, safe in a URL and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A new code to type. */
export function newCode(): string {
  return codeFromBytes(randomBytes(64));
}

/** What is stored of a secret. Tokens are random, so that one round of SHA-256 is enough: there is nothing to guess. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/**
 * What is stored of a typed code, bound to the browser that asked: without the token of that browser's cookie, which is not stored
 * either, a stolen table does not help to find the code.
 */
export function hashCode(code: string, askToken: string): string {
  return hashSecret(`${code}:${askToken}`);
}

/** Compares two hashes in constant time. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
