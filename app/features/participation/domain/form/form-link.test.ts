import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partialDate } from '#app/lib/partial-date.ts';
import { isLinkToken, linkExpiry, maskedMailbox } from './form-link.ts';

describe('a personal link', () => {
  it('is good until the last day of the edition is over everywhere', () => {
    const now = new Date('2026-03-16T08:00:00Z');
    expect(linkExpiry(partialDate('2026-10-21/2026-10-24'), now).toISOString()).toBe('2026-10-25T12:00:00.000Z');
    expect(linkExpiry(partialDate('2026-10'), now).toISOString()).toBe('2026-11-01T12:00:00.000Z');
  });

  it('is good for a year while the edition has no dates', () => {
    expect(linkExpiry(partialDate('tbc'), new Date('2026-03-16T08:00:00Z')).toISOString()).toBe('2027-03-16T08:00:00.000Z');
  });

  it('never shows more of a mailbox than its first letters and the last label of its domain', () => {
    expect(maskedMailbox('sophie.durand@bordeaux.example')).toBe('s…@b….example');
    const part = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(part, part, part, (local, sub, host) => {
        const shown = maskedMailbox(`${local}@${sub}.${host}.example`);
        return shown === `${local[0]}…@${sub[0]}….example`;
      }),
    );
  });

  it('has a secret of 43 letters, and nothing else passes for one', () => {
    expect(isLinkToken('a'.repeat(43))).toBe(true);
    for (const other of ['', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}\0`, `${'a'.repeat(42)}/`, `${'a'.repeat(43)}\n`])
      expect(isLinkToken(other)).toBe(false);
  });
});
