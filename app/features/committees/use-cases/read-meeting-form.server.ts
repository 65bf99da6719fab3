import { authorize } from '#app/access/authorize.ts';
import { nameOfPerson } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { MeetingHead } from '../domain/meeting-head.ts';
import { meetingHead } from '../meeting-head.server.ts';
import { membersOfCommittee } from '../members.server.ts';
import { committeesPermissions } from '../permissions.ts';
import { findCommittee, type MeetingRow } from '../queries.server.ts';
import { personNames } from '../queries-members.server.ts';
import { meetingScope, openMeeting } from './open-meeting.server.ts';

/** Somebody who may chair a meeting or take its minutes, as a choice. */
export type PersonChoice = { value: string; label: string };

/** A recorded meeting with what its form offers. */
export type MeetingForm = { head: MeetingHead; meeting: MeetingRow; people: PersonChoice[] };

/** The form of a meeting, for those who may change it. */
export async function readMeetingForm(ctx: Ctx, input: { meetingId: string }): Promise<Result<MeetingForm>> {
  const opened = await openMeeting(ctx, committeesPermissions.editMeeting, input.meetingId);
  if (!opened.ok) return opened;
  const { meeting, committee } = opened.value;
  const standing = [meeting.chairId, meeting.minuteTakerId].flatMap((id) => id ?? []);
  return ok({ head: meetingHead(ctx, opened.value), meeting, people: await choices(ctx, committee.id, standing) });
}

/** Who of a committee may chair its next meeting or take its minutes; refuses those who may not call one. */
export async function peopleOfCommittee(ctx: Ctx, input: { committeeId: string }): Promise<Result<PersonChoice[]>> {
  const found = await findCommittee(ctx.db, input.committeeId);
  const gate = authorize(ctx.actor, committeesPermissions.createMeeting, found ? meetingScope(found) : {});
  if (!gate.ok) return gate;
  return found ? ok(await choices(ctx, found.committee.id, [])) : refuse('not-found');
}

/** The persons of a committee with their organisations, and those named already who have left it since. */
async function choices(ctx: Ctx, committeeId: string, standing: readonly string[]): Promise<PersonChoice[]> {
  const members = await membersOfCommittee(ctx.db, committeeId);
  const own = members.flatMap(({ names, persons }) =>
    persons.map(({ personId, name }) => ({
      value: personId,
      label: [nameOfPerson(name, ctx.locale), displayName(names, ctx.locale).text].filter(Boolean).join(' · '),
    })),
  );
  const left = await personNames(
    ctx.db,
    standing.filter((id) => !own.some(({ value }) => value === id)),
  );
  return [...own, ...[...left].map(([value, name]) => ({ value, label: nameOfPerson(name, ctx.locale) }))];
}
