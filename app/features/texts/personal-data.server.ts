import { eq } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import { textApprovals, textComments, textErrata, textSteps, textVersions } from './schema-life.server.ts';

/**
 * What the life of texts holds on a person (RGPD art. 15 and 17): what they said of versions or entered for others, and that they proposed,
 * approved, answered or corrected. Erasing empties the words of their comments. That something was said, approved or answered stays, by a
 * number whose name is gone; so do the texts themselves: they are the record of a committee, and the seal holds no person.
 */
export const textPersonalData: PersonalDataSource = {
  name: 'texts',
  async exportOf(tx, personId) {
    const { kind, quote, body, proposed, saidOn, state, reply, answeredAt } = textComments;
    const { number, note, proposedOn } = textVersions;
    const { side, approvedOn } = textApprovals;
    const { insteadOf, read, reason, addedOn } = textErrata;
    const { step, version, steppedOn, note: stepNote } = textSteps;
    const mine = { kind, quote, body, proposed, saidOn, state, reply };
    return {
      comments: await tx.db.select(mine).from(textComments).where(eq(textComments.personId, personId)),
      enteredForOthers: await tx.db.select({ kind, saidOn }).from(textComments).where(eq(textComments.enteredBy, personId)),
      answers: await tx.db.select({ reply, answeredAt }).from(textComments).where(eq(textComments.answeredBy, personId)),
      versions: await tx.db.select({ number, note, proposedOn }).from(textVersions).where(eq(textVersions.proposedBy, personId)),
      approvals: await tx.db.select({ side, approvedOn }).from(textApprovals).where(eq(textApprovals.personId, personId)),
      errata: await tx.db.select({ insteadOf, read, reason, addedOn }).from(textErrata).where(eq(textErrata.addedBy, personId)),
      steps: await tx.db.select({ step, version, steppedOn, note: stepNote }).from(textSteps).where(eq(textSteps.personId, personId)),
    };
  },
  async erase(tx, personId) {
    await tx.db.update(textComments).set({ body: '', proposed: '' }).where(eq(textComments.personId, personId));
  },
};
