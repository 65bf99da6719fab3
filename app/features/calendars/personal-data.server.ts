import { eq } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import { calendarFeeds } from './schema.server.ts';
import { closeFeedsOf } from './store.server.ts';

/** What private calendar addresses hold on a person (RGPD art. 15 and 17): that they were made and read. Erasing closes them. */
export const feedPersonalData: PersonalDataSource = {
  name: 'calendar-addresses',
  exportOf(tx, personId) {
    const { kind, lang, createdAt, renewedAt, lastUsedAt, revokedAt } = calendarFeeds;
    return tx.db
      .select({ kind, lang, createdAt, renewedAt, lastUsedAt, revokedAt })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.personId, personId));
  },
  async erase(tx, personId) {
    await closeFeedsOf(tx.db, personId);
  },
};
