import { mainMailboxOf } from '#app/features/accounts/public.server.ts';
import { meetingHead, membersOfCommittee } from '#app/features/committees/public.server.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { ok, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { letterNumber } from '../documents/formal-letter.ts';
import { factsOf, openMeeting } from '../open-meeting.server.ts';
import { listFormalLetters } from '../queries.server.ts';
import { guestsOf } from '../queries-guests.server.ts';
import { proposedGuests } from './read-guest-list.server.ts';

/**
 * The numbered letters about a meeting that the actor's secretariat writes, and to whom more can be written. Refuses whoever writes to
 * nobody there (`not-allowed`).
 */
export async function readFormalLetters(ctx: Ctx, meetingId: string) {
  const opened = await openMeeting(ctx, meetingId);
  if (!opened.ok) return opened;
  const { meeting, committee, mayWriteFor, sidesOf } = opened.value;
  const sides = committee.sides.filter((side) => mayWriteFor([side]));
  if (sides.length === 0) return refuse('not-allowed', { action: 'invitations.invite' });
  const today = dayIn(meeting.timeZone, ctx.clock.now());
  const letters = await listFormalLetters(ctx.db, meeting.id, sides);
  const pairs = await proposedGuests(ctx, opened.value);
  const guests = await guestsOf(ctx.db, pairs, today);
  const seats = await membersOfCommittee(ctx.db, committee.id, today);
  const facts = await factsOf(ctx, opened.value);
  const numberOf = (of: { personId: string | null; organisationId: string | null }) => {
    const known = letters.find((letter) =>
      of.personId ? letter.personId === of.personId : letter.personId === null && letter.organisationId === of.organisationId,
    );
    return known ? letterNumber(known) : null;
  };
  return ok({
    head: meetingHead(ctx, opened.value),
    today,
    title: plainText(facts.title, ctx.locale),
    edition: plainText(facts.edition, ctx.locale),
    letters: letters.map(({ id, content, updatedAt, ...of }) => ({ id, number: letterNumber(of), content, updatedAt })),
    people: pairs
      .flatMap(({ personId }) => guests.get(personId) ?? [])
      .filter(({ organisation }) => mayWriteFor(sidesOf(organisation?.country ?? null)))
      .map((guest) => ({ ...guest, number: numberOf({ personId: guest.personId, organisationId: null }) })),
    bodies: seats.flatMap(({ organisationId, names, country }) =>
      organisationId && mayWriteFor(sidesOf(country))
        ? [{ organisationId, names, number: numberOf({ personId: null, organisationId }) }]
        : [],
    ),
    replyTo: ctx.actor.kind === 'person' ? ((await mainMailboxOf(ctx.db, ctx.actor.personId)) ?? '') : '',
  });
}
