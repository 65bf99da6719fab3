import { eq, sql } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import { deliverableMarks, reminderLetters, reminderSettings } from './schema.server.ts';

/**
 * What reminders hold on a person (RGPD art. 15 and 17): the letters to them; their mailbox and signature under a side's letters, where
 * they set them; the remarks that they recorded. That a letter was written, and when, stays without its words.
 */
export const reminderPersonalData: PersonalDataSource = {
  name: 'reminders',
  exportOf(tx, personId) {
    const { day, toAddress, lang, subject, text, state } = reminderLetters;
    return tx.db.select({ day, toAddress, lang, subject, text, state }).from(reminderLetters).where(eq(reminderLetters.personId, personId));
  },
  async erase(tx, personId) {
    await tx.db.update(reminderLetters).set({ toAddress: '', subject: '', text: '' }).where(eq(reminderLetters.personId, personId));
    // A draft to nobody is sent by nobody.
    await tx.db
      .update(reminderLetters)
      .set({ state: 'dropped' })
      .where(sql`${reminderLetters.personId} = ${personId} and ${reminderLetters.state} = 'for-officer'`);
    await tx.db
      .update(reminderSettings)
      .set({ enabled: false, replyTo: '', signature: '', revision: sql`${reminderSettings.revision} + 1` })
      .where(eq(reminderSettings.updatedBy, personId));
    await tx.db.update(deliverableMarks).set({ markedBy: null }).where(eq(deliverableMarks.markedBy, personId));
    await tx.db.update(deliverableMarks).set({ acceptedBy: null }).where(eq(deliverableMarks.acceptedBy, personId));
  },
};
