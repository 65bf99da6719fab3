import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { GrantedRole } from '#app/access/actor.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { createdAt, id, instant, localisedText, partialDate } from '#app/platform/db/columns.ts';
import type { ContactKind } from './domain/function-term.ts';

/**
 * People, known by their own identifier and never by a mailbox. Names stand as printed; the native and kana forms are
 * other facts, not translations. `civility` is what was recorded ("Madame", "様"), never deduced. An erased person
 * keeps the row, emptied, so that what refers to it stays readable.
 */
export const persons = pgTable(
  'persons',
  {
    id: id(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    nativeGivenName: text(),
    nativeFamilyName: text(),
    kanaGivenName: text(),
    kanaFamilyName: text(),
    civility: text(),
    preferredLang: text().$type<Locale>(),
    /** Every form of the name, folded for search (see `domain/person-name`). */
    searchText: text().notNull().default(''),
    createdAt: createdAt(),
    erasedAt: instant(),
  },
  (t) => [index('persons_family_name').on(t.familyName, t.givenName)],
);

/** A person has several mailboxes and a mailbox may serve several persons: only the pair is unique. */
export const personMailboxes = pgTable(
  'person_mailboxes',
  {
    id: id(),
    personId: personReference(),
    address: text().notNull(),
    normalised: text().notNull(),
    isPrimary: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    unique('person_mailboxes_pair').on(t.personId, t.normalised),
    index('person_mailboxes_normalised').on(t.normalised),
    uniqueIndex('person_mailboxes_one_primary').on(t.personId).where(sql`is_primary`),
  ],
);

/** What a person is, where, and for how long, as some source says. */
export const personFunctions = pgTable(
  'person_functions',
  {
    id: id(),
    personId: personReference(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    title: localisedText().notNull(),
    contactKind: text().$type<ContactKind>(),
    from: partialDate(),
    until: partialDate(),
    source: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('person_functions_person').on(t.personId), index('person_functions_organisation').on(t.organisationId)],
);

/**
 * Roles granted (see `access/actor`). Edition and committee are bare identifiers: those features build on this one.
 * A revoked grant stays, with its dates.
 */
export const roleAssignments = pgTable(
  'role_assignments',
  {
    id: id(),
    personId: personReference(),
    role: text().$type<GrantedRole>().notNull(),
    side: text(),
    editionId: uuid(),
    committeeId: uuid(),
    organisationId: uuid().references(() => organisations.id),
    /** The national sides that what the grant names belongs to, as told when it was granted: whose secretariat may revoke it. */
    sides: text().array().notNull().default([]),
    grantedBy: uuid(),
    grantedAt: createdAt(),
    revokedBy: uuid(),
    revokedAt: instant(),
  },
  (t) => [
    index('role_assignments_person').on(t.personId),
    uniqueIndex('role_assignments_live')
      .on(t.personId, t.role, sql`coalesce(side, edition_id::text, committee_id::text, organisation_id::text, '')`)
      .where(sql`revoked_at is null`),
  ],
);

/**
 * A sign-in under way. Secrets are kept as hashes: of the mailed link's token, of the typed code, of the cookie of the
 * browser that asked, and, once the mailbox is proven, of the ticket with which one says who one is. Unknown
 * mailboxes get a row too, so that nothing tells them apart.
 */
export const signInChallenges = pgTable(
  'sign_in_challenges',
  {
    id: id(),
    normalised: text().notNull(),
    tokenHash: text().notNull().unique(),
    codeHash: text().notNull(),
    askHash: text().notNull().unique(),
    returnTo: text(),
    attempts: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    ticketHash: text().unique(),
    ticketUsedAt: instant(),
  },
  (t) => [index('sign_in_challenges_expiry').on(t.expiresAt)],
);

/** Signed-in browsers. The cookie's token is kept as a hash; the one before it stays good for the requests under way. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    personId: personReference(),
    tokenHash: text().notNull().unique(),
    previousTokenHash: text().unique(),
    rotatedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    userAgent: text(),
    revokedAt: instant(),
  },
  (t) => [index('sessions_person').on(t.personId)],
);

/** Counters of what is limited, by a hash of who does it; shared by all processes. */
export const signInCounters = pgTable('sign_in_counters', {
  key: text().primaryKey(),
  points: integer().notNull(),
  resetsAt: instant().notNull(),
});

function personReference() {
  return uuid()
    .notNull()
    .references((): AnyPgColumn => persons.id);
}
