import { and, desc, eq, isNull } from 'drizzle-orm';
import { isHeldOn } from '#app/features/accounts/public.ts';
import { personFunctions, personMailboxes, persons, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
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
