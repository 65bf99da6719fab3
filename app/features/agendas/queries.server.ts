import { and, asc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import type { MeetingInCommittee } from '#app/features/committees/public.server.ts';
import { attendances, committees, meetings } from '#app/features/committees/schema.server.ts';
import { editions, series } from '#app/features/editions/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { Db } from '#app/platform/db/client.ts';
import { agendaItemDocuments, agendaItems, agendaSpeakers, meetingDocumentFiles, meetingDocuments, voicedNotes } from './schema.server.ts';

export type ItemRow = typeof agendaItems.$inferSelect;
export type DocumentRow = typeof meetingDocuments.$inferSelect;
export type FileRow = typeof meetingDocumentFiles.$inferSelect;
export type VoicedRow = typeof voicedNotes.$inferSelect;

const personName = {
  givenName: persons.givenName,
  familyName: persons.familyName,
  nativeGivenName: persons.nativeGivenName,
  nativeFamilyName: persons.nativeFamilyName,
  kanaGivenName: persons.kanaGivenName,
  kanaFamilyName: persons.kanaFamilyName,
};

/** A name in its scripts. */
export type Name = Pick<typeof persons.$inferSelect, keyof typeof personName>;

/** Who speaks to an item; `name` is null for a label, and for a person who was erased. */
export type AgendaSpeaker = { personId: string | null; label: string | null; name: Name | null };
export type AgendaItem = Pick<ItemRow, 'id' | 'position' | 'title' | 'note' | 'minutes' | 'revision'> & {
  speakers: AgendaSpeaker[];
  /** Those of the speakers who are persons known here. */
  speakerIds: string[];
  documentIds: string[];
};

/** The agenda of a meeting in its order. */
export async function itemsOf(db: Db, meetingId: string): Promise<AgendaItem[]> {
  const items = await db
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  const ids = items.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [speakers, links] = await Promise.all([speakersOf(db, ids), linksOf(db, ids)]);
  return items.map(({ id, position, title, note, minutes, revision }) => {
    const own = speakers.filter(({ itemId }) => itemId === id).map(({ personId, label, name }) => ({ personId, label, name }));
    const documentIds = links.filter(({ itemId }) => itemId === id).map(({ documentId }) => documentId);
    return {
      id,
      position,
      title,
      note,
      minutes,
      revision,
      speakers: own,
      speakerIds: own.flatMap(({ personId }) => personId ?? []),
      documentIds,
    };
  });
}

function speakersOf(db: Db, itemIds: readonly string[]) {
  const { itemId, personId, label } = agendaSpeakers;
  return db
    .select({ itemId, personId, label, name: personName })
    .from(agendaSpeakers)
    .leftJoin(persons, and(eq(persons.id, agendaSpeakers.personId), isNull(persons.erasedAt)))
    .where(inArray(agendaSpeakers.itemId, [...itemIds]))
    .orderBy(asc(agendaSpeakers.position));
}

function linksOf(db: Db, itemIds: readonly string[]) {
  return db
    .select({ itemId: agendaItemDocuments.itemId, documentId: agendaItemDocuments.documentId })
    .from(agendaItemDocuments)
    .innerJoin(meetingDocuments, eq(meetingDocuments.id, agendaItemDocuments.documentId))
    .where(inArray(agendaItemDocuments.itemId, [...itemIds]))
    .orderBy(asc(meetingDocuments.number));
}

/** An item of a meeting, held until the transaction ends; null when the meeting has none such. */
export async function lockItem(db: Db, meetingId: string, id: string): Promise<ItemRow | null> {
  if (!isId(id)) return null;
  const own = and(eq(agendaItems.id, id), eq(agendaItems.meetingId, meetingId));
  const [row] = await db.select().from(agendaItems).where(own).for('update');
  return row ?? null;
}

/** Holds a meeting against others who would number or order its items and documents, until the transaction ends. */
export async function lockMeeting(db: Db, meetingId: string): Promise<void> {
  await db.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, meetingId)).for('no key update');
}

/** A numbered document with the files it was handed in as. */
export type MeetingDocument = Omit<DocumentRow, 'number'> & { /** As printed after "Doc". */ number: string; files: FileRow[] };

/** The documents of a meeting by number. */
export async function documentsOf(db: Db, meetingId: string): Promise<MeetingDocument[]> {
  const rows = await db
    .select()
    .from(meetingDocuments)
    .where(eq(meetingDocuments.meetingId, meetingId))
    .orderBy(asc(meetingDocuments.number));
  return withFiles(db, rows);
}

async function withFiles(db: Db, rows: readonly DocumentRow[]): Promise<MeetingDocument[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const files = await db
    .select()
    .from(meetingDocumentFiles)
    .where(inArray(meetingDocumentFiles.documentId, ids))
    .orderBy(asc(meetingDocumentFiles.createdAt), asc(meetingDocumentFiles.id));
  return rows.map((row) => ({ ...row, number: String(row.number), files: files.filter(({ documentId }) => documentId === row.id) }));
}

/** A document of a meeting; with `lock`, held until the transaction ends. `null` when the meeting has none such. */
export async function findDocument(db: Db, meetingId: string, id: string, lock = false): Promise<MeetingDocument | null> {
  if (!isId(id)) return null;
  const query = db
    .select()
    .from(meetingDocuments)
    .where(and(eq(meetingDocuments.id, id), eq(meetingDocuments.meetingId, meetingId)));
  return (await withFiles(db, await (lock ? query.for('update') : query)))[0] ?? null;
}

/** The meeting of the same committee just before, by its number, that has an agenda; null when none has. */
export async function previousAgenda(db: Db, committeeId: string, number: number): Promise<{ id: string; title: LocalisedText } | null> {
  const [row] = await db
    .select({ id: meetings.id, title: meetings.title })
    .from(meetings)
    .where(
      and(
        eq(meetings.committeeId, committeeId),
        lt(meetings.number, number),
        sql`exists (select 1 from ${agendaItems} where ${agendaItems.meetingId} = ${meetings.id})`,
      ),
    )
    .orderBy(sql`${meetings.number} desc`)
    .limit(1);
  return row ?? null;
}

export type CommitteeInEdition = Omit<MeetingInCommittee, 'meeting'>;

/** The committees of an edition (by its slug), or the one of that identifier, with what rights over them depend on. */
export function committeesIn(db: Db, wanted: { slug: string } | { committeeId: string }): Promise<CommitteeInEdition[]> {
  const { id, slug, ordinal, title, hostCountry } = editions;
  const facts = { id, slug, ordinal, title, pattern: series.editionName, sides: series.countries, hostCountry };
  return db
    .select({ committee: committees, edition: facts })
    .from(committees)
    .innerJoin(editions, eq(editions.id, committees.editionId))
    .innerJoin(series, eq(series.id, editions.seriesId))
    .where('slug' in wanted ? eq(editions.slug, wanted.slug) : eq(committees.id, wanted.committeeId))
    .orderBy(asc(committees.createdAt), asc(committees.id));
}

/** Who was at the meetings of a committee, or excused: the persons, and the organisations they came for. */
export function attendeesOf(db: Db, committeeId: string) {
  return db
    .selectDistinct({
      personId: persons.id,
      name: personName,
      organisationId: organisations.id,
      names: organisations.names,
      slug: organisations.slug,
    })
    .from(attendances)
    .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
    .innerJoin(persons, and(eq(persons.id, attendances.personId), isNull(persons.erasedAt)))
    .leftJoin(organisations, eq(organisations.id, attendances.organisationId))
    .where(eq(meetings.committeeId, committeeId));
}

/** The meetings of a committee, latest number first. */
export function meetingsOf(db: Db, committeeId: string) {
  return db
    .select({ id: meetings.id, title: meetings.title, date: meetings.date })
    .from(meetings)
    .where(eq(meetings.committeeId, committeeId))
    .orderBy(sql`${meetings.number} desc`);
}

/** A note with who voiced it and where; `personName` is null for nobody known, and for a person who was erased. */
export type VoicedNote = VoicedRow & {
  organisation: { id: string; names: (typeof organisations.$inferSelect)['names']; slug: string } | null;
  personName: Name | null;
  meetingTitle: LocalisedText | null;
};

/** The notes of some committees, open ones first, then as they were recorded; with `meetingId`, those voiced there or still open. */
export async function voicedOf(db: Db, committeeIds: readonly string[], meetingId?: string): Promise<VoicedNote[]> {
  if (committeeIds.length === 0) return [];
  const rows = await db
    .select({
      note: voicedNotes,
      organisation: { id: organisations.id, names: organisations.names, slug: organisations.slug },
      personName,
      meetingTitle: meetings.title,
    })
    .from(voicedNotes)
    .leftJoin(organisations, eq(organisations.id, voicedNotes.organisationId))
    .leftJoin(persons, and(eq(persons.id, voicedNotes.personId), isNull(persons.erasedAt)))
    .leftJoin(meetings, eq(meetings.id, voicedNotes.meetingId))
    .where(
      and(
        inArray(voicedNotes.committeeId, [...committeeIds]),
        meetingId === undefined ? undefined : or(eq(voicedNotes.meetingId, meetingId), eq(voicedNotes.state, 'open')),
      ),
    )
    .orderBy(asc(voicedNotes.state), asc(voicedNotes.createdAt), asc(voicedNotes.id));
  return rows.map(({ note, ...more }) => ({ ...note, ...more }));
}

/** A note; with `lock`, held until the transaction ends. `null` when there is none. */
export async function findVoiced(db: Db, id: string, lock = false): Promise<VoicedRow | null> {
  if (!isId(id)) return null;
  const query = db.select().from(voicedNotes).where(eq(voicedNotes.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** What minutes are composed from: the agenda of a meeting, its documents, and what its committee has to settle or voiced there. */
export type Agenda = { items: AgendaItem[]; documents: MeetingDocument[]; notes: VoicedNote[] };

/** The agenda of a meeting as composed so far; empty lists where there is none. The caller has authorised the reading. */
export async function agendaOf(db: Db, meetingId: string): Promise<Agenda> {
  const [meeting] = isId(meetingId)
    ? await db.select({ committeeId: meetings.committeeId }).from(meetings).where(eq(meetings.id, meetingId))
    : [];
  if (!meeting) return { items: [], documents: [], notes: [] };
  const [items, documents, notes] = await Promise.all([
    itemsOf(db, meetingId),
    documentsOf(db, meetingId),
    voicedOf(db, [meeting.committeeId], meetingId),
  ]);
  return { items, documents, notes };
}

/** The names of some persons; erased ones are left out. */
export async function personsById(db: Db, ids: readonly string[]): Promise<{ id: string; name: Name }[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: persons.id, name: personName })
    .from(persons)
    .where(and(inArray(persons.id, [...ids]), isNull(persons.erasedAt)));
}

/** Where a person is named as a speaker: the meetings and items. */
export function spokenBy(db: Db, personId: string): Promise<{ meeting: LocalisedText; item: LocalisedText }[]> {
  return db
    .select({ meeting: meetings.title, item: agendaItems.title })
    .from(agendaSpeakers)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaSpeakers.itemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(eq(agendaSpeakers.personId, personId));
}
