import type { PersonName } from '#app/features/accounts/public.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { AttendanceStatus } from './domain/attendance-sheet.ts';
import { fold } from './domain/fold.ts';
import { type QuotedCounts, type QuotedRow, quotedCounts } from './domain/quoted-counts.ts';
import { answersTo } from './meeting-answers.server.ts';
import { type AttendanceLine, listAttendances } from './queries.server.ts';

/** Somebody on the list of a meeting. `representedBy` is the name of who stood in for somebody excused. */
export type Attendant = {
  personId: string;
  name: PersonName;
  civility: string | null;
  role: string;
  status: AttendanceStatus;
  representedBy: PersonName | null;
};

type Organisation = NonNullable<AttendanceLine['organisation']>;

/** An organisation on the list, with its persons in the list's order. Without a record it is known by its printed name alone. */
export type AttendingOrganisation = {
  organisationId: string | null;
  printed: string;
  names: Organisation['names'];
  country: string | null;
  isAuthority: boolean | null;
  persons: Attendant[];
};

/** Who was at a meeting, by organisation in the official order, and the counts that minutes quote. */
export type MeetingAttendance = { organisations: AttendingOrganisation[]; counts: QuotedCounts };

/** The attendance of a meeting; no mailbox is part of it. The caller has authorised. */
export async function attendanceOf(db: Db, meetingId: string): Promise<MeetingAttendance> {
  const [lines, answers] = await Promise.all([listAttendances(db, meetingId), answersTo(db, meetingId)]);
  const names = new Map(lines.map(({ person }) => [person.id, person]));
  const groups = Map.groupBy(lines, organisationKey);
  const organisations = [...groups.values()].map((of) => ({ ...organisationOf(of[0]), persons: of.map((line) => attendant(line, names)) }));
  const order = new Map(
    [...groups.values()].map(([first], i) => [organisations[i], first?.organisation ? officialKey(first.organisation) : '~']),
  );
  organisations.sort((a, b) => ((order.get(a) ?? '') < (order.get(b) ?? '') ? -1 : 1));
  return { organisations, counts: quotedCounts(lines.map(quotedRow), answers) };
}

/** What counting needs of a line of the list. */
export function quotedRow(line: AttendanceLine): QuotedRow {
  const { attendance, organisation } = line;
  return {
    status: attendance.status,
    person: attendance.personId,
    organisation: organisationKey(line),
    organisationClass: organisation ? (organisation.isAuthority ? 'authority' : 'other') : 'unrecognised',
    representedBy: attendance.representedById,
  };
}

const officialKey = ({ country, isAuthority, orderKey }: Organisation) => `${country} ${isAuthority ? 1 : 0} ${orderKey}`;

/** One key for one organisation; for one without a record its printed name, however it is spelt. */
function organisationKey({ attendance, organisation }: AttendanceLine): string {
  const printed = fold(attendance.organisationPrinted);
  return organisation?.id ?? (printed && `printed:${printed}`);
}

function organisationOf(line: AttendanceLine | undefined): Omit<AttendingOrganisation, 'persons'> {
  const found = line?.organisation;
  const printed = line?.attendance.organisationPrinted ?? '';
  if (!found) return { organisationId: null, printed, names: [], country: null, isAuthority: null };
  return { organisationId: found.id, printed, names: found.names, country: found.country, isAuthority: found.isAuthority };
}

function attendant({ attendance, person }: AttendanceLine, names: ReadonlyMap<string, PersonName>): Attendant {
  const { civility, role, status, representedById } = attendance;
  return { personId: person.id, name: nameOf(person), civility, role, status, representedBy: nameOrNull(names.get(representedById ?? '')) };
}

function nameOf(person: PersonName): PersonName {
  const { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName } = person;
  return { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName };
}

const nameOrNull = (person: PersonName | undefined) => (person ? nameOf(person) : null);
