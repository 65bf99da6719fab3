import { authorize, isAllowed } from '#app/access/authorize.ts';
import { sidesWithSecretariat } from '#app/features/accounts/public.server.ts';
import { agendaOf } from '#app/features/agendas/public.server.ts';
import { type MeetingInCommittee, meetingHead, meetingInCommittee, meetingScope } from '#app/features/committees/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { sidesOfPerson } from './domain/mailing.ts';
import type { MeetingFacts } from './meeting-words.ts';
import { invitationsPermissions } from './permissions.ts';

/** A meeting whose invitations are read or worked on. */
export type OpenedMeeting = MeetingInCommittee & {
  /** The sides of the committee for which the actor writes to people. */
  mayWriteFor(sides: readonly string[]): boolean;
  /** Whose secretariat writes to a person, by the country of the organisation they come for. */
  sidesOf(country: string | null): string[];
};

/** A meeting with its invitations, for those who may see them; to anybody else there is none. */
export async function openMeeting(ctx: Ctx, meetingId: string): Promise<Result<OpenedMeeting>> {
  const { readAnswers, invite } = invitationsPermissions;
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required', { action: readAnswers.action });
  const found = await meetingInCommittee(ctx.db, meetingId);
  if (!found || !authorize(ctx.actor, readAnswers, meetingScope(found)).ok) return refuse('not-found');
  const present = await sidesWithSecretariat(ctx.db);
  const { sides } = found.committee;
  return ok({
    ...found,
    mayWriteFor: (of) => isAllowed(ctx.actor, invite, { sides: of }),
    // A side that has no secretariat here is written to by the other.
    sidesOf: (country) => sidesOfPerson(sides, country !== null && present.includes(country) ? country : null),
  });
}

/** What is said of a meeting, from the record. */
export async function factsOf(ctx: Ctx, found: MeetingInCommittee): Promise<MeetingFacts> {
  const { meeting, committee, edition } = found;
  const agenda = await agendaOf(ctx.db, meeting.id);
  const { id, title, date, startTime, endTime, timeZone, mode, place, videoUrl, languages, state, sequence, updatedAt } = meeting;
  return {
    ...{ id, title, date, startTime, endTime, timeZone, mode, place, videoUrl, languages, state, sequence, updatedAt },
    sides: edition.sides,
    committee: committee.name,
    edition: meetingHead(ctx, found).edition.title,
    agenda: agenda.items.map((item) => item.title),
  };
}
