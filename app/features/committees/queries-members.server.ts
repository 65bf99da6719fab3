import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { PersonName } from '#app/features/accounts/public.ts';
import { personFunctions, personMailboxes, persons, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { committeeMembers } from './schema.server.ts';

/** A person who holds the membership of a committee. */
export type HolderRow = { assignmentId: string; since: Date; person: typeof persons.$inferSelect };
/** A function of such a person. */
export type HeldFunction = Pick<
  typeof personFunctions.$inferSelect,
  'personId' | 'organisationId' | 'title' | 'contactKind' | 'from' | 'until'
>;

/** The persons who are members of a committee, by name; erased ones and ended memberships left out. */
export function holdersOfCommittee(db: Db, committeeId: string): Promise<HolderRow[]> {
  return db
    .select({ assignmentId: roleAssignments.id, since: roleAssignments.grantedAt, person: persons })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .where(
      and(
        eq(roleAssignments.role, 'committee-member'),
        eq(roleAssignments.committeeId, committeeId),
        isNull(roleAssignments.revokedAt),
        isNull(persons.erasedAt),
      ),
    )
    .orderBy(sql`(${persons.familyName} || ' ' || ${persons.givenName}) collate "fr-x-icu"`, asc(persons.id));
}

/** The organisations that sit in a committee, in the official order: by country, then by their codes. */
export function organisationsOfCommittee(db: Db, committeeId: string) {
  const { id, names, country, kind, isAuthority, slug } = organisations;
  return db
    .select({ memberId: committeeMembers.id, id, names, country, kind, isAuthority, slug })
    .from(committeeMembers)
    .innerJoin(organisations, eq(organisations.id, committeeMembers.organisationId))
    .where(eq(committeeMembers.committeeId, committeeId))
    .orderBy(asc(organisations.country), asc(organisations.isAuthority), asc(organisations.orderKey), asc(organisations.id));
}

/** The functions of some persons, latest start first. */
export async function functionsHeld(db: Db, personIds: readonly string[]): Promise<HeldFunction[]> {
  const possible = personIds.filter(isId);
  if (possible.length === 0) return [];
  const { personId, organisationId, title, contactKind, from, until } = personFunctions;
  return db
    .select({ personId, organisationId, title, contactKind, from, until })
    .from(personFunctions)
    .where(inArray(personFunctions.personId, possible))
    .orderBy(sql`${personFunctions.from} desc nulls last`, sql`${personFunctions.createdAt} desc`, asc(personFunctions.id));
}

/** The mailbox at which each of some persons is written to first, by person; who has none is left out. */
export async function mainMailboxes(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: personMailboxes.personId, address: personMailboxes.address })
    .from(personMailboxes)
    .where(inArray(personMailboxes.personId, [...personIds]))
    .orderBy(asc(personMailboxes.isPrimary), sql`${personMailboxes.normalised} desc`);
  // The primary one comes last and so wins.
  return new Map(rows.map(({ personId, address }) => [personId, address]));
}

/** The names of some persons, by identifier; erased and unknown ones are left out. */
export async function personNames(db: Db, ids: readonly string[]): Promise<Map<string, PersonName>> {
  const possible = ids.filter(isId);
  if (possible.length === 0) return new Map();
  const { id, givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName } = persons;
  const rows = await db
    .select({ id, givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName })
    .from(persons)
    .where(and(inArray(persons.id, possible), isNull(persons.erasedAt)));
  return new Map(rows.map(({ id: personId, ...name }) => [personId, name]));
}
