import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../testing/harness.ts';
import { readComment } from './comment.ts';
import { LONGEST } from './typed.ts';

const document = words('Le comité fixe la date au 3 mars.', '運営委員会の日程を確認した。');
const typed = { block: '0', quote: '', kind: 'comment', body: 'Vu.', proposed: '' };

/** Any UTF-16 unit, halves of characters and control characters too. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

describe('a comment', () => {
  it('keeps markup and scripts as the text that they are', () => {
    const body = '<script>alert(1)</script> <b onclick="x()">&amp;';
    expect(readComment({ ...typed, body }, document)).toMatchObject({ ok: true, value: { body } });
  });

  it('loses nothing that can be printed, and holds nothing that cannot', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 200 }), (body) => {
        const read = readComment({ ...typed, body: `x${body}` }, document);
        expect(read.ok).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        if (read.ok) expect(read.value.body).not.toMatch(/[\u0000\u200e\u202e]/);
      }),
    );
  });

  it('is refused with the field and the limit when it is too long, never cut', () => {
    const body = 'é'.repeat(2_000_000);
    expect(readComment({ ...typed, body }, document)).toMatchObject({
      refusal: { code: 'texts.too-long', params: { field: 'body', max: LONGEST.body } },
    });
  });

  it.each([
    [{ kind: 'praise' }, 'texts.unknown-kind'],
    [{ block: '2' }, 'texts.no-such-block'],
    [{ block: '-1' }, 'texts.no-such-block'],
    [{ block: '0.5' }, 'texts.no-such-block'],
    [{ block: '0x1' }, 'texts.no-such-block'],
    [{ body: ' \n ' }, 'texts.nothing-said'],
    [{ kind: 'correction', body: '' }, 'texts.words-missing'],
    [{ quote: 'le 4 mars' }, 'texts.quote-not-found'],
    [{ block: '', quote: 'Le comité' }, 'texts.quote-not-found'],
  ])('refuses %j', (change, code) => {
    expect(readComment({ ...typed, ...change }, document)).toMatchObject({ refusal: { code } });
  });

  it('finds quoted words however a browser copied their spaces', () => {
    expect(readComment({ ...typed, quote: 'la  date\u00a0au\n3 mars' }, document).ok).toBe(true);
    expect(readComment({ ...typed, block: '1', quote: '日程を確認' }, document).ok).toBe(true);
  });
});
