import { nameOfPerson } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { entryToAccept, entryToTakeOut } from './calendar-entry.ts';
import { answerPath, exactDay, linkExpiry } from './domain/answer-window.ts';
import type { Draft } from './draft-letters.server.ts';
import { hashLinkToken, newLinkToken } from './link-secret.server.ts';
import { withLink } from './mails/letter.ts';
import type { MeetingFacts } from './meeting-words.ts';
import type { InvitationRow, MailingRow } from './queries.server.ts';
import { insertLetter, insertLink, updateInvitation } from './store.server.ts';
import { invitationsTexts } from './texts.ts';

/** What a letter is sent with. */
export type Sending = {
  facts: MeetingFacts;
  /** The meeting as it was in the calendars before, when it has lost its day since. */
  before?: MeetingFacts | undefined;
  mailing: Pick<MailingRow, 'id' | 'purpose' | 'replyTo' | 'origin'>;
};

/** The method and the object of a calendar entry, as a mail carries it. */
type Entry = { method: 'REQUEST' | 'CANCEL'; content: string };

/** The calendar entry of a letter, organised by the secretariat's mailbox; null where there is none to send or to take back. */
export function entryFor(
  { facts, before, mailing }: Sending,
  draft: Pick<Draft, 'invitation' | 'guest' | 'lang' | 'toAddress'>,
): Entry | null {
  const { lang, guest, toAddress } = draft;
  if (!toAddress || !guest) return null;
  const between = {
    organizer: { name: invitationsTexts(lang)('invitations.letter.secretariat'), mailbox: mailing.replyTo },
    attendee: { name: nameOfPerson(guest.name, lang), mailbox: toAddress },
  };
  const of = { lang, host: new URL(mailing.origin).hostname };
  const known = draft.invitation.sentSequence !== null;
  if (facts.state === 'cancelled' || !exactDay(facts.date)) {
    const last = exactDay(facts.date) ? facts : before && { ...before, sequence: facts.sequence, updatedAt: facts.updatedAt };
    const content = known && last ? entryToTakeOut(last, of, between) : null;
    return content ? { method: 'CANCEL', content } : null;
  }
  const content = entryToAccept(facts, of, between);
  return content ? { method: 'REQUEST', content } : null;
}

/** A new personal link to an invitation, as an address below `origin`. Only the hash of its secret is kept. */
export async function newLink(tx: Ctx, invitation: Pick<InvitationRow, 'id'>, lang: Locale, origin: string): Promise<string> {
  const token = newLinkToken();
  const now = tx.clock.now();
  await insertLink(tx.db, {
    ...{ invitationId: invitation.id, tokenHash: hashLinkToken(token), expiresAt: linkExpiry(now), createdAt: now },
    createdBy: tx.actor.kind === 'person' ? tx.actor.personId : null,
  });
  return `${origin}${answerPath(lang, token)}`;
}

/**
 * Sends one letter, in the transaction of its mailing: a mail with the reader's own link and the calendar entry is queued, or it is
 * laid ready for an officer. The letter is kept as it was previewed, without its secret.
 */
export async function sendLetter(tx: Ctx, sending: Sending, draft: Draft): Promise<'queued' | 'for-officer'> {
  const { invitation, lang, subject, text, toAddress } = draft;
  const { mailing, facts } = sending;
  const kept = { mailingId: mailing.id, invitationId: invitation.id, toAddress, lang, subject, text };
  const entry = entryFor(sending, draft);
  if (!draft.byOfficer) {
    const isOver = facts.state === 'cancelled';
    const link = isOver ? '' : await newLink(tx, invitation, lang, mailing.origin);
    const queued = await queueMail(tx, {
      ...{ to: toAddress, replyTo: mailing.replyTo, lang, subject, purpose: `meeting-${mailing.purpose}`, secret: true },
      text: withLink(text, link),
      ...(entry ? { calendar: entry } : {}),
    });
    if (queued.ok) {
      await insertLetter(tx.db, { ...kept, state: 'queued', sequence: entry ? facts.sequence : null, outboxId: queued.value });
      await updateInvitation(tx.db, invitation.id, {
        ...{ lang, elected: false, invitedAt: invitation.invitedAt ?? tx.clock.now() },
        ...(entry ? { sentSequence: facts.sequence } : {}),
      });
      return 'queued';
    }
  }
  // A mailbox that takes no mail waits for somebody who knows a better one.
  await insertLetter(tx.db, { ...kept, state: 'for-officer' });
  await updateInvitation(tx.db, invitation.id, { lang, elected: draft.guest?.elected ?? false });
  return 'for-officer';
}
