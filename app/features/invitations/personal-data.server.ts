import { eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { FormalLetterContent } from './domain/formal-letter.ts';
import { mailboxesOfPerson } from './queries-guests.server.ts';
import { formalLetters, invitations, meetingLetters, meetingMailings } from './schema.server.ts';

/** What is left of a letter whose reader or sender was erased: its number, so that the series has no gap. */
const emptied = (letter: FormalLetterContent): FormalLetterContent => ({
  ...{ ...letter, addressee: [], opening: '', closing: '', paragraphs: [] },
});

/** Invitations in which a person was named as coming instead: told by the mailbox, for a name alone may be anybody's. */
async function representedByPerson(tx: Ctx, personId: string): Promise<SQL> {
  const mailboxes = (await mailboxesOfPerson(tx.db, personId)).map((mailbox) => mailbox.toLowerCase());
  const named = sql`lower(${invitations.representedBy} ->> 'mailbox')`;
  return mailboxes.length === 0 ? sql`false` : inArray(named, mailboxes);
}

/**
 * What invitations hold on a person, to be taken out or erased (RGPD art. 15 and 17): answers with notes and representatives, the
 * letters to them, numbered ones too, and their mailbox and signature under letters that they sent. That they were invited and whether
 * they came stays, without a name; a numbered letter keeps its number.
 */
export const invitationsPersonalData: PersonalDataSource = {
  name: 'invitations',
  async exportOf(tx, personId) {
    const { meetingId, invitedAt, answer, representedBy, note, answeredAt, answerSource } = invitations;
    const { toAddress, lang, subject, text, state } = meetingLetters;
    const own = tx.db.select({ id: invitations.id }).from(invitations).where(eq(invitations.personId, personId));
    return {
      invitations: await tx.db
        .select({ meetingId, invitedAt, answer, representedBy, note, answeredAt, answerSource })
        .from(invitations)
        .where(eq(invitations.personId, personId)),
      letters: await tx.db
        .select({ toAddress, lang, subject, text, state })
        .from(meetingLetters)
        .where(inArray(meetingLetters.invitationId, own)),
      representing: await tx.db
        .select({ meetingId, representedBy })
        .from(invitations)
        .where(await representedByPerson(tx, personId)),
      formalLetters: await tx.db.select().from(formalLetters).where(eq(formalLetters.personId, personId)),
    };
  },
  async erase(tx, personId) {
    const own = tx.db.select({ id: invitations.id }).from(invitations).where(eq(invitations.personId, personId));
    await tx.db.update(meetingLetters).set({ toAddress: '', subject: '', text: '' }).where(inArray(meetingLetters.invitationId, own));
    await tx.db.update(invitations).set({ representedBy: null, note: '' }).where(eq(invitations.personId, personId));
    await tx.db
      .update(invitations)
      .set({ representedBy: null })
      .where(await representedByPerson(tx, personId));
    for (const letter of await tx.db.select().from(formalLetters).where(eq(formalLetters.personId, personId)))
      await tx.db
        .update(formalLetters)
        .set({ content: emptied(letter.content) })
        .where(eq(formalLetters.id, letter.id));
    const sent = await tx.db
      .select()
      .from(meetingMailings)
      .where(or(eq(meetingMailings.createdBy, personId), eq(meetingMailings.sentBy, personId)));
    for (const { id, replyTo, signature } of sent) {
      const unsigned = sql`replace(replace(${meetingLetters.text}, ${replyTo}, ''), ${signature}, '')`;
      await tx.db.update(meetingLetters).set({ text: unsigned }).where(eq(meetingLetters.mailingId, id));
      await tx.db.update(meetingMailings).set({ replyTo: '', signature: '' }).where(eq(meetingMailings.id, id));
    }
  },
};
