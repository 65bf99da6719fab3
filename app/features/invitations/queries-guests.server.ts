import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { isHeldOn, type PersonName } from '#app/features/accounts/public.ts';
import { personFunctions, personMailboxes, persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { type Locale, localeOfCountry } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { Db } from '#app/platform/db/client.ts';

type Names = (typeof organisations.$inferSelect)['names'];

/** Somebody who may be invited, as a letter addresses them. */
export type Guest = {
  personId: string;
  organisation: { id: string; names: Names; country: string } | null;
  name: PersonName;
  civility: string | null;
  title: LocalisedText | null;
  elected: boolean;
  mailbox: string | null;
  lang: Locale;
};

/** The language of a country's letters to those of whom no language is recorded. */
function languageOf(country: string | undefined, nativeName: string | null): Locale {
  return country === undefined ? (nativeName ? 'ja' : 'fr') : localeOfCountry(country);
}

/**
 * Persons as guests for the organisations they come for, by person; erased ones are left out. The function shown is one held there on
 * `day`, an elected one first: whoever holds one is written to by an officer.
 */
export async function guestsOf(
  db: Db,
  pairs: readonly { personId: string; organisationId: string | null }[],
  day: string,
): Promise<Map<string, Guest>> {
  const ids = [...new Set(pairs.map(({ personId }) => personId))];
  if (ids.length === 0) return new Map();
  const [people, mailboxes, held] = await Promise.all([
    db
      .select()
      .from(persons)
      .where(and(inArray(persons.id, ids), isNull(persons.erasedAt))),
    db
      .select()
      .from(personMailboxes)
      .where(inArray(personMailboxes.personId, ids))
      .orderBy(desc(personMailboxes.isPrimary), asc(personMailboxes.normalised)),
    db
      .select()
      .from(personFunctions)
      .where(inArray(personFunctions.personId, ids))
      .orderBy(sql`${personFunctions.from} desc nulls last`, desc(personFunctions.createdAt), asc(personFunctions.id)),
  ]);
  const current = held.filter((row) => isHeldOn(row, day));
  const named = [...pairs, ...current].flatMap(({ organisationId }) => organisationId ?? []);
  const bodies =
    named.length === 0
      ? []
      : await db
          .select()
          .from(organisations)
          .where(inArray(organisations.id, [...new Set(named)]));
  const guests = people.map((person) => {
    const own = current.filter(({ personId }) => personId === person.id);
    // Whoever comes for no organisation in particular is addressed where a function is held.
    const organisationId = pairs.find(({ personId }) => personId === person.id)?.organisationId ?? own[0]?.organisationId;
    const body = bodies.find(({ id }) => id === organisationId);
    const there = body ? own.filter((row) => row.organisationId === body.id) : own;
    const shown = there.find(({ contactKind }) => contactKind === 'elected') ?? there[0];
    const guest: Guest = {
      ...{ personId: person.id, name: person, civility: person.civility, title: shown?.title ?? null },
      organisation: body ? { id: body.id, names: body.names, country: body.country } : null,
      // Elected anywhere is elected: a mayor who sits for a network is still written to by an officer.
      elected: own.some(({ contactKind }) => contactKind === 'elected'),
      mailbox: mailboxes.find(({ personId }) => personId === person.id)?.address ?? null,
      lang: person.preferredLang ?? languageOf(body?.country, person.nativeFamilyName),
    };
    return [person.id, guest] as const;
  });
  return new Map(guests);
}

/** The mailboxes of a person, as they are written. */
export async function mailboxesOfPerson(db: Db, personId: string): Promise<string[]> {
  const rows = await db.select({ address: personMailboxes.address }).from(personMailboxes).where(eq(personMailboxes.personId, personId));
  return rows.map(({ address }) => address);
}
