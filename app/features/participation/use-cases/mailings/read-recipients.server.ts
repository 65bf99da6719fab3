import { mainMailboxOf } from '#app/features/accounts/public.server.ts';
import { ok } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { MailingPurpose } from '../../domain/mailings/mailing.ts';
import { passesRecipientFilter, type RecipientFilter } from '../../domain/mailings/recipient-filter.ts';
import { type Recipient, recipientsOf } from '../../draft-letters.server.ts';
import { openMailingDesk } from './open-mailing.server.ts';

/**
 * The authorities of a side that a filter lets through, with how many letters each would be written: what recipients are chosen from.
 * `side` is the actor's own when it is none that the actor writes to. With the mailbox and the name that letters are first signed with.
 */
export async function readRecipients(
  ctx: Ctx,
  input: { edition: string; side: string | null; purpose: MailingPurpose; filter: RecipientFilter },
) {
  const desk = await openMailingDesk(ctx, input.edition);
  if (!desk.ok) return desk;
  const { view, sides } = desk.value;
  const side = sides.find((of) => of === input.side) ?? sides[0] ?? '';
  const recipients = await recipientsOf(ctx, view, { side, purpose: input.purpose });
  const { actor } = ctx;
  return ok({
    ...{ view, sides, side },
    recipients: recipients.filter((recipient) => passesRecipientFilter(recipient, input.filter)).map(outlineOf),
    sender:
      actor.kind === 'person'
        ? { replyTo: (await mainMailboxOf(ctx.db, actor.personId)) ?? '', signature: actor.name }
        : { replyTo: '', signature: '' },
  });
}

/** An authority in the list: whom its letters would be for, and why there would be none. */
export type RecipientOutline = ReturnType<typeof outlineOf>;

function outlineOf({ participation, organisation, owing, contacts, leftOut }: Recipient) {
  const people = contacts.map(({ personId, contactKind, mailbox }) => {
    const elected = contactKind === 'elected';
    return { elected, because: leftOut(personId) ?? (elected || mailbox ? null : ('no-mailbox' as const)) };
  });
  const count = (of: (one: (typeof people)[number]) => boolean) => people.filter(of).length;
  // Where nobody is known, the authority is written to as such.
  const asSuch = contacts.length === 0 ? leftOut(null) : null;
  const nobody = people.length > 0 && people.every(({ because }) => because !== null);
  return {
    ...{ participationId: participation.id, organisation, state: participation.state, owes: owing.stages },
    letters: count(({ because, elected }) => because === null && !elected),
    forOfficer: contacts.length === 0 ? Number(asSuch === null) : count(({ because, elected }) => because === null && elected),
    unreachable: count(({ because }) => because === 'no-mailbox'),
    /** The reason when nobody there would be written to. */
    because: nobody ? (people[0]?.because ?? null) : asSuch,
  };
}
