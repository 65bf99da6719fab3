import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument } from '../testing/documents.ts';
import { sealedContent } from './seal.ts';

const approvals = [
  { side: 'FR', on: '2026-03-20', bySilence: false },
  { side: 'JP', on: '2026-03-21', bySilence: true },
];

describe('what a seal is made of', () => {
  it('does not depend on the order of keys nor of the approvals', () => {
    fc.assert(
      fc.property(anyDocument, fc.jsonValue(), (document, annexes) => {
        const made = { kind: 'test', lang: 'fr', number: 1, document, annexes, sealedOn: '2026-03-21', approvals };
        const again = { approvals: approvals.toReversed(), sealedOn: '2026-03-21', annexes, document, number: 1, lang: 'fr', kind: 'test' };
        expect(sealedContent(again)).toBe(sealedContent(made));
      }),
    );
  });

  it('differs with every part of it', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (document, other) => {
        const made = { kind: 'test', lang: 'fr', number: 1, document, annexes: { n: 1 } as unknown, sealedOn: '2026-03-21', approvals };
        const all = [
          made,
          { ...made, lang: 'ja' },
          { ...made, number: 2 },
          { ...made, annexes: { n: 2 } },
          { ...made, sealedOn: '2026-03-22' },
          { ...made, approvals: approvals.slice(1) },
          { ...made, approvals: approvals.map((one) => ({ ...one, bySilence: false })) },
        ].map(sealedContent);
        expect(new Set(all).size).toBe(all.length);
        expect(sealedContent({ ...made, document: other }) === sealedContent(made)).toBe(
          JSON.stringify(other) === JSON.stringify(document),
        );
      }),
    );
  });
});
