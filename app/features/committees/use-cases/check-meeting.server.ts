import type { Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { checkMeeting, type MeetingFacts, type MeetingInput } from '../domain/meeting-input.ts';
import { type MeetingWarning, meetingWarnings, type WarnedMeeting } from '../domain/meeting-warnings.ts';
import { membersOfCommittee } from '../members.server.ts';
import { type CommitteeInEdition, listMeetings } from '../queries.server.ts';
import { meetingName } from '../texts.ts';

/**
 * Checks a typed meeting of a committee: chair and minute-taker must be persons of it, or `standing` persons: those who are named already
 * and may have left it since.
 */
export async function checkTyped(
  ctx: Ctx,
  { committee }: CommitteeInEdition,
  input: MeetingInput,
  standing: readonly (string | null)[] = [],
): Promise<Result<MeetingFacts>> {
  const members = await membersOfCommittee(ctx.db, committee.id);
  const personIds = [...members.flatMap(({ persons }) => persons.map(({ personId }) => personId)), ...standing.flatMap((id) => id ?? [])];
  const called = (number: number) => meetingName(committee.kind, number, ctx.locale);
  return checkMeeting(input, { called, personIds }, ctx.locale);
}

/** What is to be pointed out about a meeting, recorded or about to be. */
export async function warningsOf(ctx: Ctx, { committee, edition }: CommitteeInEdition, meeting: WarnedMeeting): Promise<MeetingWarning[]> {
  const others = (await listMeetings(ctx.db, [committee.id])).map((other) => other.meeting);
  return meetingWarnings(meeting, { countries: edition.sides, today: dayIn(meeting.timeZone, ctx.clock.now()), others });
}
