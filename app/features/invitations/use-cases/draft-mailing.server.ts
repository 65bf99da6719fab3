import { isId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { areAnswersOpen } from '../domain/answer-window.ts';
import type { WrittenPurpose } from '../domain/mailing.ts';
import { type OpenedMeeting, openMeeting } from '../open-meeting.server.ts';
import { lockInvitations } from '../queries.server.ts';
import { guestsOf } from '../queries-guests.server.ts';
import { insertInvitations, insertMailing } from '../store.server.ts';
import { checkMailingTexts, type MailingTexts } from './open-mailing.server.ts';
import { proposedGuests } from './read-guest-list.server.ts';

/** Somebody to write to, and for which organisation; as the page that proposed them knew it. */
export type ChosenGuest = { personId: string; organisationId: string | null };

export type DraftMailing = MailingTexts & {
  meetingId: string;
  purpose: WrittenPurpose;
  to: readonly ChosenGuest[];
  /** The address of this instance, for the links. */
  publicUrl: string;
};

/**
 * Drafts letters of one purpose to persons of one's own side and puts them on the meeting's list; nothing leaves before the sending.
 * Returns the mailing's identifier. Refuses nobody chosen (`invitations.nobody-chosen`), somebody who is not to be written to by the
 * actor or whom the program does not know (`not-found`), a meeting that is cancelled or has begun (`invitations.meeting-over`), and
 * what {@link checkMailingTexts} refuses.
 */
export async function draftMailing(ctx: Ctx, input: DraftMailing): Promise<Result<string>> {
  const opened = await openMeeting(ctx, input.meetingId);
  if (!opened.ok) return opened;
  const { meeting } = opened.value;
  if (!areAnswersOpen(meeting, ctx.clock.now())) return refuse('invitations.meeting-over');
  // A form may name somebody twice, and what is no identifier at all.
  const to = [...new Map(input.to.map((guest) => [guest.personId, guest])).values()];
  if (to.length === 0) return refuse('invitations.nobody-chosen');
  if (to.some(({ personId, organisationId }) => !isId(personId) || !isId(organisationId ?? personId))) return refuse('not-found');
  const texts = checkMailingTexts(ctx, opened.value, input);
  if (!texts.ok) return texts;
  return inTransaction(ctx, async (tx) => {
    const listed = await putOnList(tx, opened.value, to);
    if (!listed.ok) return listed;
    const createdBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const personIds = to.map(({ personId }) => personId);
    const mailingId = await insertMailing(tx.db, {
      ...{ ...texts.value, meetingId: meeting.id, purpose: input.purpose, personIds, origin: input.publicUrl },
      ...{ createdBy, createdAt: tx.clock.now() },
    });
    await recordAudit(tx, {
      action: 'invitations.draft-mailing',
      subject: { type: 'meeting', id: meeting.id },
      after: { mailingId, purpose: input.purpose, personIds },
    });
    return ok(mailingId);
  });
}

/** Puts chosen persons on the list. Whoever is neither proposed, nor invited, nor at an organisation of a side one writes for is refused. */
async function putOnList(tx: Ctx, opened: OpenedMeeting, chosen: readonly ChosenGuest[]): Promise<Result<void>> {
  const { meeting } = opened;
  const known = await proposedGuests(tx, opened);
  const pairs = chosen.map((each) => known.find(({ personId }) => personId === each.personId) ?? each);
  const guests = await guestsOf(tx.db, pairs, dayIn(meeting.timeZone, tx.clock.now()));
  const rows = pairs.flatMap(({ personId, organisationId }) => {
    // Of a stranger nothing is filled in: the organisation must be named.
    const guest = guests.get(personId);
    const proposed = known.some((each) => each.personId === personId);
    // Anybody else is found by the organisation at which they hold a function, and comes for it.
    if (!guest || (!proposed && (!organisationId || !guest.title))) return [];
    const sides = proposed ? opened.sidesOf(guest.organisation?.country ?? null) : ownSidesOf(opened, guest.organisation?.country ?? '');
    if (!opened.mayWriteFor(sides)) return [];
    const createdBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    return {
      meetingId: meeting.id,
      personId,
      organisationId: guest.organisation?.id ?? null,
      sides,
      lang: guest.lang,
      elected: guest.elected,
      createdBy,
    };
  });
  if (rows.length !== chosen.length) return refuse('not-found');
  await lockInvitations(
    tx.db,
    meeting.id,
    rows.map(({ personId }) => personId),
  );
  await insertInvitations(tx.db, rows);
  return ok(undefined);
}

/** Persons outside a committee are found at organisations of its own sides only. */
function ownSidesOf(opened: OpenedMeeting, country: string): string[] {
  return opened.committee.sides.includes(country) ? opened.sidesOf(country) : [];
}
