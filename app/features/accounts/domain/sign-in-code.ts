/** Letters and digits that nobody takes for one another, read aloud or handwritten (no 0 O, 1 I L, U V is told by V alone). */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const CODE_LENGTH = 8;
/** Wrong codes that one sign-in forgives; with 30^8 codes, guessing is hopeless. */
export const MAX_CODE_ATTEMPTS = 5;
export const CHALLENGE_MINUTES = 15;
/** After the mailbox is proven, the time to say who of its users one is. */
export const TICKET_MINUTES = 10;

/**
 * A code from random bytes (at least 32 of them): bytes that would favour some letters are skipped. Throws when too few
 * are usable, which 32 random bytes make as good as impossible (about 1 in 10^15).
 */
export function codeFromBytes(bytes: Uint8Array): string {
  const fair = Math.floor(256 / ALPHABET.length) * ALPHABET.length;
  const letters = [...bytes].filter((byte) => byte < fair).map((byte) => ALPHABET[byte % ALPHABET.length]);
  if (letters.length < CODE_LENGTH) throw new Error('not enough randomness for a code');
  return letters.slice(0, CODE_LENGTH).join('');
}

/** The code as it is mailed: two groups of four. */
export function formatCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * A typed code as it is compared: full-width letters, lower case, spaces and hyphens of any kind make no difference. `null`
 * for what cannot be a code.
 */
export function readCode(typed: string): string | null {
  if (typed.length > 100) return null;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}ー・_.]+/gu, '');
  return code.length === CODE_LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}
