import { and, asc, count, desc, eq, exists, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Grant } from '#app/access/actor.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { ContactKind } from './domain/function-term.ts';
import { grantFromRow } from './domain/grant-shape.ts';
import type { PeopleSort } from './domain/people-filter.ts';
import { foldName } from './domain/person-name.ts';
import type { PersonStanding, Visibility } from './person-rights.ts';
import { personFunctions, personMailboxes, persons, roleAssignments } from './schema.server.ts';

export type PersonRow = typeof persons.$inferSelect;
export type MailboxRow = typeof personMailboxes.$inferSelect;
/** A function with what its organisation is called and where it is. */
export type FunctionRow = typeof personFunctions.$inferSelect & {
  organisation: { names: OrganisationNames; country: string; slug: string };
};
export type OrganisationNames = (typeof organisations.$inferSelect)['names'];
export type AssignmentRow = typeof roleAssignments.$inferSelect;

/** A person; `null` when there is none. Erased persons are found too. */
export async function findPerson(db: Db, personId: string): Promise<PersonRow | null> {
  if (!isId(personId)) return null;
  const [row] = await db.select().from(persons).where(eq(persons.id, personId));
  return row ?? null;
}

/** The persons whom a mailbox serves, erased ones left out, in the order of their names. */
export async function personsOfMailbox(db: Db, normalised: string): Promise<PersonRow[]> {
  const rows = await db
    .select({ person: persons })
    .from(persons)
    .innerJoin(personMailboxes, eq(personMailboxes.personId, persons.id))
    .where(and(eq(personMailboxes.normalised, normalised), isNull(persons.erasedAt)))
    .orderBy(asc(persons.familyName), asc(persons.givenName), asc(persons.id));
  return rows.map((row) => row.person);
}

/** The mailboxes of some persons, the primary one first. */
export async function mailboxesOf(db: Db, personIds: readonly string[]): Promise<MailboxRow[]> {
  if (personIds.length === 0) return [];
  const rows = db
    .select()
    .from(personMailboxes)
    .where(inArray(personMailboxes.personId, [...personIds]));
  return rows.orderBy(desc(personMailboxes.isPrimary), asc(personMailboxes.normalised));
}

/** The functions of some persons, latest start first. */
export async function functionsOf(db: Db, personIds: readonly string[]): Promise<FunctionRow[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select({ held: personFunctions, names: organisations.names, country: organisations.country, slug: organisations.slug })
    .from(personFunctions)
    .innerJoin(organisations, eq(organisations.id, personFunctions.organisationId))
    .where(inArray(personFunctions.personId, [...personIds]))
    .orderBy(sql`${personFunctions.from} desc nulls last`, desc(personFunctions.createdAt), asc(personFunctions.id));
  return rows.map(({ held, names, country, slug }) => ({ ...held, organisation: { names, country, slug } }));
}

/** The grants of a person that are in force, oldest first. */
export async function liveAssignmentsOf(db: Db, personIds: readonly string[]): Promise<AssignmentRow[]> {
  if (personIds.length === 0) return [];
  const live = and(inArray(roleAssignments.personId, [...personIds]), isNull(roleAssignments.revokedAt));
  return db.select().from(roleAssignments).where(live).orderBy(asc(roleAssignments.grantedAt), asc(roleAssignments.id));
}

/** Who holds a role over just what a grant names, in the order of their names; erased persons hold none. */
export function holdersOf(db: Db, grant: Grant): Promise<{ assignment: AssignmentRow; person: PersonRow }[]> {
  const over = (['side', 'editionId', 'committeeId', 'organisationId'] as const).map((key) =>
    grant[key] === undefined ? isNull(roleAssignments[key]) : eq(roleAssignments[key], grant[key]),
  );
  return db
    .select({ assignment: roleAssignments, person: persons })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .where(and(eq(roleAssignments.role, grant.role), isNull(roleAssignments.revokedAt), isNull(persons.erasedAt), ...over))
    .orderBy(sql`(${persons.familyName} || ' ' || ${persons.givenName}) collate "fr-x-icu"`, asc(roleAssignments.id));
}

/** A grant by its identifier, revoked ones included; `null` when there is none. */
export async function findAssignment(db: Db, assignmentId: string): Promise<AssignmentRow | null> {
  if (!isId(assignmentId)) return null;
  const [row] = await db.select().from(roleAssignments).where(eq(roleAssignments.id, assignmentId));
  return row ?? null;
}

/** What rights over a person depend on; `null` when there is no such person, or an erased one. */
export async function standingOf(db: Db, personId: string): Promise<PersonStanding | null> {
  const person = await findPerson(db, personId);
  if (!person || person.erasedAt) return null;
  const functions = await functionsOf(db, [personId]);
  const assignments = await liveAssignmentsOf(db, [personId]);
  const secretariats = assignments.flatMap((row) => (row.role === 'secretariat' && row.side ? [row.side] : []));
  return {
    personId,
    sides: [...new Set([...functions.map((held) => held.organisation.country), ...secretariats])],
    organisationIds: [...new Set(functions.map((held) => held.organisationId))],
    grants: assignments.map((row) => ({ grant: grantFromRow(row), sides: row.sides })),
  };
}

/** The country of an organisation, that is the side it belongs to; `null` when it is unknown. */
export async function sideOfOrganisation(db: Db, organisationId: string): Promise<string | null> {
  if (!isId(organisationId)) return null;
  const [row] = await db.select({ country: organisations.country }).from(organisations).where(eq(organisations.id, organisationId));
  return row?.country ?? null;
}

/** How many administrators there are; their rows stay locked until the transaction ends. */
export async function lockAdministrators(db: Db): Promise<AssignmentRow[]> {
  const live = and(eq(roleAssignments.role, 'instance-admin'), isNull(roleAssignments.revokedAt));
  return db.select().from(roleAssignments).where(live).orderBy(asc(roleAssignments.id)).for('update');
}

/** What a list of people is narrowed by, how it is sorted, and whether all of it is wanted or one page. */
export type PersonFilter = {
  q?: string;
  contactKind?: ContactKind | null;
  country?: string;
  withRole?: boolean;
  sort?: PeopleSort;
  page?: number;
  whole?: boolean;
};
export const PAGE_SIZE = 50;

/** The persons that `visibility` opens and `filter` asks for, a page of them or all, in the order of the language, and how many there are in all. */
export async function listPersons(
  db: Db,
  visibility: Visibility,
  filter: PersonFilter,
  locale: Locale,
): Promise<{ rows: PersonRow[]; total: number }> {
  const where = and(isNull(persons.erasedAt), visibleTo(db, visibility), ...matching(db, filter));
  const [counted] = await db.select({ total: count() }).from(persons).where(where);
  const sorted = db
    .select()
    .from(persons)
    .where(where)
    .orderBy(...orderOf(filter.sort ?? 'name', locale), asc(persons.id));
  const page = Math.max(1, filter.page ?? 1);
  const rows = await (filter.whole ? sorted : sorted.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE));
  return { rows, total: counted?.total ?? 0 };
}

/** By name as the language sorts it; or by the organisation of the latest function, one that is held before one that ended, and then by name. */
function orderOf(sort: PeopleSort, locale: Locale): SQL[] {
  const name =
    locale === 'ja'
      ? sql`coalesce(${persons.kanaFamilyName} || ' ' || coalesce(${persons.kanaGivenName}, ''), ${persons.nativeFamilyName}, ${persons.familyName}) collate "ja-x-icu"`
      : sql`(${persons.familyName} || ' ' || ${persons.givenName}) collate "fr-x-icu"`;
  const way = sort.startsWith('-') ? sql`desc` : sql`asc`;
  if (sort === 'name' || sort === '-name') return [sql`${name} ${way}`];
  const key = locale === 'ja' ? sql`o.sort_key_ja collate "ja-x-icu"` : sql`o.sort_key_fr collate "fr-x-icu"`;
  const organisation = sql`(select ${key} from ${personFunctions} f join ${organisations} o on o.id = f.organisation_id
    where f.person_id = ${persons.id} order by f.until is null desc, f."from" desc nulls last, f.created_at desc, f.id limit 1)`;
  return [sql`${organisation} ${way} nulls last`, sql`${name} asc`];
}

/** The national sides (ISO 3166-1 alpha-2) of which somebody holds the secretariat on this instance. */
export async function sidesWithSecretariat(db: Db): Promise<string[]> {
  const held = and(eq(roleAssignments.role, 'secretariat'), isNull(roleAssignments.revokedAt));
  const rows = await db.selectDistinct({ side: roleAssignments.side }).from(roleAssignments).where(held);
  return rows.flatMap(({ side }) => side ?? []);
}

/** The countries of the organisations at which the persons that `visibility` opens hold or held functions. */
export async function countriesOf(db: Db, visibility: Visibility): Promise<string[]> {
  const rows = await db
    .selectDistinct({ country: organisations.country })
    .from(persons)
    .innerJoin(personFunctions, eq(personFunctions.personId, persons.id))
    .innerJoin(organisations, eq(organisations.id, personFunctions.organisationId))
    .where(and(isNull(persons.erasedAt), visibleTo(db, visibility)));
  return rows.map((row) => row.country);
}

function visibleTo(db: Db, { all, sides, organisationIds }: Visibility): SQL | undefined {
  if (all) return undefined;
  const bySide = sides.length > 0 ? inArray(organisations.country, [...sides]) : sql`false`;
  const byOrganisation = organisationIds.length > 0 ? inArray(personFunctions.organisationId, [...organisationIds]) : sql`false`;
  const bySecretariat =
    sides.length > 0 ? and(eq(roleAssignments.role, 'secretariat'), inArray(roleAssignments.side, [...sides])) : sql`false`;
  return or(holding(db, or(bySide, byOrganisation)), granted(db, bySecretariat));
}

function matching(db: Db, { q, contactKind, country, withRole }: PersonFilter): (SQL | undefined)[] {
  const words = foldName(q ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 8);
  return [
    ...words.map((word) => sql`strpos(${persons.searchText}, ${word}) > 0`),
    contactKind ? holding(db, eq(personFunctions.contactKind, contactKind)) : undefined,
    country ? holding(db, eq(organisations.country, country)) : undefined,
    withRole ? granted(db, isNotNull(roleAssignments.id)) : undefined,
  ];
}

function holding(db: Db, condition: SQL | undefined): SQL {
  const held = db
    .select({ one: sql`1` })
    .from(personFunctions)
    .innerJoin(organisations, eq(organisations.id, personFunctions.organisationId))
    .where(and(eq(personFunctions.personId, persons.id), condition));
  return exists(held);
}

function granted(db: Db, condition: SQL | undefined): SQL {
  const live = and(eq(roleAssignments.personId, persons.id), isNull(roleAssignments.revokedAt), condition);
  return exists(db.select({ one: sql`1` }).from(roleAssignments).where(live));
}

/** The names of some organisations, by identifier. */
export async function organisationNamesOf(db: Db, ids: readonly string[]): Promise<Map<string, OrganisationNames>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: organisations.id, names: organisations.names })
    .from(organisations)
    .where(inArray(organisations.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.names]));
}
