import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { isId } from '#app/lib/id.ts';
import { printableLine } from '#app/lib/printable.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';

/** A mail of ours that came back for good: which one, and what the other server said. */
export type ReturnedMail = { mailId: string; reason: string };

/** Larger than any report on a mail of ours: they carry no files. */
export const MOST_BYTES = 2_000_000;
const LIMITS = { maxNestingDepth: 10, maxHeadersSize: 200_000, maxRfc822NestingDepth: 0, forceRfc822Attachments: true };
const LONGEST_REASON = 300;

/**
 * Reads a delivery status notification (RFC 3464) that says that a mail failed for good (status 5.x.x, RFC 3463). Our mail is known by
 * the Message-ID in the headers that come back with it. Refuses what is too large (`mail.too-large`), what is no such report
 * (`mail.not-a-report`), a delay or a success (`mail.not-final`), and a report on a mail that is not ours (`mail.not-ours`).
 * Whoever forges one must know a Message-ID, which only its recipient does. Never throws, whatever it is given.
 */
export async function readReturnedMail(bytes: Uint8Array): Promise<Result<ReturnedMail>> {
  if (bytes.length > MOST_BYTES) return refuse('mail.too-large', { limit: MOST_BYTES / 1e6 });
  const email = await PostalMime.parse(bytes, LIMITS).catch(() => null);
  const report = email?.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!email || !report) return refuse('mail.not-a-report');
  const failed = fieldGroups(textOf(report)).find((fields) => fields.get('action')?.trim().toLowerCase() === 'failed');
  const status = /^5\.\d{1,3}\.\d{1,3}/.exec(failed?.get('status')?.trim() ?? '')?.[0];
  if (!failed || !status) return refuse('mail.not-final');
  const mailId = originalOf(email);
  if (!mailId) return refuse('mail.not-ours');
  const said = printableLine(failed.get('diagnostic-code') ?? '').trim();
  return ok({ mailId, reason: [status, said].filter(Boolean).join(' ').slice(0, LONGEST_REASON).toWellFormed() });
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** The groups of fields of a report, one for each recipient, by their names in small letters; folded lines are one. */
function fieldGroups(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const colon = line.indexOf(':');
        if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
      }
      return fields;
    });
}

/** The identifier of our mail, from the headers of the original, whole or alone; else from what the report answers to. */
function originalOf(email: Email): string | null {
  const originals = email.attachments.filter(({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers');
  const headers = originals.map((part) => fieldGroups(textOf(part))[0]?.get('message-id'));
  const ids = [...headers, email.inReplyTo].map((value) => /^<([0-9a-f-]{36})@[^<>\s]+>$/.exec(value?.trim() ?? '')?.[1]);
  return ids.find((id) => isId(id)) ?? null;
}
