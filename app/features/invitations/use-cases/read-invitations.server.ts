import { meetingHead } from '#app/features/committees/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { areAnswersOpen } from '../domain/answer-window.ts';
import { type AnswerFilter, countAnswers, passesAnswerFilter, type Standing, standingOf } from '../domain/count-answers.ts';
import { guestsBehind } from '../draft-letters.server.ts';
import { organisationText } from '../meeting-words.ts';
import { factsOf, type OpenedMeeting, openMeeting } from '../open-meeting.server.ts';
import { type InvitationRow, lettersTo, listInvitations, listMailings } from '../queries.server.ts';
import type { Guest } from '../queries-guests.server.ts';

/** Somebody invited, on the list of answers. What is the person's own side's alone is null for the other side of a joint committee. */
export type InvitationLine = {
  id: string;
  standing: Standing;
  name: Guest['name'];
  organisation: { id: string; names: NonNullable<Guest['organisation']>['names']; country: string; isAuthority: boolean } | null;
  title: Guest['title'];
  lang: Locale;
  elected: boolean;
  /** Whether the actor writes to the person: notes, mailboxes and letters are for these alone. */
  mine: boolean;
  representative: { name: string; function: string; mailbox: string | null } | null;
  note: string;
  answeredAt: Date | null;
  source: InvitationRow['answerSource'];
  invitedAt: Date | null;
  /** The answer was given to another date. */
  outdated: boolean;
  waitsForOfficer: boolean;
  /** The last mail came back, or was given up. */
  undelivered: boolean;
};

/** Who is invited to a meeting and what they answered, the whole list counted and what a filter lets through; with what was written. */
export async function readInvitations(ctx: Ctx, input: { meetingId: string; filter: AnswerFilter }) {
  const opened = await openMeeting(ctx, input.meetingId);
  if (!opened.ok) return opened;
  const { meeting } = opened.value;
  const facts = await factsOf(ctx, opened.value);
  const rows = await listInvitations(ctx.db, meeting.id);
  const invitations = rows.map(({ invitation }) => invitation);
  const guests = await guestsBehind(ctx, facts, invitations);
  const letters = Map.groupBy(
    await lettersTo(
      ctx.db,
      invitations.map(({ id }) => id),
    ),
    ({ letter }) => letter.invitationId,
  );
  const lines = rows.map((row): InvitationLine => {
    const { invitation } = row;
    const mine = opened.value.mayWriteFor(invitation.sides);
    const guest = guests.get(invitation.personId);
    const own = letters.get(invitation.id) ?? [];
    const { representedBy } = invitation;
    return {
      ...{
        id: invitation.id,
        standing: standingOf(invitation),
        name: row.person,
        organisation: row.organisation,
        title: guest?.title ?? null,
      },
      ...{ lang: invitation.lang, elected: guest?.elected ?? invitation.elected, mine },
      representative: representedBy && { ...representedBy, mailbox: mine ? representedBy.mailbox : null },
      note: mine ? invitation.note : '',
      ...{ answeredAt: invitation.answeredAt, source: invitation.answerSource, invitedAt: invitation.invitedAt },
      outdated: invitation.answeredSequence !== null && invitation.answeredSequence < meeting.sequence,
      waitsForOfficer: own.some(({ letter }) => letter.state === 'for-officer'),
      undelivered: own[0]?.mail?.state === 'failed' || own[0]?.mail?.bouncedAt != null,
    };
  });
  return ok({
    head: meetingHead(ctx, opened.value),
    counts: countAnswers(invitations),
    lines: lines.filter((line) => passesAnswerFilter(line.standing, textsOf(line, ctx.locale), input.filter)),
    total: lines.length,
    mailings: await ownMailings(ctx, opened.value, invitations),
    mayWrite: opened.value.committee.sides.some((side) => opened.value.mayWriteFor([side])),
    open: areAnswersOpen(meeting, ctx.clock.now()),
    today: dayIn(meeting.timeZone, ctx.clock.now()),
    edition: plainText(facts.edition, ctx.locale),
  }) satisfies Result<unknown>;
}

/** What was written about a meeting, but for what went to the other side alone. */
async function ownMailings(ctx: Ctx, { meeting, mayWriteFor }: OpenedMeeting, invitations: readonly InvitationRow[]) {
  const others = new Set(invitations.filter(({ sides }) => !mayWriteFor(sides)).map(({ personId }) => personId));
  return (await listMailings(ctx.db, meeting.id)).filter(({ mailing }) => mailing.personIds.some((id) => !others.has(id)));
}

/** The words by which a line is found. */
function textsOf({ name, organisation, representative, title }: InvitationLine, locale: Locale): string[] {
  const names = [name.givenName, name.familyName, name.nativeFamilyName, name.nativeGivenName, name.kanaFamilyName, name.kanaGivenName];
  return [
    [name.givenName, name.familyName].join(' '),
    ...names.flatMap((part) => part ?? []),
    organisationText(organisation?.names ?? null, locale),
    ...(organisation?.names ?? []).map((each) => each.name),
    representative?.name ?? '',
    plainText(title, locale),
  ];
}
