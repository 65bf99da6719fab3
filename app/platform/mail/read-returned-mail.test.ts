import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#app/lib/id.ts';
import { MOST_BYTES, readReturnedMail } from './read-returned-mail.server.ts';

const id = newId();
const bytes = (text: string) => new TextEncoder().encode(text.replace(/\n/g, '\r\n'));

type Report = { action?: string; status?: string; diagnostic?: string; original?: string; originalType?: string; extra?: string };

/** A report as mail servers write it (RFC 3464): a text, the status, the headers of the mail that came back. */
function report({
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 <agent@city.example>:\n    Recipient address rejected: User unknown',
  original = `<${id}@entente.example>`,
  originalType = 'text/rfc822-headers',
  extra = '',
}: Report = {}): string {
  return `From: MAILER-DAEMON@mx.example
To: no-reply@entente.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
${extra}Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=us-ascii

This is the mail system. I'm sorry to have to inform you.
Action: failed
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Mon, 16 Mar 2026 08:00:00 +0100

Final-Recipient: rfc822; agent@city.example
Original-Recipient: rfc822;agent@city.example
Action: ${action}
Status: ${status}
Diagnostic-Code: ${diagnostic}

--B
Content-Type: ${originalType}

Received: from entente
Subject: =?utf-8?q?=C3=89ch=C3=A9ances?=
Message-ID: ${original}

body
--B--
`;
}

const codeOf = async (text: string | Uint8Array) => {
  const read = await readReturnedMail(typeof text === 'string' ? bytes(text) : text);
  return read.ok ? 'read' : read.refusal.code;
};

describe('a mail that came back', () => {
  it('is known by its Message-ID, with what the other server said on one line', async () => {
    const expected = { mailId: id, reason: '5.1.1 smtp; 550 5.1.1 <agent@city.example>: Recipient address rejected: User unknown' };
    expect(await readReturnedMail(bytes(report()))).toEqual({ ok: true, value: expected });
    expect(await readReturnedMail(bytes(report({ originalType: 'message/rfc822' })))).toEqual({ ok: true, value: expected });
  });

  it('is read where lines end as on Unix', async () => {
    expect((await readReturnedMail(new TextEncoder().encode(report()))).ok).toBe(true);
  });

  it.each([
    ['a delay', { action: 'delayed', status: '4.4.1' }, 'mail.not-final'],
    ['a success', { action: 'delivered', status: '2.0.0' }, 'mail.not-final'],
    ['a failure for now', { status: '4.2.2' }, 'mail.not-final'],
    ['another program’s mail', { original: '<CAF=x@mail.example>' }, 'mail.not-ours'],
    ['a Message-ID that only begins as ours', { original: `<${id}-x@entente.example>` }, 'mail.not-ours'],
    ['two Message-IDs in one', { original: `<${id}@a> <${id}@b>` }, 'mail.not-ours'],
    ['none', { original: '' }, 'mail.not-ours'],
  ] as const)('is not one for %s', async (_, how, code) => {
    expect(await codeOf(report(how))).toBe(code);
  });

  it.each([
    ['nothing', ''],
    ['a plain answer that quotes a report', 'From: a@b.example\nSubject: Re\n\nAction: failed\nStatus: 5.1.1\n'],
    ['what is no mail at all', '\u0000\u0001 PK\u0003\u0004'],
    ['a report cut off in its headers', report().slice(0, 120)],
  ])('is not %s', async (_, text) => {
    expect(await codeOf(text)).toBe('mail.not-a-report');
  });

  it('keeps no control character and no endless diagnostic', async () => {
    const read = await readReturnedMail(bytes(report({ diagnostic: `smtp; \u001b[31m${'x'.repeat(5000)}` })));
    expect(read.ok && read.value.reason.length).toBe(300);
    expect(read.ok && read.value.reason).not.toContain('\u001b');
  });

  it('refuses what is too large, too deep or has endless headers, without reading on', async () => {
    expect(await codeOf(new Uint8Array(MOST_BYTES + 1))).toBe('mail.too-large');
    const open = Array.from({ length: 500 }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\n\n--b${n}\n`).join('');
    expect(await codeOf(open)).toBe('mail.not-a-report');
    expect(await codeOf(report({ extra: `X-Long: ${'a'.repeat(300_000)}\n` }))).toBe('mail.not-a-report');
  });

  it('never throws, whatever is cut or changed in it', async () => {
    const text = report();
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(text.length), fc.string({ unit: 'binary', maxLength: 20 }), async (from, to, put) => {
        const read = await readReturnedMail(bytes(text.slice(0, from) + put + text.slice(to)));
        expect(read.ok ? read.value.mailId : read.refusal.code).toMatch(/^(mail\.|[0-9a-f-]{36}$)/);
      }),
      { numRuns: 100 },
    );
  });
});
