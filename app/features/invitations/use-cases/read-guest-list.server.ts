import { contactsOf, mainMailboxOf } from '#app/features/accounts/public.server.ts';
import { searchOrganisations } from '#app/features/authorities/public.server.ts';
import { meetingHead, membersOfCommittee } from '#app/features/committees/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type SkipReason, skipReason, type WrittenPurpose } from '../domain/mailing.ts';
import { lettersTell } from '../draft-letters.server.ts';
import { type OpenedMeeting, openMeeting } from '../open-meeting.server.ts';
import { lettersTo, liveInvitations } from '../queries.server.ts';
import { type Guest, guestsOf } from '../queries-guests.server.ts';
import type { ChosenGuest } from './draft-mailing.server.ts';

/** The persons of a committee, then those who are invited besides, each with the organisation they come for. */
export async function proposedGuests(ctx: Ctx, { meeting, committee }: OpenedMeeting): Promise<ChosenGuest[]> {
  const today = dayIn(meeting.timeZone, ctx.clock.now());
  const members = (await membersOfCommittee(ctx.db, committee.id, today)).flatMap(({ organisationId, persons }) =>
    persons.map(({ personId }) => ({ personId, organisationId })),
  );
  const invited = (await liveInvitations(ctx.db, meeting.id)).map(({ personId, organisationId }) => ({ personId, organisationId }));
  // Whoever is invited comes for the organisation they were invited for.
  return [...invited, ...members.filter(({ personId }) => !invited.some((each) => each.personId === personId))];
}

/** Somebody on the page where letters are begun: whether they would be written to, and why not. */
export type ProposedGuest = Guest & { skipped: SkipReason | null; invited: boolean; mine: boolean };

export type GuestList = {
  purpose: WrittenPurpose;
  head: ReturnType<typeof meetingHead>;
  guests: ProposedGuest[];
  /** People found by their organisation who are not proposed. */
  others: Guest[];
  /** Where answers go unless another mailbox is typed: that of whoever writes. */
  replyTo: string;
};

/** Whom one may write to about a meeting, and, with some letters of an organisation's name, the people there. */
export async function readGuestList(
  ctx: Ctx,
  input: { meetingId: string; purpose: WrittenPurpose; search: string },
): Promise<Result<GuestList>> {
  const opened = await openMeeting(ctx, input.meetingId);
  if (!opened.ok) return opened;
  const { meeting, committee } = opened.value;
  if (!committee.sides.some((side) => opened.value.mayWriteFor([side]))) return refuse('not-allowed', { action: 'invitations.invite' });
  const today = dayIn(meeting.timeZone, ctx.clock.now());
  const pairs = await proposedGuests(ctx, opened.value);
  const [guests, invitations] = await Promise.all([guestsOf(ctx.db, pairs, today), liveInvitations(ctx.db, meeting.id)]);
  const letters = Map.groupBy(
    await lettersTo(
      ctx.db,
      invitations.map(({ id }) => id),
    ),
    ({ letter }) => letter.invitationId,
  );
  const proposed = pairs.flatMap(({ personId }): ProposedGuest[] => {
    const guest = guests.get(personId);
    if (!guest) return [];
    const mine = opened.value.mayWriteFor(opened.value.sidesOf(guest.organisation?.country ?? null));
    const invitation = invitations.find((each) => each.personId === personId);
    const written = invitation ? (letters.get(invitation.id) ?? []) : [];
    const own = { invitedAt: invitation?.invitedAt ?? null, answer: invitation?.answer ?? null, withdrawnAt: null };
    const facts = { ...own, ...lettersTell(written, meeting.timeZone, today) };
    return [{ ...guest, skipped: skipReason(input.purpose, facts), invited: invitation !== undefined, mine }];
  });
  return ok({
    purpose: input.purpose,
    head: meetingHead(ctx, opened.value),
    guests: proposed.filter(({ mine }) => mine),
    others: (await foundGuests(ctx, opened.value, input.search)).filter(({ personId }) => !guests.has(personId)),
    replyTo: ctx.actor.kind === 'person' ? ((await mainMailboxOf(ctx.db, ctx.actor.personId)) ?? '') : '',
  });
}

/** The people who hold a function at organisations of a name, of sides of the committee that the actor writes for. */
async function foundGuests(ctx: Ctx, opened: OpenedMeeting, search: string): Promise<Guest[]> {
  if (search.trim() === '') return [];
  const hits = await searchOrganisations(ctx.db, search, { limit: 8 });
  const own = hits.filter(({ country }) => opened.committee.sides.includes(country) && opened.mayWriteFor(opened.sidesOf(country)));
  const today = dayIn(opened.meeting.timeZone, ctx.clock.now());
  const contacts = await contactsOf(
    ctx.db,
    own.map(({ id }) => id),
    today,
  );
  return [...(await guestsOf(ctx.db, contacts, today)).values()];
}
