import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import { createdAt, id, instant, localisedText, partialDate } from '#app/platform/db/columns.ts';
import type { Audience, Deliverable, EntryKind, Track } from './domain/entry.ts';
import type { Timing } from './domain/timing.ts';

/** A date of an edition's preparation. Meetings are the committees', the parts of the form the participation's: neither is entered again. */
export const timelineEntries = pgTable(
  'timeline_entries',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    kind: text().$type<EntryKind>().notNull(),
    track: text().$type<Track>().notNull(),
    title: localisedText().notNull(),
    timing: jsonb().$type<Timing>().notNull(),
    /** Monday 1 to Sunday 7, where a weekday is printed beside the date. */
    printedWeekday: integer(),
    /** The month (`YYYY-MM`) in whose row the source prints it. */
    printedIn: text(),
    audience: text().$type<Audience>().notNull(),
    deliverable: text().$type<Deliverable>(),
    addresseeId: uuid().references(() => organisations.id),
    chaserId: uuid().references(() => organisations.id),
    /** The national side it belongs to (ISO 3166-1 alpha-2); both when it is null. */
    side: text(),
    note: localisedText(),
    source: localisedText(),
    /** The entry of an earlier edition that it was derived from; kept when that one is removed, so that it is not derived twice. */
    derivedFrom: uuid(),
    /** Its date there, when it was moved blindly and nobody has set it since. */
    shiftedFrom: partialDate(),
    /** The iCalendar SEQUENCE: raised when its date as worked out changes. */
    sequence: integer().notNull().default(0),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('timeline_entries_derived').on(t.editionId, t.derivedFrom),
    index('timeline_entries_edition').on(t.editionId),
    check('timeline_entries_weekday', sql`${t.printedWeekday} between 1 and 7`),
  ],
);
