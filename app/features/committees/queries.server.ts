import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { personFunctions, persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions, series } from '#app/features/editions/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { markedTitle } from './domain/meeting-head.ts';
import { attendances, committees, importBatches, meetings } from './schema.server.ts';

export type CommitteeRow = typeof committees.$inferSelect;
export type MeetingRow = typeof meetings.$inferSelect;
export type BatchRow = typeof importBatches.$inferSelect;
export type AttendanceRecord = typeof attendances.$inferSelect;
/** What titles and rights need of an edition and its series. */
export type EditionFacts = {
  id: string;
  slug: string;
  ordinal: number;
  title: (typeof editions.$inferSelect)['title'];
  pattern: (typeof series.$inferSelect)['editionName'];
  sides: string[];
  hostCountry: string;
};
export type CommitteeInEdition = { committee: CommitteeRow; edition: EditionFacts };
export type MeetingInCommittee = CommitteeInEdition & { meeting: MeetingRow };

const editionColumns = {
  id: editions.id,
  slug: editions.slug,
  ordinal: editions.ordinal,
  title: editions.title,
  pattern: series.editionName,
  sides: series.countries,
  hostCountry: editions.hostCountry,
};

/** An edition as rights and titles need it; `null` when there is none. */
export async function findEditionFacts(db: Db, editionId: string): Promise<EditionFacts | null> {
  if (!isId(editionId)) return null;
  const [row] = await db
    .select(editionColumns)
    .from(editions)
    .innerJoin(series, eq(series.id, editions.seriesId))
    .where(eq(editions.id, editionId));
  return row ?? null;
}

/** The editions that have or may have committees, latest first. */
export function listEditionFacts(db: Db): Promise<EditionFacts[]> {
  return db
    .select(editionColumns)
    .from(editions)
    .innerJoin(series, eq(series.id, editions.seriesId))
    .orderBy(desc(editions.dates), asc(editions.slug));
}

/** A committee with its edition; `null` when there is none. */
export async function findCommittee(db: Db, id: string): Promise<CommitteeInEdition | null> {
  if (!isId(id)) return null;
  const [row] = await db
    .select({ committee: committees, edition: editionColumns })
    .from(committees)
    .innerJoin(editions, eq(editions.id, committees.editionId))
    .innerJoin(series, eq(series.id, editions.seriesId))
    .where(eq(committees.id, id));
  return row ?? null;
}

/** Committees by identifier, each with its edition; identifiers of anything else are left out. */
export async function committeesById(db: Db, ids: readonly string[]): Promise<CommitteeInEdition[]> {
  if (ids.length === 0) return [];
  return db
    .select({ committee: committees, edition: editionColumns })
    .from(committees)
    .innerJoin(editions, eq(editions.id, committees.editionId))
    .innerJoin(series, eq(series.id, editions.seriesId))
    .where(inArray(committees.id, [...ids]));
}

/** All committees with their editions, latest edition first. */
export function listCommittees(db: Db): Promise<CommitteeInEdition[]> {
  return db
    .select({ committee: committees, edition: editionColumns })
    .from(committees)
    .innerJoin(editions, eq(editions.id, committees.editionId))
    .innerJoin(series, eq(series.id, editions.seriesId))
    .orderBy(desc(editions.dates), asc(committees.createdAt));
}

/** A meeting with its committee and edition; with `lock`, the meeting held against other writers. `null` when there is none. */
export async function findMeeting(db: Db, id: string, lock = false): Promise<MeetingInCommittee | null> {
  if (!isId(id)) return null;
  const query = db
    .select({ meeting: meetings, committee: committees, edition: editionColumns })
    .from(meetings)
    .innerJoin(committees, eq(committees.id, meetings.committeeId))
    .innerJoin(editions, eq(editions.id, committees.editionId))
    .innerJoin(series, eq(series.id, editions.seriesId))
    .where(eq(meetings.id, id));
  const [row] = await (lock ? query.for('update', { of: meetings }) : query);
  return row ?? null;
}

/** {@link findMeeting}, for other features. The caller authorises upon its `meetingScope`. */
export const meetingInCommittee = (db: Db, meetingId: string): Promise<MeetingInCommittee | null> => findMeeting(db, meetingId);

/** The meetings of some committees in the order of their dates, each with the number of people on its list. */
export async function listMeetings(db: Db, committeeIds: readonly string[]): Promise<{ meeting: MeetingRow; people: number }[]> {
  if (committeeIds.length === 0) return [];
  return db
    .select({ meeting: meetings, people: count(attendances.id) })
    .from(meetings)
    .leftJoin(attendances, eq(attendances.meetingId, meetings.id))
    .where(inArray(meetings.committeeId, [...committeeIds]))
    .groupBy(meetings.id)
    .orderBy(asc(meetings.date), asc(meetings.number));
}

/** The latest meeting of an edition that has an attendance list; `null` when none has. */
export async function latestMeetingWithAttendance(db: Db, editionId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: meetings.id })
    .from(meetings)
    .innerJoin(committees, eq(committees.id, meetings.committeeId))
    .where(and(eq(committees.editionId, editionId), sql`exists (select 1 from attendances a where a.meeting_id = ${meetings.id})`))
    .orderBy(desc(meetings.date), desc(meetings.createdAt))
    .limit(1);
  return row?.id ?? null;
}

/**
 * The local authorities with somebody present at a meeting of an edition's committees, each once. No person: this is
 * what the public may know.
 */
export function authoritiesPresent(db: Db, editionId: string): Promise<{ organisationId: string; country: string }[]> {
  return db
    .selectDistinct({ organisationId: organisations.id, country: organisations.country })
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .innerJoin(committees, eq(committees.id, meetings.committeeId))
    .innerJoin(organisations, eq(organisations.id, attendances.organisationId))
    .where(and(eq(committees.editionId, editionId), eq(attendances.status, 'present'), eq(organisations.isAuthority, true)));
}

/** One line of an attendance list with its person and organisation. */
export type AttendanceLine = {
  attendance: AttendanceRecord;
  person: typeof persons.$inferSelect;
  organisation: typeof organisations.$inferSelect | null;
};

/** The attendance list of a meeting in the order in which it was printed. */
export function listAttendances(db: Db, meetingId: string): Promise<AttendanceLine[]> {
  return db
    .select({ attendance: attendances, person: persons, organisation: organisations })
    .from(attendances)
    .innerJoin(persons, eq(persons.id, attendances.personId))
    .leftJoin(organisations, eq(organisations.id, attendances.organisationId))
    .where(eq(attendances.meetingId, meetingId))
    .orderBy(sql`${attendances.lines}[1]`, asc(attendances.createdAt), asc(attendances.id));
}

/** A batch; with `lock`, held against other writers until the transaction ends. `null` when there is none. */
export async function findBatch(db: Db, id: string, lock = false): Promise<BatchRow | null> {
  if (!isId(id)) return null;
  const query = db.select().from(importBatches).where(eq(importBatches.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The batch, draft or applied, of a file at a meeting; `null` when the file was not staged or was undone. */
export async function findLiveBatch(db: Db, meetingId: string, fileHash: string): Promise<BatchRow | null> {
  const [row] = await db
    .select()
    .from(importBatches)
    .where(
      and(eq(importBatches.meetingId, meetingId), eq(importBatches.fileHash, fileHash), inArray(importBatches.state, ['draft', 'applied'])),
    );
  return row ?? null;
}

/** The batches of a meeting, latest first, without their contents. */
export function listBatches(db: Db, meetingId: string) {
  const { id, fileName, state, createdAt, appliedAt, undoneAt } = importBatches;
  return db
    .select({ id, fileName, state, createdAt, appliedAt, undoneAt })
    .from(importBatches)
    .where(eq(importBatches.meetingId, meetingId))
    .orderBy(desc(importBatches.createdAt));
}

/** The attendances of some persons at a meeting. */
export function attendancesOf(db: Db, meetingId: string, personIds: readonly string[]): Promise<AttendanceRecord[]> {
  if (personIds.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(attendances)
    .where(and(eq(attendances.meetingId, meetingId), inArray(attendances.personId, [...personIds])));
}

/** A person of the registry as attached to an organisation, by a function or by an attendance. */
export type PersonAtOrganisation = Pick<
  typeof persons.$inferSelect,
  'id' | 'givenName' | 'familyName' | 'nativeGivenName' | 'nativeFamilyName'
> & { organisationId: string };

/** The persons, erased ones left out, who hold a function at some organisations or attended a meeting for them. */
export async function personsAt(db: Db, organisationIds: readonly string[]): Promise<PersonAtOrganisation[]> {
  if (organisationIds.length === 0) return [];
  const ids = [...organisationIds];
  const { id, givenName, familyName, nativeGivenName, nativeFamilyName } = persons;
  const names = { id, givenName, familyName, nativeGivenName, nativeFamilyName };
  const byFunction = db
    .select({ ...names, organisationId: personFunctions.organisationId })
    .from(persons)
    .innerJoin(personFunctions, eq(personFunctions.personId, persons.id))
    .where(and(isNull(persons.erasedAt), inArray(personFunctions.organisationId, ids)));
  const byAttendance = db
    .select({ ...names, organisationId: sql<string>`${attendances.organisationId}` })
    .from(persons)
    .innerJoin(attendances, eq(attendances.personId, persons.id))
    .where(and(isNull(persons.erasedAt), inArray(attendances.organisationId, ids)));
  return byFunction.union(byAttendance);
}

/** Organisations by identifier, as lists show them; unknown identifiers are left out. */
export async function organisationsById(db: Db, ids: readonly string[]): Promise<(typeof organisations.$inferSelect)[]> {
  const possible = ids.filter(isId);
  if (possible.length === 0) return [];
  return db.select().from(organisations).where(inArray(organisations.id, possible));
}

/** The committees of an edition, with the sides they belong to. */
export function committeesOfEdition(db: Db, editionId: string): Promise<CommitteeRow[]> {
  return db.select().from(committees).where(eq(committees.editionId, editionId)).orderBy(asc(committees.createdAt), asc(committees.id));
}

/**
 * The meetings of all committees of an edition, each with its committee, in the order of their dates. Cancelled ones stay, and say so in
 * their titles: whoever noted the date must find out.
 */
export async function meetingsOfEdition(db: Db, editionId: string): Promise<{ meeting: MeetingRow; committee: CommitteeRow }[]> {
  const rows = await db
    .select({ meeting: meetings, committee: committees })
    .from(meetings)
    .innerJoin(committees, eq(committees.id, meetings.committeeId))
    .where(eq(committees.editionId, editionId))
    .orderBy(asc(meetings.date), asc(meetings.number), asc(meetings.id));
  return rows.map(({ meeting, committee }) => ({ meeting: { ...meeting, title: markedTitle(meeting) }, committee }));
}
