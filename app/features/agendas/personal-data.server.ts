import { eq } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import { spokenBy } from './queries.server.ts';
import { agendaSpeakers, voicedNotes } from './schema.server.ts';

/**
 * What agendas hold on a person, to be taken out or erased (RGPD art. 15 and 17): where they speak, what they voiced. Erasing leaves
 * what was said to its organisation, or to nobody; names typed as labels and files handed in are texts, to be changed by hand.
 */
export const agendasPersonalData: PersonalDataSource = {
  name: 'agendas',
  async exportOf(tx, personId) {
    const speaks = await spokenBy(tx.db, personId);
    const { kind, text, source, mailDate, state, outcome } = voicedNotes;
    const voiced = await tx.db
      .select({ kind, text, source, mailDate, state, outcome })
      .from(voicedNotes)
      .where(eq(voicedNotes.personId, personId));
    return [...speaks, ...voiced];
  },
  async erase(tx, personId) {
    await tx.db.delete(agendaSpeakers).where(eq(agendaSpeakers.personId, personId));
    await tx.db.update(voicedNotes).set({ personId: null }).where(eq(voicedNotes.personId, personId));
  },
};
