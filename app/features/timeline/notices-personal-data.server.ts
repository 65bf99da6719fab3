import { eq, inArray, sql } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import { timelineNoticeLetters, timelineNotices } from './schema.server.ts';

/** The last paragraph of a letter, with which it is signed. */
const SIGNATURE = '\\n\\n[^\\n]+\\n$';

/**
 * What notices of moved dates hold on a person (RGPD art. 15 and 17): the letters to them, and their name and mailbox under the letters
 * that they sent. That a letter was written stays, without its words.
 */
export const noticePersonalData: PersonalDataSource = {
  name: 'timeline-notices',
  exportOf(tx, personId) {
    const { toAddress, lang, subject, text, state } = timelineNoticeLetters;
    return tx.db
      .select({ sentAt: timelineNotices.sentAt, toAddress, lang, subject, text, state })
      .from(timelineNoticeLetters)
      .innerJoin(timelineNotices, eq(timelineNotices.id, timelineNoticeLetters.noticeId))
      .where(eq(timelineNoticeLetters.personId, personId));
  },
  async erase(tx, personId) {
    const empty = { toAddress: '', subject: '', text: '' };
    const { text, replyTo, noticeId } = timelineNoticeLetters;
    await tx.db.update(timelineNoticeLetters).set(empty).where(eq(timelineNoticeLetters.personId, personId));
    const own = tx.db.select({ id: timelineNotices.id }).from(timelineNotices).where(eq(timelineNotices.sentBy, personId));
    const unsigned = sql`regexp_replace(replace(${text}, ${replyTo}, ''), ${SIGNATURE}, E'\\n')`;
    await tx.db.update(timelineNoticeLetters).set({ text: unsigned, replyTo: '' }).where(inArray(noticeId, own));
    // Unsigned once: a second time would take words away.
    await tx.db.update(timelineNotices).set({ sentBy: null }).where(eq(timelineNotices.sentBy, personId));
  },
};
