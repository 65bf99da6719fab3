import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMailAddress } from './mail-address.ts';

describe('a mailbox', () => {
  it.each([
    ['cabinet-mairie@digne.example', 'cabinet-mairie@digne.example'],
    ['  COLINE.courtois@Aix.example ', 'coline.courtois@aix.example'],
    ['ｔａｎａｋａ＠ｃｉｔｙ．ｅｘａｍｐｌｅ', 'tanaka@city.example'],
    ['Hélène Gallienne <helene@toulon.example>', 'helene@toulon.example'],
    ['mailto:mairie@vichy.example', 'mairie@vichy.example'],
    ['mairie@besançon.example', 'mairie@xn--besanon-yxa.example'],
    ['a@b.example\r\n', 'a@b.example'],
  ])('is read from %j', (typed, normalised) => {
    expect(readMailAddress(typed)?.normalised).toBe(normalised);
  });

  it.each([
    '',
    '@',
    'a@',
    '@b.example',
    'a b@c.example',
    'a@b',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example%0ABcc: c@d.example\n x',
    '"a b"@c.example',
    'a@[127.0.0.1]',
    'a..b@c.example',
    '.a@c.example',
    'a@-b.example',
    'a@b..example',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b.'.repeat(200)}example`,
    'a\u0000@b.example',
    '<a@b.example> <c@d.example>',
    '田中@city.example',
  ])('is not found in %j', (typed) => {
    expect(readMailAddress(typed)).toBeNull();
  });

  it('never holds what could end a header or add a recipient, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('agent@city.example', '<a@b.example', 'a@')),
        fc.string({ unit: 'binary' }),
        (head, tail) => {
          const read = readMailAddress(head + tail);
          if (read) expect(read.address).toMatch(/^[!-~]+@[a-z0-9.-]+$/i);
          if (read) expect(read.address).not.toMatch(/[\s,;<>"()]/);
        },
      ),
    );
  });

  it('is the same however often it is normalised', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const read = readMailAddress(typed);
        if (read) expect(readMailAddress(read.normalised)?.normalised).toBe(read.normalised);
      }),
    );
  });
});
