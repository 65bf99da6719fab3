import { isAllowed } from '#app/access/authorize.ts';
import { readRoleHolders } from '#app/features/accounts/public.server.ts';
import type { PersonName, RoleDesk } from '#app/features/accounts/public.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { attendanceOf } from '../attendance-of.server.ts';
import type { MeetingHead } from '../domain/meeting-head.ts';
import type { QuotedCounts } from '../domain/quoted-counts.ts';
import { type ExpectedPerson, expectedAt } from '../expected.server.ts';
import { meetingHead } from '../meeting-head.server.ts';
import { committeesPermissions } from '../permissions.ts';
import { meetingScope, openMeeting } from './open-meeting.server.ts';

/** One person of the roll. */
export type RollPerson = Omit<ExpectedPerson, 'name' | 'attendance' | 'organisation'> & {
  name: PersonName;
  tick: 'present' | 'excused' | 'open';
  revision: number | null;
  imported: boolean;
  standIn: PersonName | null;
};

/** The persons of one organisation. */
export type RollGroup = {
  key: string;
  names: NonNullable<ExpectedPerson['organisation']>['names'];
  printed: string;
  persons: RollPerson[];
};

/** The roll of a meeting, for those who take it: whom one looks for, the counts so far, and, for those who may add somebody, whom `q` finds. */
export type RollView = {
  head: MeetingHead;
  groups: RollGroup[];
  counts: QuotedCounts;
  mayAdd: boolean;
  found: RoleDesk['found'];
};

/** Reads the roll of a meeting. */
export async function readRoll(ctx: Ctx, input: { meetingId: string; q: string }): Promise<Result<RollView>> {
  const opened = await openMeeting(ctx, committeesPermissions.takeAttendance, input.meetingId);
  if (!opened.ok) return opened;
  const found = opened.value;
  const [expected, { counts }] = await Promise.all([expectedAt(ctx, found), attendanceOf(ctx.db, found.meeting.id)]);
  const mayAdd = isAllowed(ctx.actor, committeesPermissions.importAttendance, meetingScope(found));
  const names = new Map(expected.map(({ personId, name }) => [personId, nameOnly(name)]));
  const groups = Map.groupBy(expected, ({ organisation, printed }) => organisation?.id ?? `printed:${printed}`);
  return ok({
    ...{ head: meetingHead(ctx, found), counts, mayAdd },
    groups: [...groups].map(([key, persons]) => ({
      ...{ key, names: persons[0]?.organisation?.names ?? [], printed: persons[0]?.printed ?? '' },
      persons: persons.map((person) => rollPerson(person, names)),
    })),
    found: mayAdd && input.q ? await search(ctx, found, input.q, new Set(names.keys())) : [],
  });
}

/** Persons of the registry by name, as far as the reader may see them, or by a whole mailbox; without those who are on the roll. */
async function search(ctx: Ctx, { committee }: { committee: { id: string; sides: string[] } }, q: string, there: ReadonlySet<string>) {
  const desk = await readRoleHolders(ctx, { grant: { role: 'committee-member', committeeId: committee.id }, sides: committee.sides, q });
  return desk.ok ? desk.value.found.filter(({ personId }) => !there.has(personId)) : [];
}

function nameOnly(name: PersonName): PersonName {
  const { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName } = name;
  return { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName };
}

function rollPerson(
  { personId, name, printed, role, attendance, answer }: ExpectedPerson,
  names: ReadonlyMap<string, PersonName>,
): RollPerson {
  return {
    ...{ personId, name: nameOnly(name), printed, role, answer },
    tick: attendance?.status ?? 'open',
    revision: attendance?.revision ?? null,
    imported: attendance?.batchId != null,
    standIn: names.get(attendance?.representedById ?? '') ?? null,
  };
}
