import { eq } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import { timelineNoticeLetters, timelineNotices } from './schema.server.ts';

/** What notices of moved dates hold on a person (RGPD art. 15 and 17): the letters to them. That one was written stays, without its words. */
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
    await tx.db.update(timelineNoticeLetters).set(empty).where(eq(timelineNoticeLetters.personId, personId));
  },
};
