import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Grant } from '#app/access/actor.ts';
import { newId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { MailAddress } from '#app/lib/mail-address.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { ContactKind, Term } from './domain/function-term.ts';
import { nameSearchText, type PersonName } from './domain/person-name.ts';
import { personFunctions, personMailboxes, persons, roleAssignments } from './schema.server.ts';

/** What is recorded of a person besides mailboxes and functions. */
export type PersonFacts = PersonName & { civility: string | null; preferredLang: Locale | null };

/** What is recorded of a function. */
export type FunctionFacts = Term & { organisationId: string; title: LocalisedText; contactKind: ContactKind | null; source: string };

const nameColumns = ({
  givenName,
  familyName,
  nativeGivenName,
  nativeFamilyName,
  kanaGivenName,
  kanaFamilyName,
  civility,
  preferredLang,
}: PersonFacts) => ({
  givenName,
  familyName,
  nativeGivenName,
  nativeFamilyName,
  kanaGivenName,
  kanaFamilyName,
  civility,
  preferredLang,
});

/** Writes a new person; returns the identifier. */
export async function insertPerson(db: Db, facts: PersonFacts): Promise<string> {
  const id = newId();
  await db.insert(persons).values({ id, ...nameColumns(facts), searchText: nameSearchText(facts) });
  return id;
}

/** Replaces what is recorded of a person. */
export async function updatePerson(db: Db, personId: string, facts: PersonFacts): Promise<void> {
  await db
    .update(persons)
    .set({ ...nameColumns(facts), searchText: nameSearchText(facts) })
    .where(eq(persons.id, personId));
}

/** Gives a person a mailbox, the first one as primary; returns whether it is new to this person. */
export async function insertMailbox(db: Db, personId: string, mailbox: MailAddress): Promise<boolean> {
  const held = await db.select({ id: personMailboxes.id }).from(personMailboxes).where(eq(personMailboxes.personId, personId)).limit(1);
  const inserted = await db
    .insert(personMailboxes)
    .values({ personId, ...mailbox, isPrimary: held.length === 0 })
    .onConflictDoNothing({ target: [personMailboxes.personId, personMailboxes.normalised] })
    .returning({ id: personMailboxes.id });
  return inserted.length > 0;
}

/** Takes a mailbox from a person; another one becomes primary when that was. Returns whether there was one to take. */
export async function deleteMailbox(db: Db, personId: string, mailboxId: string): Promise<boolean> {
  const gone = await db
    .delete(personMailboxes)
    .where(and(eq(personMailboxes.id, mailboxId), eq(personMailboxes.personId, personId)))
    .returning({ isPrimary: personMailboxes.isPrimary });
  if (gone[0]?.isPrimary) {
    const next = sql`(select m.id from person_mailboxes m where m.person_id = ${personId} order by m.created_at, m.id limit 1)`;
    await db.update(personMailboxes).set({ isPrimary: true }).where(eq(personMailboxes.id, next));
  }
  return gone.length > 0;
}

/** Records a function; returns its identifier. */
export async function insertFunction(db: Db, personId: string, facts: FunctionFacts): Promise<string> {
  const id = newId();
  await db.insert(personFunctions).values({ id, personId, ...facts });
  return id;
}

/** Records when a function ended. */
export async function updateFunctionEnd(db: Db, functionId: string, until: Term['until']): Promise<void> {
  await db.update(personFunctions).set({ until }).where(eq(personFunctions.id, functionId));
}

/** Records a grant; returns its identifier, or `null` when the person holds that very grant already. */
export async function insertAssignment(
  db: Db,
  personId: string,
  grant: Grant,
  sides: readonly string[],
  grantedBy: string | null,
): Promise<string | null> {
  const id = newId();
  const inserted = await db
    .insert(roleAssignments)
    .values({ id, personId, ...grant, sides: [...sides], grantedBy })
    .onConflictDoNothing()
    .returning({ id: roleAssignments.id });
  return inserted[0]?.id ?? null;
}

/** Ends a grant; returns whether it was in force. */
export async function endAssignment(db: Db, assignmentId: string, revokedBy: string | null): Promise<boolean> {
  const ended = await db
    .update(roleAssignments)
    .set({ revokedAt: sql`now()`, revokedBy })
    .where(and(eq(roleAssignments.id, assignmentId), isNull(roleAssignments.revokedAt)))
    .returning({ id: roleAssignments.id });
  return ended.length > 0;
}
