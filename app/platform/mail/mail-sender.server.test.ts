import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { writeCalendar } from '#app/platform/calendar/calendar.ts';
import { inTransaction } from '#app/platform/ctx.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { silentLogger } from '#app/platform/log.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { sendDueMails, startMailSender } from './mail-sender.server.ts';
import { claimDueMails, expireMails, LEASE_SECONDS } from './outbox.server.ts';
import { type MailDraft, queueMail } from './queue-mail.server.ts';
import { smtpDelivery } from './smtp-transport.server.ts';

const database = useTestDatabase();
const FROM = 'Entente <no-reply@entente.example>';
const ENTRY = {
  uid: 'meeting-1@entente.example',
  sequence: 0,
  stamp: new Date('2026-03-02T09:00:00Z'),
  start: { kind: 'time', date: '2026-06-23', time: '09:30', timeZone: 'Europe/Paris' },
  summary: '3e COPIL restreint',
  attendee: { name: 'Agent', mailbox: 'agent@bordeaux.example' },
} as const;
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  await database.connection.db.delete(outboxMails);
});

/** A real SMTP server on loopback; what it takes is kept in `received`, as it stood on the wire. */
async function smtpServer(options: SMTPServerOptions = {}, host = '127.0.0.1', query = '') {
  const received: { to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let source = '';
      stream.setEncoding('utf8').on('data', (part: string) => (source += part));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map((r) => r.address), source });
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  const port = (server.server.address() as AddressInfo).port;
  return { received, deliver: smtpDelivery(`smtp://${host}:${port}${query}`, FROM) };
}

/** What an SMTP library throws to make the server answer with this status. */
const answer = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

async function queue(draft: Partial<MailDraft> = {}): Promise<string> {
  const mail: MailDraft = {
    to: 'agent@bordeaux.example',
    lang: 'fr',
    subject: 'Échéances à venir',
    text: 'Bonjour',
    purpose: 'test',
    ...draft,
  };
  const queued = await inTransaction(database.ctx(), (tx) => queueMail(tx, mail));
  if (!queued.ok) throw new Error(queued.refusal.code);
  return queued.value;
}

async function row(id: string) {
  const [found] = await database.connection.db.select().from(outboxMails).where(eq(outboxMails.id, id));
  if (!found) throw new Error('mail gone');
  return found;
}

const send = (deliver: Parameters<typeof sendDueMails>[1]) => sendDueMails(database.connection.db, deliver, silentLogger);
const makeDue = () => database.connection.db.update(outboxMails).set({ nextAttemptAt: sql`now()` });

describe('the outbox and a mail server', () => {
  it('delivers a mail to its recipient alone, accents and kanji whole', async () => {
    const { received, deliver } = await smtpServer();
    const id = await queue({ subject: '締切のお知らせ', text: 'ご担当者様\n締切が近づいています。', lang: 'ja' });
    expect(await send(deliver)).toEqual({ sent: 1, failed: 0 });
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['agent@bordeaux.example']);
    expect(received[0]?.source).toContain(`Message-ID: <${id}@entente.example>`);
    const body = received[0]?.source.split('\r\n\r\n').at(-1) ?? '';
    expect(Buffer.from(body, 'base64').toString('utf8')).toContain('締切が近づいています。');
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1, text: 'ご担当者様\n締切が近づいています。' });
  });

  it('asks for answers at the mailbox given, and at none when none is', async () => {
    const { received, deliver } = await smtpServer();
    await queue({ replyTo: 'Secrétariat <secretariat@reseau.example>' });
    await queue({ to: 'other@bordeaux.example' });
    await send(deliver);
    const headers = (to: string) => received.find((mail) => mail.to[0] === to)?.source.split('\r\n\r\n')[0];
    expect(headers('agent@bordeaux.example')).toMatch(/^Reply-To: secretariat@reseau\.example$/m);
    expect(headers('other@bordeaux.example')).toContain('From: ');
    expect(headers('other@bordeaux.example')).not.toMatch(/^Reply-To:/im);
  });

  it('sends nothing twice, and nothing at all while the mail is not due', async () => {
    const { received, deliver } = await smtpServer();
    await queue();
    await send(deliver);
    await send(deliver);
    expect(received).toHaveLength(1);
  });

  it('tries again later after a temporary refusal (4xx), and then delivers', async () => {
    let refusals = 1;
    const { received, deliver } = await smtpServer({
      onRcptTo: (_address, _session, done) => (refusals-- > 0 ? done(answer(451, 'greylisted')) : done()),
    });
    const id = await queue();
    expect(await send(deliver)).toEqual({ sent: 0, failed: 1 });
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1, lastError: 'EENVELOPE 451' });
    expect(await send(deliver)).toEqual({ sent: 0, failed: 0 });
    await makeDue();
    expect(await send(deliver)).toEqual({ sent: 1, failed: 0 });
    expect(received).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: 'sent', lastError: null });
  });

  it('gives up after a final refusal (5xx) and says why without the address', async () => {
    const { received, deliver } = await smtpServer({
      onRcptTo: (address, _session, done) => done(answer(550, `<${address.address}> unknown`)),
    });
    const id = await queue({ secret: true, text: 'code ABCD-EFGH' });
    await send(deliver);
    expect(received).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'failed', lastError: 'EENVELOPE 550', text: '' });
  });

  it('keeps the other mails going when one is refused', async () => {
    const { received, deliver } = await smtpServer({
      onRcptTo: (address, _session, done) => (address.address.startsWith('bad') ? done(answer(550, 'no')) : done()),
    });
    for (const to of ['a@x.example', 'bad@x.example', 'c@x.example', 'd@x.example', 'e@x.example']) await queue({ to });
    expect(await send(deliver)).toEqual({ sent: 4, failed: 1 });
    expect(received.map((mail) => mail.to[0]).sort()).toEqual(['a@x.example', 'c@x.example', 'd@x.example', 'e@x.example']);
  });

  it('keeps a mail whose connection was dropped in the middle of the dialogue', async () => {
    const server = createServer((socket: Socket) => {
      socket.on('error', () => {});
      socket.write('220 ready\r\n');
      socket.once('data', () => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => server.close(() => resolve())));
    const id = await queue();
    await send(smtpDelivery(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, FROM));
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1, sentAt: null, text: 'Bonjour' });
  });

  it('keeps a mail when the server refuses our credentials: that says nothing about the mail', async () => {
    const server = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(answer(535, 'wrong password')),
    });
    const id = await queue();
    await send(server.deliver);
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 });
  });

  it('hands no mail in clear to a server off this machine, unless told to', async () => {
    // The same loopback under a name that does not look like it.
    const elsewhere = '[::ffff:7f00:1]';
    const strict = await smtpServer({}, elsewhere);
    const id = await queue();
    expect(await send(strict.deliver)).toEqual({ sent: 0, failed: 1 });
    expect(strict.received).toEqual([]);
    expect((await row(id)).state).toBe('queued');
    await makeDue();
    const lax = await smtpServer({}, elsewhere, '?ignoreTLS=true');
    expect(await send(lax.deliver)).toEqual({ sent: 1, failed: 0 });
  });

  it('hands no mail to a server off this machine whose certificate nobody vouches for', async () => {
    const { received, deliver } = await smtpServer({ disabledCommands: [], logger: false }, '[::ffff:7f00:1]');
    await queue();
    expect(await send(deliver)).toEqual({ sent: 0, failed: 1 });
    expect(received).toEqual([]);
  });

  it('blanks the text of a secret mail once it has left, and only then', async () => {
    const { received, deliver } = await smtpServer();
    const id = await queue({ secret: true, text: 'code ABCD-EFGH', html: '<p>ABCD-EFGH</p>' });
    expect((await row(id)).text).toContain('ABCD-EFGH');
    await send(deliver);
    expect(received[0]?.source).toContain('ABCD-EFGH');
    expect(await row(id)).toMatchObject({ state: 'sent', text: '', html: null });
  });

  it('hands a calendar entry over as calendar programs look for it, with its method, and beside the text', async () => {
    const { received, deliver } = await smtpServer();
    const content = writeCalendar({ method: 'REQUEST', events: [ENTRY] });
    const id = await queue({ text: 'Réunion le 23 juin', calendar: { method: 'REQUEST', content } });
    await send(deliver);
    const source = received[0]?.source ?? '';
    const [, headers = '', body = ''] = /(Content-Type: text\/calendar;[\s\S]*?)\r\n\r\n([\s\S]*?)\r\n--/.exec(source) ?? [];
    expect(headers.replace(/\r\n\s+/g, ' ')).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    const encoded = /Content-Transfer-Encoding: base64/i.test(headers);
    expect(encoded ? Buffer.from(body, 'base64').toString('utf8') : body.replace(/=\r\n/g, '')).toContain('BEGIN:VTIMEZONE');
    expect(source).toContain('Content-Type: multipart/alternative');
    expect(await row(id)).toMatchObject({ state: 'sent', calendar: content, calendarMethod: 'REQUEST' });
  });

  it('blanks the calendar entry of a secret mail with its text, however the mail ends', async () => {
    const blanked = { text: '', calendar: null, calendarMethod: null };
    const secret = {
      secret: true,
      calendar: { method: 'REQUEST', content: writeCalendar({ method: 'REQUEST', events: [ENTRY] }) },
    } as const;
    const { deliver } = await smtpServer();
    const sent = await queue(secret);
    await send(deliver);
    expect(await row(sent)).toMatchObject({ state: 'sent', ...blanked });
    const refusing = await smtpServer({ onRcptTo: (_address, _session, done) => done(answer(550, 'unknown')) });
    const failed = await queue(secret);
    await send(refusing.deliver);
    expect(await row(failed)).toMatchObject({ state: 'failed', ...blanked });
    const late = await queue({ ...secret, expiresAt: new Date(Date.now() - 1000) });
    await expireMails(database.connection.db);
    expect(await row(late)).toMatchObject({ state: 'failed', lastError: 'EXPIRED', ...blanked });
  });

  it('never sends a mail whose time is over, and blanks it', async () => {
    const { received, deliver } = await smtpServer();
    const id = await queue({ secret: true, text: 'ABCD-EFGH', expiresAt: new Date(Date.now() - 1000) });
    await send(deliver);
    await expireMails(database.connection.db);
    expect(received).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'failed', lastError: 'EXPIRED', text: '' });
  });
});

describe('several processes on one outbox', () => {
  it('share the mails without sending any twice', async () => {
    const { received, deliver } = await smtpServer();
    for (let i = 0; i < 30; i += 1) await queue({ to: `n${i}@x.example` });
    const rounds = await Promise.all([send(deliver), send(deliver), send(deliver), send(deliver)]);
    expect(rounds.reduce((sum, round) => sum + round.sent, 0)).toBe(30);
    expect(new Set(received.map((mail) => mail.to[0])).size).toBe(30);
    expect(received).toHaveLength(30);
  });

  it('send again, after its lease, what a process had claimed when it died', async () => {
    const { received, deliver } = await smtpServer();
    const id = await queue();
    expect(await claimDueMails(database.connection.db, 10)).toHaveLength(1);
    expect(await send(deliver)).toEqual({ sent: 0, failed: 0 });
    await database.connection.db
      .update(outboxMails)
      .set({ nextAttemptAt: sql`${outboxMails.nextAttemptAt} - make_interval(secs => ${LEASE_SECONDS})` });
    expect(await send(deliver)).toEqual({ sent: 1, failed: 0 });
    expect(received).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('the running sender', () => {
  it('finds new mails by itself and stops when told', async () => {
    const { received, deliver } = await smtpServer();
    const sender = startMailSender({ db: database.connection.db, deliver, log: silentLogger, pollMs: 10 });
    await queue();
    await expect.poll(() => received.length, { timeout: 10_000 }).toBe(1);
    await sender.stop();
    await queue();
    expect(received).toHaveLength(1);
  });

  it('without a relay keeps mails where the demo shows them', async () => {
    const sender = startMailSender({ db: database.connection.db, deliver: null, log: silentLogger, pollMs: 10 });
    const id = await queue({ secret: true, text: 'ABCD-EFGH', expiresAt: new Date(Date.now() + 60_000) });
    const over = await queue({ secret: true, text: 'ABCD-EFGH', expiresAt: new Date(Date.now() - 1) });
    await expect.poll(async () => (await row(over)).state, { timeout: 10_000 }).toBe('failed');
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0, text: 'ABCD-EFGH' });
    await sender.stop();
  });
});

describe('queueing', () => {
  it('leaves no mail of a transaction that failed', async () => {
    const failing = inTransaction(database.ctx(), async (tx) => {
      await queueMail(tx, { to: 'a@x.example', lang: 'fr', subject: 's', text: 't', purpose: 'lost' });
      throw new Error('later step failed');
    });
    await expect(failing).rejects.toThrow('later step failed');
    expect(await database.connection.db.select().from(outboxMails)).toEqual([]);
  });

  it.each([
    ['a@x.example\r\nBcc: b@x.example', 'mail.address-invalid'],
    ['a@x.example\n', 'mail.address-invalid'],
    ['a@x.example, b@x.example', 'mail.address-invalid'],
    ['', 'mail.address-invalid'],
  ])('refuses the address %j', async (to, code) => {
    const result = await inTransaction(database.ctx(), (tx) => queueMail(tx, { to, lang: 'fr', subject: 's', text: 't', purpose: 'x' }));
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    expect(await database.connection.db.select().from(outboxMails)).toEqual([]);
  });

  it.each(['a@x.example\r\nBcc: b@x.example', 'a@x.example, b@x.example', 'nobody', ''])('refuses %j to answer to', async (replyTo) => {
    const draft = { to: 'a@x.example', replyTo, lang: 'fr', subject: 's', text: 't', purpose: 'x' } as const;
    const result = await inTransaction(database.ctx(), (tx) => queueMail(tx, draft));
    expect(result).toMatchObject({ ok: false, refusal: { code: 'mail.address-invalid' } });
    expect(await database.connection.db.select().from(outboxMails)).toEqual([]);
  });

  it.each(['Hello\r\nBcc: b@x.example', 'Hello\nX', 'Hello\rX', 'a\u0000b', 'a\u2028b', '', '   ', 'x'.repeat(501)])(
    'refuses the subject %j',
    async (subject) => {
      const result = await inTransaction(database.ctx(), (tx) =>
        queueMail(tx, { to: 'a@x.example', lang: 'fr', subject, text: 't', purpose: 'x' }),
      );
      expect(result).toMatchObject({ ok: false, refusal: { code: 'mail.subject-invalid' } });
    },
  );

  it.each(['Entente', 'Entente <a@b.example>\r\nBcc: c@d.example', 'a@b.example, c@d.example'])('refuses %j as sender', (from) => {
    expect(() => smtpDelivery('smtp://127.0.0.1:25', from)).toThrow('MAIL_FROM');
  });
});
