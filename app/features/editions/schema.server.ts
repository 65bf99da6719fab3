import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { createdAt, id, instant, localisedText, partialDate } from '#app/platform/db/columns.ts';
import type { EditionState, FigureKind, FigureQualifier, OrganisationRole } from './domain/edition-types.ts';

/** A bilateral meeting held again and again by the authorities of two countries. */
export const series = pgTable(
  'series',
  {
    id: id(),
    slug: text().notNull().unique(),
    name: localisedText().notNull(),
    shortName: localisedText().notNull(),
    /** How an edition is called: a pattern with `{n}` or `{nth}` (see `domain/edition-title`). */
    editionName: localisedText().notNull(),
    description: localisedText(),
    /** The two sides, ISO 3166-1 alpha-2; their order is the order of the sides on pages and documents. */
    countries: text().array().notNull(),
    /** Years from one edition to the next, when the documents say so. */
    cadenceYears: integer(),
    /** Whether the two countries host in turn. */
    alternates: boolean().notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [check('series_two_sides', sql`cardinality(${t.countries}) = 2`)],
);

/** One meeting of a series. Previous and next follow from the ordinal. */
export const editions = pgTable(
  'editions',
  {
    id: id(),
    seriesId: uuid()
      .notNull()
      .references(() => series.id),
    /** Immutable: it stands in addresses, documents and commands (`rfj-9`). */
    slug: text().notNull().unique(),
    ordinal: integer().notNull(),
    state: text().$type<EditionState>().notNull().default('planned'),
    /** Nobody yet for an edition of which only the country is known. */
    hostOrganisationId: uuid().references(() => organisations.id),
    hostCountry: text().notNull(),
    /** As printed, so that a page can name the city where the host is unknown to the registry. */
    city: localisedText(),
    dates: partialDate().notNull(),
    /** IANA zone in which the times of slots are meant. */
    timeZone: text().notNull(),
    title: localisedText(),
    theme: localisedText(),
    venue: localisedText(),
    presentation: localisedText(),
    /** Numbers of the Sustainable Development Goals, 1–17. */
    sdgs: integer().array().notNull().default([]),
    /** Where the facts of this row were read. */
    source: localisedText(),
    createdAt: createdAt(),
    /** Counts the changes of the facts, so that two people who edit at once learn of each other. */
    revision: integer().notNull().default(1),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('editions_ordinal').on(t.seriesId, t.ordinal),
    index('editions_host').on(t.hostOrganisationId),
    check('editions_ordinal_positive', sql`${t.ordinal} > 0`),
  ],
);

/** An edition moved to other dates: what was planned, what it became, and why. */
export const editionPostponements = pgTable(
  'edition_postponements',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    fromDates: partialDate().notNull(),
    toDates: partialDate().notNull(),
    reason: localisedText(),
    source: localisedText(),
    createdAt: createdAt(),
  },
  (t) => [index('edition_postponements_edition').on(t.editionId)],
);

/** A figure as somebody printed it; several may disagree, and all are kept with their source. */
export const editionFigures = pgTable(
  'edition_figures',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    kind: text().$type<FigureKind>().notNull(),
    /** The side that is counted, ISO 3166-1 alpha-2; both when it is null. */
    side: text(),
    value: integer().notNull(),
    qualifier: text().$type<FigureQualifier>().notNull().default('exact'),
    asOf: partialDate().notNull(),
    source: localisedText().notNull(),
    note: localisedText(),
    createdAt: createdAt(),
  },
  (t) => [index('edition_figures_edition').on(t.editionId, t.kind), check('edition_figures_natural', sql`${t.value} >= 0`)],
);

/** Two printings that contradict each other: what stands where, and which one the record follows. */
export const editionContradictions = pgTable(
  'edition_contradictions',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    /** What the printings are about (`dates`, `workshop-numbers`, …). */
    subject: text().notNull(),
    /** The words as printed, in the language of the source. */
    printed: text().notNull(),
    kept: text().notNull(),
    note: localisedText(),
    source: localisedText().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique('edition_contradictions_once').on(t.editionId, t.subject, t.printed)],
);

/** Organisations that hold an edition with its host, or stand behind it. */
export const editionOrganisations = pgTable(
  'edition_organisations',
  {
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    role: text().$type<OrganisationRole>().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.organisationId, t.role] }),
    index('edition_organisations_organisation').on(t.organisationId),
  ],
);

/** A stretch of a day of the edition, in the edition's time zone; `parallel` sessions run in it. */
export const slots = pgTable(
  'slots',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    /** Local times, `HH:MM`. */
    startsAt: text().notNull(),
    endsAt: text().notNull(),
    label: localisedText().notNull(),
    /** The rooms reserved, before anybody says which session goes where. */
    rooms: localisedText(),
    parallel: integer().notNull().default(1),
  },
  (t) => [
    unique('slots_once').on(t.editionId, t.day, t.startsAt),
    check(
      'slots_times',
      sql`${t.startsAt} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ${t.endsAt} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ${t.startsAt} < ${t.endsAt}`,
    ),
  ],
);

/** A thematic working session of an edition; slot and room stay empty until they are decided. */
export const workshops = pgTable(
  'workshops',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    /** The number on paper where it differs (the minutes print 1, 1, 2, 3). */
    printedNumber: text(),
    title: localisedText().notNull(),
    slotId: uuid().references(() => slots.id, { onDelete: 'set null' }),
    room: localisedText(),
    /** Minutes of one talk, when decided. */
    talkMinutes: integer(),
  },
  (t) => [unique('workshops_number').on(t.editionId, t.number), index('workshops_slot').on(t.slotId)],
);

/** A subject given as an example of what a workshop may treat. */
export const workshopSubjects = pgTable(
  'workshop_subjects',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    text: localisedText().notNull(),
  },
  (t) => [unique('workshop_subjects_position').on(t.workshopId, t.position)],
);
