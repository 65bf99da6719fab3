import { eq, or, sql } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import { mailingLetters, mailings } from './schema.server.ts';

/**
 * What mailings hold on a person, to be taken out or erased (RGPD art. 15 and 17): the letters to them, and their signature and
 * mailbox under the letters that they drafted or sent. That a letter was written, when and by whom stays, without its words.
 */
export const mailingPersonalData: PersonalDataSource = {
  name: 'letters',
  exportOf(tx, personId) {
    const { toAddress, lang, subject, text, state } = mailingLetters;
    return tx.db
      .select({ purpose: mailings.purpose, sentAt: mailings.sentAt, toAddress, lang, subject, text, state })
      .from(mailingLetters)
      .innerJoin(mailings, eq(mailings.id, mailingLetters.mailingId))
      .where(eq(mailingLetters.personId, personId));
  },
  async erase(tx, personId) {
    const { text } = mailingLetters;
    await tx.db.update(mailingLetters).set({ toAddress: '', subject: '', text: '' }).where(eq(mailingLetters.personId, personId));
    const own = await tx.db
      .select()
      .from(mailings)
      .where(or(eq(mailings.createdBy, personId), eq(mailings.sentBy, personId)));
    for (const { id, replyTo, signature } of own) {
      const unsigned = sql`replace(replace(${text}, ${replyTo}, ''), ${signature}, '')`;
      await tx.db.update(mailingLetters).set({ text: unsigned }).where(eq(mailingLetters.mailingId, id));
      await tx.db.update(mailings).set({ replyTo: '', signature: '' }).where(eq(mailings.id, id));
    }
  },
};
