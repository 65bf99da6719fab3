import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '#app/access/actor.ts';
import { persons } from '#app/features/accounts/schema.server.ts';
import { actingAs } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { silentLogger } from '#app/platform/log.ts';
import { sendDueMails } from '#app/platform/mail/mail-sender.server.ts';
import { smtpDelivery } from '#app/platform/mail/smtp-transport.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import { givenCalledMeeting, givenMember, givenSent } from '../testing.ts';
import { answerByLink, openAnswerLink } from './open-answer-link.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const received: string[] = [];
let server: SMTPServer;
let port = 0;

beforeEach(async () => {
  received.length = 0;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let source = '';
      stream.setEncoding('utf8').on('data', (part: string) => (source += part));
      stream.on('end', () => done(void received.push(source) as unknown as null));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.server.address() as AddressInfo).port;
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

describe('an invitation on the wire', () => {
  it('arrives as a text that can be answered, with an entry that calendar programs offer to accept', async () => {
    const { committeeId, meetingId } = await givenCalledMeeting(db());
    const hanako = await givenMember(db(), committeeId, { family: 'SHIKEN', mailbox: 'hanako@ville.example' });
    await db()
      .update(persons)
      .set({ preferredLang: 'ja', nativeFamilyName: '試験', nativeGivenName: '花子' })
      .where(eq(persons.id, hanako.personId));
    await givenSent(database.ctx(french), meetingId, [hanako]);
    const deliver = smtpDelivery(`smtp://127.0.0.1:${port}`, 'Entente <no-reply@entente.example>');
    expect(await sendDueMails(db(), deliver, silentLogger)).toEqual({ sent: 1, failed: 0 });
    const mail = await PostalMime.parse(received[0] ?? '');
    expect(mail.to).toMatchObject([{ address: 'hanako@ville.example' }]);
    expect(mail.replyTo).toMatchObject([{ address: 'copil@reseau.example' }]);
    expect(mail.subject).toContain('【ご案内】');
    expect(mail.text).toContain('試験 花子 様');
    expect(mail.text).toContain('16時30分～19時（日本時間）');
    const entry = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
    expect(entry?.method).toBe('REQUEST');
    const content = typeof entry?.content === 'string' ? entry.content : new TextDecoder().decode(entry?.content as ArrayBuffer);
    const event = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent');
    expect(event?.getFirstProperty('attendee')?.getParameter('cn')).toBe('試験 花子');
    expect(event?.getFirstPropertyValue('organizer')).toBe('mailto:copil@reseau.example');

    // The mail is blanked once it has left; the link in it answers, and the database cannot tell it.
    const token = /\/ja\/answer\/([\w-]{43})/.exec(mail.text ?? '')?.[1] ?? '';
    expect(JSON.stringify(await db().select().from(outboxMails))).not.toContain(token);
    const typed = { answer: 'present', name: '', function: '', mailbox: '', note: '' };
    must(await answerByLink(database.ctx(anonymous), { ...typed, token, revision: 0 }));
    expect(must(await openAnswerLink(database.ctx(anonymous), token)).answer).toBe('present');
  });
});
