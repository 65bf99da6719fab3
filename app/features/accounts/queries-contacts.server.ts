import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Locale } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { Db } from '#app/platform/db/client.ts';
import { type ContactKind, isHeldOn } from './domain/function-term.ts';
import type { PersonName } from './domain/person-name.ts';
import { mailboxesOf } from './queries.server.ts';
import { personFunctions, persons } from './schema.server.ts';

/** Somebody to write to at an organisation: as whom, where, in which language. */
export type Contact = {
  personId: string;
  organisationId: string;
  name: PersonName;
  civility: string | null;
  preferredLang: Locale | null;
  /** The function as recorded. */
  title: LocalisedText;
  contactKind: ContactKind | null;
  /** The primary mailbox; null when none is known. */
  mailbox: string | null;
};

/**
 * The persons who hold a function at some organisations on a day (`YYYY-MM-DD`), each once for an organisation, by name; erased
 * persons are none. Who holds several functions there is known by an elected one first, then by the latest. The caller has authorised.
 */
export async function contactsOf(db: Db, organisationIds: readonly string[], day: string): Promise<Contact[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .select({ held: personFunctions, person: persons })
    .from(personFunctions)
    .innerJoin(persons, eq(persons.id, personFunctions.personId))
    .where(and(inArray(personFunctions.organisationId, [...organisationIds]), isNull(persons.erasedAt)))
    .orderBy(asc(persons.familyName), asc(persons.givenName), asc(persons.id), desc(personFunctions.createdAt), desc(personFunctions.id));
  const held = Map.groupBy(
    rows.filter((row) => isHeldOn(row.held, day)),
    ({ held: { organisationId, personId } }) => `${organisationId} ${personId}`,
  );
  const chosen = [...held.values()].flatMap((of) => of.find((row) => row.held.contactKind === 'elected') ?? of[0] ?? []);
  const mailboxes = new Map<string, string>();
  for (const { personId, address } of await mailboxesOf(db, [...new Set(chosen.map(({ person }) => person.id))]))
    if (!mailboxes.has(personId)) mailboxes.set(personId, address);
  return chosen.map(({ held: { organisationId, title, contactKind }, person }) => ({
    ...{ personId: person.id, organisationId, name: person, civility: person.civility, preferredLang: person.preferredLang },
    ...{ title, contactKind, mailbox: mailboxes.get(person.id) ?? null },
  }));
}

/** The mailbox at which a person is written to first; null when there is none. */
export async function mainMailboxOf(db: Db, personId: string): Promise<string | null> {
  const [first] = await mailboxesOf(db, [personId]);
  return first?.address ?? null;
}
