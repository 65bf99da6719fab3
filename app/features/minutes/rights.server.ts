import { isAllowed, type Permission } from '#app/access/authorize.ts';
import { type MeetingInCommittee, meetingInCommittee, meetingScope, membersOfCommittee } from '#app/features/committees/public.server.ts';
import type { CommitteeMember } from '#app/features/committees/public.ts';
import type { TextRights } from '#app/features/texts/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { minutesPermissions } from './permissions.ts';

/** What nobody in particular may do with minutes. */
export const NO_RIGHTS: TextRights = { read: false, comment: false, write: false, propose: false, publish: false, approveFor: [] };

/**
 * What the actor may do with the minutes of a meeting: by role, as its minute-taker (writes and proposes), as its chair (reads, comments,
 * and says yes for the side of the chair's organisation). The other side has no right over what a national committee writes.
 */
export async function rightsOver(ctx: Ctx, found: MeetingInCommittee): Promise<TextRights> {
  const { meeting, committee } = found;
  const may = (permission: Permission) => isAllowed(ctx.actor, permission, meetingScope(found));
  const self = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const [chairs, takes] = [self !== null && meeting.chairId === self, self !== null && meeting.minuteTakerId === self];
  const chairSide = chairs && self !== null ? await sideOfPerson(ctx, found, self) : null;
  const write = may(minutesPermissions.write) || takes;
  const read = write || chairs || may(minutesPermissions.read);
  return {
    ...{ read, comment: read, write, propose: write, publish: may(minutesPermissions.publish) },
    approveFor: committee.sides.filter((side) => side === chairSide || isAllowed(ctx.actor, minutesPermissions.approve, { sides: [side] })),
  };
}

/** The side for which an organisation speaks in a committee: its country's where that is one of the committee's, else the committee's first. */
export function sideOf(committee: { sides: readonly string[] }, member: Pick<CommitteeMember, 'country'> | null): string {
  const country = member?.country ?? '';
  return committee.sides.includes(country) ? country : (committee.sides[0] ?? '');
}

async function sideOfPerson(ctx: Ctx, { committee }: MeetingInCommittee, personId: string): Promise<string> {
  if (committee.sides.length === 1) return committee.sides[0] ?? '';
  const members = await membersOfCommittee(ctx.db, committee.id);
  return sideOf(committee, members.find(({ persons }) => persons.some((person) => person.personId === personId)) ?? null);
}

export type OpenMinutes = { found: MeetingInCommittee; rights: TextRights };

/** A meeting whose minutes the actor may read or write; whoever may neither learns nothing of what exists. */
export async function openMinutes(ctx: Ctx, meetingId: string, wanted: 'read' | 'write'): Promise<Result<OpenMinutes>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const found = await meetingInCommittee(ctx.db, meetingId);
  const rights = found ? await rightsOver(ctx, found) : NO_RIGHTS;
  if (!found || !rights.read) return refuse('not-found');
  return rights[wanted] ? ok({ found, rights }) : refuse('not-allowed');
}
