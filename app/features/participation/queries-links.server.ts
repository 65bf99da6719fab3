import { and, desc, eq, exists, isNull } from 'drizzle-orm';
import { isHeldOn } from '#app/features/accounts/public.ts';
import { personFunctions, personMailboxes, persons, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Db } from '#app/platform/db/client.ts';
import { personLabel } from './person-label.ts';
import { formLinks } from './schema.server.ts';

export type FormLinkRow = typeof formLinks.$inferSelect;

/** What a link depends on: whether the person holds a function at the authority, edits its forms, and where they are written to. */
export type LinkHolder = { name: string; holdsFunction: boolean; isEditor: boolean; mailbox: string | null };

/** A person as the holder of a link to an authority's form, on a day (`YYYY-MM-DD`); `null` for none and for an erased one. */
export async function findLinkHolder(db: Db, personId: string, organisationId: string, day: string): Promise<LinkHolder | null> {
  if (!isId(personId)) return null;
  const [person] = await db
    .select({ given: persons.givenName, family: persons.familyName })
    .from(persons)
    .where(and(eq(persons.id, personId), isNull(persons.erasedAt)));
  if (!person) return null;
  const { from, until } = personFunctions;
  const terms = await db
    .select({ from, until })
    .from(personFunctions)
    .where(and(eq(personFunctions.personId, personId), eq(personFunctions.organisationId, organisationId)));
  const [mailbox] = await db
    .select({ address: personMailboxes.address })
    .from(personMailboxes)
    .where(eq(personMailboxes.personId, personId))
    .orderBy(desc(personMailboxes.isPrimary), personMailboxes.normalised)
    .limit(1);
  return {
    name: `${person.given} ${person.family}`.trim(),
    holdsFunction: terms.some((term) => isHeldOn(term, day)),
    isEditor: await editsFormsOf(db, personId, organisationId),
    mailbox: mailbox?.address ?? null,
  };
}

async function editsFormsOf(db: Db, personId: string, organisationId: string): Promise<boolean> {
  const { role, organisationId: over, revokedAt } = roleAssignments;
  const editor = and(eq(role, 'authority-editor'), eq(over, organisationId), isNull(revokedAt));
  const rows = await db
    .select({ id: roleAssignments.id })
    .from(roleAssignments)
    .where(and(eq(roleAssignments.personId, personId), editor));
  return rows.length > 0;
}

/** A link by the hash of its secret, revoked and expired ones included. */
export async function findLinkByHash(db: Db, tokenHash: string): Promise<FormLinkRow | null> {
  const [row] = await db.select().from(formLinks).where(eq(formLinks.tokenHash, tokenHash));
  return row ?? null;
}

/** A link by its identifier; `null` when there is none. */
export async function findLink(db: Db, id: string): Promise<FormLinkRow | null> {
  if (!isId(id)) return null;
  const [row] = await db.select().from(formLinks).where(eq(formLinks.id, id));
  return row ?? null;
}

/** The links to a form, the latest first, each with the name of whom it was made for (empty for an erased person). */
export async function listLinks(db: Db, participationId: string, locale: Locale) {
  const { id, createdAt, expiresAt, revokedAt } = formLinks;
  const { givenName, familyName, nativeGivenName, nativeFamilyName } = persons;
  const rows = await db
    .select({ link: { id, createdAt, expiresAt, revokedAt }, names: { givenName, familyName, nativeGivenName, nativeFamilyName } })
    .from(formLinks)
    .innerJoin(persons, eq(persons.id, formLinks.personId))
    .where(eq(formLinks.participationId, participationId))
    .orderBy(desc(createdAt), desc(id));
  return rows.map(({ link, names }) => ({ ...link, name: personLabel(names, locale) }));
}

/** The people who hold a function at an authority on a day (`YYYY-MM-DD`) and can be written to, by name. */
export async function linkablePeople(db: Db, organisationId: string, day: string, locale: Locale): Promise<{ id: string; name: string }[]> {
  const { id, givenName, familyName, nativeGivenName, nativeFamilyName } = persons;
  const { from, until } = personFunctions;
  const reachable = db.select({ one: personMailboxes.id }).from(personMailboxes).where(eq(personMailboxes.personId, id));
  const rows = await db
    .select({ id, givenName, familyName, nativeGivenName, nativeFamilyName, from, until })
    .from(personFunctions)
    .innerJoin(persons, eq(id, personFunctions.personId))
    .where(and(eq(personFunctions.organisationId, organisationId), isNull(persons.erasedAt), exists(reachable)));
  const held = rows.filter((term) => isHeldOn(term, day)).map((person) => [person.id, personLabel(person, locale)] as const);
  const names = [...new Map(held)].map(([personId, name]) => ({ id: personId, name }));
  return names.sort((a, b) => a.name.localeCompare(b.name, locale));
}
