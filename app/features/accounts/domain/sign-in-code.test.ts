import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFromBytes, formatCode, readCode } from './sign-in-code.ts';

const randomBytes = fc.uint8Array({ minLength: 64, maxLength: 64 }).filter((bytes) => bytes.filter((byte) => byte < 240).length >= 8);

describe('the typed code', () => {
  it('is read back as it was mailed', () => {
    fc.assert(fc.property(randomBytes, (bytes) => readCode(formatCode(codeFromBytes(bytes))) === codeFromBytes(bytes)));
  });

  it('is read however it is typed: full width, lower case, any hyphen, spaces', () => {
    const wide = (text: string) => [...text].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        const code = codeFromBytes(bytes);
        for (const typed of [
          code.toLowerCase(),
          wide(code),
          `${code.slice(0, 4)}－${code.slice(4)}`,
          ` ${[...code].join(' ')}\n`,
          `${code.slice(0, 4)}ー${code.slice(4)}`,
        ]) {
          expect(readCode(typed)).toBe(code);
        }
      }),
    );
  });

  it('favours no letter', () => {
    const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const counts = new Map<string, number>();
    for (const byte of everyByte) {
      const usable = byte < 240;
      if (!usable) continue;
      const letter = codeFromBytes(new Uint8Array(8).fill(byte))[0] ?? '';
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(new Set(counts.values())).toEqual(new Set([8]));
    expect(() => codeFromBytes(new Uint8Array(32).fill(255))).toThrow();
  });

  it.each(['', 'ABCD', 'ABCD-EFGHJ', 'ABCD-EFG0', 'ABCD-EFGO', '<script>', 'ＡＢＣＤ', 'A'.repeat(101), "' or 1=1"])(
    'is not %j',
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );
});
