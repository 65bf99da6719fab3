import { and, asc, desc, eq, inArray, isNull, notInArray, or } from 'drizzle-orm';
import { isHeldOn } from '#app/features/accounts/public.ts';
import { personFunctions, personMailboxes, persons, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { workshops } from '#app/features/editions/schema.server.ts';
import { participations } from '#app/features/participation/schema.server.ts';
import { workshopChairs } from '#app/features/workshops/schema.server.ts';
import type { Db } from '#app/platform/db/client.ts';

const organisationColumns = { id: organisations.id, names: organisations.names, kind: organisations.kind, country: organisations.country };

/** An organisation as lists name it, and where it stands towards an edition. */
export type OrganisationInList = Pick<typeof organisations.$inferSelect, keyof typeof organisationColumns>;
export type AuthorityOnList = OrganisationInList & { state: (typeof participations.$inferSelect)['state'] };

/** The authorities of some sides on an edition's list that have not said no, in the official order. */
export function authoritiesOnList(db: Db, editionId: string, sides: readonly string[]): Promise<AuthorityOnList[]> {
  return db
    .select({ ...organisationColumns, state: participations.state })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(
      and(
        eq(participations.editionId, editionId),
        inArray(organisations.country, [...sides]),
        notInArray(participations.state, ['declined', 'excused']),
      ),
    )
    .orderBy(asc(organisations.country), asc(organisations.orderKey), asc(organisations.id));
}

/** The authorities of some sides that chair a workshop of an edition, each once, in the official order. */
export function chairsOfEdition(db: Db, editionId: string, sides: readonly string[]): Promise<OrganisationInList[]> {
  return db
    .selectDistinct({ ...organisationColumns, orderKey: organisations.orderKey })
    .from(workshopChairs)
    .innerJoin(workshops, eq(workshops.id, workshopChairs.workshopId))
    .innerJoin(organisations, eq(organisations.id, workshopChairs.organisationId))
    .where(and(eq(workshops.editionId, editionId), inArray(organisations.country, [...sides])))
    .orderBy(asc(organisations.country), asc(organisations.orderKey), asc(organisations.id));
}

const personColumns = {
  personId: persons.id,
  givenName: persons.givenName,
  familyName: persons.familyName,
  nativeGivenName: persons.nativeGivenName,
  nativeFamilyName: persons.nativeFamilyName,
  kanaGivenName: persons.kanaGivenName,
  kanaFamilyName: persons.kanaFamilyName,
  civility: persons.civility,
  preferredLang: persons.preferredLang,
};

/** Who fills in the forms of some authorities, by name. */
export function officersOf(db: Db, organisationIds: readonly string[]) {
  return db
    .select({ ...personColumns, organisationId: roleAssignments.organisationId })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .where(
      and(
        eq(roleAssignments.role, 'authority-editor'),
        inArray(roleAssignments.organisationId, [...organisationIds]),
        isNull(roleAssignments.revokedAt),
        isNull(persons.erasedAt),
      ),
    )
    .orderBy(asc(persons.familyName), asc(persons.givenName), asc(persons.id));
}

/** Who organises: the secretariats of some sides, and the host team of an edition where one is named. `side` null: the host team. */
export function organisersOf(db: Db, sides: readonly string[], editionId: string | null) {
  const { role, side } = roleAssignments;
  const secretariat = and(eq(role, 'secretariat'), inArray(side, [...sides]));
  const hostTeam = editionId === null ? undefined : and(eq(role, 'host-team'), eq(roleAssignments.editionId, editionId));
  return db
    .select({ ...personColumns, side })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .where(and(or(secretariat, hostTeam), isNull(roleAssignments.revokedAt), isNull(persons.erasedAt)))
    .orderBy(asc(persons.familyName), asc(persons.givenName), asc(persons.id));
}

/** Where some persons are written to first. */
export async function mailboxesOfPersons(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(personMailboxes)
    .where(inArray(personMailboxes.personId, [...personIds]))
    .orderBy(desc(personMailboxes.isPrimary), asc(personMailboxes.normalised));
  // The first one of each person stays.
  return new Map(rows.reverse().map(({ personId, address }) => [personId, address]));
}

/** Those among some persons who hold an elected function anywhere on a day. */
export async function electedAmong(db: Db, personIds: readonly string[], day: string): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await db
    .select()
    .from(personFunctions)
    .where(and(inArray(personFunctions.personId, [...personIds]), eq(personFunctions.contactKind, 'elected')));
  return new Set(rows.filter((held) => isHeldOn(held, day)).map(({ personId }) => personId));
}
