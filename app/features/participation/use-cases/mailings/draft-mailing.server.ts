import { isId, newId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import type { MailingPurpose } from '../../domain/mailings/mailing.ts';
import type { RecipientFilter } from '../../domain/mailings/recipient-filter.ts';
import { passesRecipientFilter } from '../../domain/mailings/recipient-filter.ts';
import { draftLetters, recipientsOf } from '../../draft-letters.server.ts';
import { findMailing } from '../../queries-mailings.server.ts';
import { insertMailing, replaceLetters } from '../../store-mailings.server.ts';
import { checkMailingTexts, type MailingTexts, openMailingDesk } from './open-mailing.server.ts';

export type DraftMailing = MailingTexts & {
  /** The edition's slug, and the country of the authorities. */
  edition: string;
  side: string;
  purpose: MailingPurpose;
  /** The authorities by their participations, or all that a filter lets through. */
  to: { participationIds: readonly string[] } | { filter: RecipientFilter };
  /** The identifier that the form bears: pressed twice, it drafts once. */
  mailingId?: string;
  /** The address of this instance, for links in letters. */
  publicUrl: string;
};

/**
 * Drafts the letters of one purpose to authorities of one's own side: nothing leaves before {@link sendMailing}. Everybody who will not
 * be written to is kept with the reason. Returns the mailing's identifier. Refuses a side that one does not write to and authorities
 * that are not of it (`not-found`), nobody chosen (`participation.mailing-to-nobody`), and what {@link checkMailingTexts} refuses.
 */
export async function draftMailing(ctx: Ctx, input: DraftMailing): Promise<Result<string>> {
  const desk = await openMailingDesk(ctx, input.edition);
  if (!desk.ok) return desk;
  const { view, sides } = desk.value;
  if (!sides.includes(input.side)) return refuse('not-found');
  const texts = checkMailingTexts(input);
  if (!texts.ok) return texts;
  const facts = { side: input.side, purpose: input.purpose, ...texts.value };
  return inTransaction(ctx, async (tx) => {
    const recipients = await recipientsOf(tx, view, facts);
    const { to } = input;
    const chosen = recipients.filter((recipient) =>
      'filter' in to ? passesRecipientFilter(recipient, to.filter) : to.participationIds.includes(recipient.participation.id),
    );
    const ids = chosen.map(({ participation }) => participation.id);
    if ('participationIds' in to && new Set(to.participationIds).size !== ids.length) return refuse('not-found');
    if (ids.length === 0) return refuse('participation.mailing-to-nobody');
    const createdBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const id = input.mailingId !== undefined && isId(input.mailingId) ? input.mailingId : newId();
    const mailingId = await insertMailing(tx.db, { ...facts, id, editionId: view.edition.id, createdBy, createdAt: tx.clock.now() });
    if (mailingId === null) return draftedBefore(tx, id, view.edition.id, createdBy);
    await replaceLetters(tx.db, mailingId, await draftLetters(tx, view, facts, ids, input.publicUrl));
    await recordAudit(tx, {
      action: 'participation.draft-mailing',
      subject: { type: 'mailing', id: mailingId },
      after: { editionId: view.edition.id, side: facts.side, purpose: facts.purpose, participationIds: ids },
    });
    return ok(mailingId);
  });
}

/** The draft that the same form, pressed before by the same person, has made; anybody else's is not told of. */
async function draftedBefore(tx: Ctx, id: string, editionId: string, by: string | null): Promise<Result<string>> {
  const mailing = await findMailing(tx.db, id);
  return mailing && mailing.editionId === editionId && mailing.createdBy === by ? ok(mailing.id) : refuse('not-found');
}
