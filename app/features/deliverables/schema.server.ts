import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { createdAt, id, instant } from '#app/platform/db/columns.ts';
import type { MarkState } from './domain/cell-state.ts';
import type { Deliverable } from './domain/deliverable.ts';
import type { ReminderSkip } from './domain/reminders.ts';

const edition = () =>
  uuid()
    .notNull()
    .references(() => editions.id);

const organisation = () =>
  uuid()
    .notNull()
    .references(() => organisations.id);

/**
 * Where an organisation stands with something that it owes an edition, as somebody recorded it. What the program knows itself (the
 * form, the choice of workshops, the summaries) is never recorded here, but that it is not asked for.
 */
export const deliverableMarks = pgTable(
  'deliverable_marks',
  {
    id: id(),
    editionId: edition(),
    deliverable: text().$type<Deliverable>().notNull(),
    organisationId: organisation(),
    state: text().$type<MarkState>().notNull(),
    /** The day on which it was so, in the edition's time zone. */
    on: date({ mode: 'string' }).notNull(),
    /** Who recorded it; nobody for the program itself. */
    markedBy: uuid(),
    /** Why it is not asked for, or a remark. */
    note: text().notNull().default(''),
    /** Who accepted what was received, for those to whom it was due, and when. */
    acceptedBy: uuid(),
    acceptedAt: instant(),
    /** SHA-256 of the file that was received, where one is kept. */
    fileHash: text(),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('deliverable_marks_once').on(t.editionId, t.deliverable, t.organisationId),
    index('deliverable_marks_organisation').on(t.organisationId),
    check('deliverable_marks_accepted', sql`${t.acceptedAt} is null or ${t.state} = 'received'`),
  ],
);

/** Whether a side's reminders leave by themselves, and what stands under them. No row: they do not. */
export const reminderSettings = pgTable(
  'reminder_settings',
  {
    editionId: edition(),
    /** The country of those who are reminded: its secretariat reminds them. */
    side: text().notNull(),
    enabled: boolean().notNull().default(false),
    /** The mailbox that answers go to, and the lines under the mails. */
    replyTo: text().notNull().default(''),
    signature: text().notNull().default(''),
    revision: integer().notNull().default(1),
    updatedBy: uuid(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.side] })],
);

/** When a deadline is reminded of: days before it, -1 for the day after it. No row: by default (`domain/reminders.ts`). */
export const reminderRules = pgTable(
  'reminder_rules',
  {
    editionId: edition(),
    /** What the timeline calls the deadline: `entry …` or `stage …`. */
    item: text().notNull(),
    days: integer().array().notNull(),
    revision: integer().notNull().default(1),
    updatedBy: uuid(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.item] })],
);

/**
 * The one mail that reminds a person on a day of all that is owed, as rendered and kept. `for-officer`: to an elected person; an
 * officer sends it (`by-officer`) or not (`dropped`). `skipped`: there is no mailbox, or mails to it came back.
 */
export const reminderLetters = pgTable(
  'reminder_letters',
  {
    id: id(),
    editionId: edition(),
    /** The country whose secretariat reminds the person. */
    side: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    /** The day for which it was written, in the edition's time zone. */
    day: date({ mode: 'string' }).notNull(),
    toAddress: text().notNull(),
    lang: text().$type<Locale>().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    state: text().$type<'queued' | 'for-officer' | 'by-officer' | 'dropped' | 'skipped'>().notNull(),
    skippedBecause: text().$type<ReminderSkip>(),
    outboxId: uuid(),
    officerId: uuid(),
    officerAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('reminder_letters_once').on(t.editionId, t.personId, t.day),
    index('reminder_letters_edition').on(t.editionId, t.side, t.day),
    index('reminder_letters_person').on(t.personId),
  ],
);

/** What a person was reminded of: never twice of the same deadline by the same rule, unless its date has moved. */
export const remindersSent = pgTable(
  'reminders_sent',
  {
    id: id(),
    letterId: uuid()
      .notNull()
      .references(() => reminderLetters.id, { onDelete: 'cascade' }),
    editionId: edition(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    organisationId: organisation(),
    item: text().notNull(),
    deliverable: text().$type<Deliverable>().notNull(),
    /** The day it was due when the mail was written. */
    due: date({ mode: 'string' }).notNull(),
    /** The rule: days before the deadline, -1 for after it. */
    days: integer().notNull(),
  },
  (t) => [
    unique('reminders_sent_once').on(t.personId, t.organisationId, t.item, t.due, t.days),
    index('reminders_sent_edition').on(t.editionId, t.personId),
    index('reminders_sent_letter').on(t.letterId),
  ],
);
