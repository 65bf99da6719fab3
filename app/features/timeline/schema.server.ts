import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { createdAt, id, instant, localisedText, partialDate } from '#app/platform/db/columns.ts';
import type { Audience, Deliverable, EntryKind, Track } from './domain/entry.ts';
import type { NoticeLetterState, NoticeSubject } from './domain/notices.ts';
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
    /** Its date as worked out before that last changed: what a calendar cancels when no day is known any more. */
    formerDate: partialDate(),
    /** When it was taken out of the timeline; calendars that held it go on saying that it is cancelled. */
    removedAt: instant(),
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

/** What people were told of a date that moved: kept with every letter as it was rendered. */
export const timelineNotices = pgTable(
  'timeline_notices',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    subject: text().$type<NoticeSubject>().notNull(),
    /** The date that moved; nothing when the edition itself did. */
    entryId: uuid().references(() => timelineEntries.id),
    title: localisedText().notNull(),
    /** Whom the date was for, and its side: who may read the notice. */
    audience: text().$type<Audience>(),
    side: text(),
    fromDate: partialDate().notNull(),
    /** Nothing for a date that was taken out. */
    toDate: partialDate(),
    sentBy: uuid(),
    sentAt: instant().notNull(),
  },
  (t) => [index('timeline_notices_edition').on(t.editionId, t.sentAt), index('timeline_notices_entry').on(t.entryId)],
);

/** One letter of a notice, as rendered for its reader. `for-officer`: an elected person, to whom an officer writes and says so (`by-officer`). */
export const timelineNoticeLetters = pgTable(
  'timeline_notice_letters',
  {
    id: id(),
    noticeId: uuid()
      .notNull()
      .references(() => timelineNotices.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    organisationId: uuid().references(() => organisations.id),
    /** The national side whose officers see to it (ISO 3166-1 alpha-2). */
    side: text().notNull(),
    /** Empty where no mailbox is known. */
    toAddress: text().notNull(),
    replyTo: text().notNull(),
    lang: text().$type<Locale>().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    state: text().$type<NoticeLetterState>().notNull(),
    outboxId: uuid(),
    /** The officer who sent it from a mailbox of their own, and when. */
    officerId: uuid(),
    officerSentAt: instant(),
  },
  (t) => [unique('timeline_notice_letters_once').on(t.noticeId, t.personId), index('timeline_notice_letters_person').on(t.personId)],
);
