import { createHash } from 'node:crypto';
import { type Addressee, formsOfAddress } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type SkipReason, skipReason } from './domain/mailing.ts';
import { renderLetter } from './mails/letter.ts';
import { type MeetingFacts, organisationText } from './meeting-words.ts';
import { type InvitationRow, lettersTo, type MailingRow } from './queries.server.ts';
import { type Guest, guestsOf } from './queries-guests.server.ts';

/** A letter as it would leave now, or why none would. */
export type Draft = {
  invitation: InvitationRow;
  /** Null for somebody who was erased. */
  guest: Guest | null;
  skipped: SkipReason | null;
  /** An officer sends it: to an elected person, or where no mailbox is known. */
  byOfficer: boolean;
  toAddress: string;
  lang: Locale;
  subject: string;
  text: string;
  /** Tells two letters apart without showing them: what was previewed is what is sent. */
  digest: string;
};

/** What letters are drafted from. */
export type MailingFacts = Pick<MailingRow, 'purpose' | 'message' | 'replyTo' | 'signature' | 'answerBy'>;

/** The guests behind some invitations, by person, as they are known on this day in the meeting's zone. */
export function guestsBehind(ctx: Ctx, facts: MeetingFacts, rows: readonly InvitationRow[]): Promise<Map<string, Guest>> {
  return guestsOf(ctx.db, rows, dayIn(facts.timeZone, ctx.clock.now()));
}

/** The letters of a mailing as they would leave now, one for each invitation. The same facts give the same letters. */
export async function draftLetters(ctx: Ctx, facts: MeetingFacts, mailing: MailingFacts, rows: readonly InvitationRow[]): Promise<Draft[]> {
  const guests = await guestsBehind(ctx, facts, rows);
  const today = dayIn(facts.timeZone, ctx.clock.now());
  const written = Map.groupBy(
    await lettersTo(
      ctx.db,
      rows.map(({ id }) => id),
    ),
    ({ letter }) => letter.invitationId,
  );
  return rows.map((invitation) => {
    const guest = guests.get(invitation.personId) ?? null;
    const letters = written.get(invitation.id) ?? [];
    const { purpose } = mailing;
    const told = { ...invitation, ...lettersTell(letters, facts.timeZone, today) };
    const because = purpose === 'invitation' || purpose === 'reminder' ? skipReason(purpose, told) : null;
    return draftOf(facts, mailing, invitation, guest, guest ? because : 'gone');
  });
}

type Written = Awaited<ReturnType<typeof lettersTo>>[number];

/** What the letters to somebody tell: whether one left on a day of a zone, and whether one waits for an officer. */
export function lettersTell(letters: readonly Written[], timeZone: string, day: string) {
  const left = letters.flatMap(({ letter, mailing: { sentAt } }) => (letter.state === 'queued' ? sentAt : letter.officerSentAt) ?? []);
  return {
    reachedToday: left.some((instant) => dayIn(timeZone, instant) === day),
    waitsForOfficer: letters.some(({ letter }) => letter.state === 'for-officer'),
  };
}

function draftOf(
  facts: MeetingFacts,
  mailing: MailingFacts,
  invitation: InvitationRow,
  guest: Guest | null,
  skipped: SkipReason | null,
): Draft {
  const lang = guest?.lang ?? invitation.lang;
  if (!guest || skipped) {
    return { invitation, guest, skipped, byOfficer: false, toAddress: '', lang, subject: '', text: '', digest: '' };
  }
  const organisation = organisationText(guest.organisation?.names ?? null, lang);
  const byOfficer = guest.elected || guest.mailbox === null;
  const { subject, text } = renderLetter({
    ...{ lang, facts, purpose: mailing.purpose, answerBy: mailing.answerBy, replyTo: mailing.replyTo, signature: mailing.signature },
    paragraph: mailing.message[lang] ?? '',
    address: formsOfAddress(lang, addressee(guest, lang), organisation),
    ...{ answered: invitation.answer !== null, byOfficer },
  });
  const toAddress = guest.mailbox ?? '';
  const digest = createHash('sha256')
    .update(JSON.stringify([invitation.id, toAddress, lang, byOfficer, subject, text, facts.sequence]))
    .digest('base64url')
    .slice(0, 22);
  return { invitation, guest, skipped: null, byOfficer, toAddress, lang, subject, text, digest };
}

function addressee({ name, civility, title, elected }: Guest, lang: Locale): Addressee {
  return { ...name, civility, title: readText(title, lang), elected };
}
