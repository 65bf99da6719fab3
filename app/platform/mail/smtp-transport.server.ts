import nodemailer from 'nodemailer';
import { readMailAddress } from '#app/lib/mail-address.ts';
import type { OutboxMail } from './outbox.server.ts';

/** Hands one mail over to whoever delivers it; throws when that failed. */
export type Deliver = (mail: OutboxMail) => Promise<void>;

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Delivery through the relay of `SMTP_URL` (`smtp://` or `smtps://`). Off this machine the connection must be encrypted
 * and the certificate valid: mails hold sign-in codes. A relay that cannot is allowed by `?ignoreTLS=true` in the URL; on
 * loopback nothing is encrypted. One dialogue ends within 2 minutes whatever the server does. A mail sent again after a crash
 * bears the same Message-ID, by which receivers can tell. Throws when `from` is no mailbox.
 */
export function smtpDelivery(smtpUrl: string, from: string): Deliver {
  const sender = readMailAddress(from);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!sender || /[\u0000-\u001f]/.test(from))
    throw new Error('configuration: MAIL_FROM must be one mailbox, as in "Entente <no-reply@city.example>"');
  const name = from.includes('<') ? from.slice(0, from.indexOf('<')).trim() : '';
  const url = new URL(smtpUrl);
  const plain = url.searchParams.get('ignoreTLS') === 'true' || LOOPBACK.has(url.hostname);
  const transport = nodemailer.createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    ...(url.port ? { port: Number(url.port) } : {}),
    secure: url.protocol === 'smtps:',
    ...(url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
    ...(plain ? { ignoreTLS: true } : { requireTLS: true }),
    dnsTimeout: 10_000,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return async (mail) => {
    await withinTwoMinutes(
      transport.sendMail({
        from: { name, address: sender.address },
        to: { name: '', address: mail.toAddress },
        ...(mail.replyTo ? { replyTo: { name: '', address: mail.replyTo } } : {}),
        subject: mail.subject,
        text: mail.text,
        ...(mail.html ? { html: mail.html } : {}),
        ...(mail.calendar
          ? { icalEvent: { method: mail.calendarMethod ?? 'REQUEST', filename: 'invitation.ics', content: mail.calendar } }
          : {}),
        messageId: `<${mail.id}@${domain}>`,
        date: mail.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.lang },
      }),
    );
  };
}

/** A server that answers a byte now and then would hold the process past its lease on the mail. */
async function withinTwoMinutes(sending: Promise<unknown>): Promise<void> {
  const limit = new AbortController();
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(Object.assign(new Error('the mail server was too slow'), { code: 'ETIMEDOUT' })), 120_000);
    limit.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    await Promise.race([sending, late]);
  } finally {
    limit.abort();
  }
}
