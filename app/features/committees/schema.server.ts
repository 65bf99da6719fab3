import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import { createdAt, id, instant, localisedText, partialDate } from '#app/platform/db/columns.ts';
import type { AttendanceStatus, MeetingMode } from './domain/attendance-sheet.ts';
import type { BatchState, ImportDecisions, ImportInverse, ImportSnapshot } from './domain/import-batch.ts';
import type { Approval, CommitteeKind, MeetingState } from './domain/meeting-input.ts';

/** A committee that prepares an edition: of one side, or joint. Membership is a role (`accounts`), over the committee's identifier. */
export const committees = pgTable(
  'committees',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    kind: text().$type<CommitteeKind>().notNull(),
    /** The national sides it belongs to (ISO 3166-1 alpha-2): one, or both for a joint committee. */
    sides: text().array().notNull(),
    name: localisedText().notNull(),
    /** Whether its minutes need a yes, or are approved by silence after the date set for corrections. */
    approval: text().$type<Approval>().notNull().default('explicit'),
    createdAt: createdAt(),
  },
  // One plenary and one core committee per side, one joint committee per edition.
  (t) => [unique('committees_once').on(t.editionId, t.kind, t.sides)],
);

/** The organisations that sit in a committee, whatever the side of the committee (an embassy, a network). */
export const committeeMembers = pgTable(
  'committee_members',
  {
    id: id(),
    committeeId: uuid()
      .notNull()
      .references(() => committees.id, { onDelete: 'cascade' }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdAt: createdAt(),
  },
  (t) => [unique('committee_members_once').on(t.committeeId, t.organisationId)],
);

/** One meeting of a committee; a local time and its zone, or none yet. */
export const meetings = pgTable(
  'meetings',
  {
    id: id(),
    committeeId: uuid()
      .notNull()
      .references(() => committees.id),
    /** First, second, … meeting of its committee. */
    number: integer().notNull(),
    title: localisedText().notNull(),
    date: partialDate().notNull(),
    /** Local time, `HH:MM`. */
    startTime: text(),
    endTime: text(),
    timeZone: text().notNull(),
    mode: text().$type<MeetingMode>().notNull(),
    place: localisedText(),
    /** Where it is joined by video; an https address, for those who are invited alone. */
    videoUrl: text(),
    /** The languages spoken (`fr`, `ja`, `en`). */
    languages: text().array().notNull().default([]),
    chairId: uuid().references(() => persons.id),
    minuteTakerId: uuid().references(() => persons.id),
    state: text().$type<MeetingState>().notNull().default('planned'),
    /** The iCalendar SEQUENCE: raised by every change of time or place, and by cancelling. */
    sequence: integer().notNull().default(0),
    /** Counts the changes, so that two people who change at once learn of each other. */
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [unique('meetings_number').on(t.committeeId, t.number)],
);

/**
 * A file taken into a meeting's attendance, from draft to applied to undone. `snapshot` is what was read and recognised
 * when it was staged: what people decided upon is what is applied.
 */
export const importBatches = pgTable(
  'import_batches',
  {
    id: id(),
    meetingId: uuid()
      .notNull()
      .references(() => meetings.id),
    /** SHA-256 of the file's bytes: the same file again is the same batch. */
    fileHash: text().notNull(),
    /** Empty for pasted text. */
    fileName: text().notNull(),
    state: text().$type<BatchState>().notNull().default('draft'),
    snapshot: jsonb().$type<ImportSnapshot>().notNull(),
    decisions: jsonb().$type<ImportDecisions>().notNull(),
    /** Counts the decisions, so that two people who decide at once learn of each other. */
    revision: integer().notNull().default(1),
    createdBy: uuid(),
    createdAt: createdAt(),
    appliedBy: uuid(),
    appliedAt: instant(),
    undoneBy: uuid(),
    undoneAt: instant(),
    inverse: jsonb().$type<ImportInverse>(),
  },
  (t) => [
    uniqueIndex('import_batches_file').on(t.meetingId, t.fileHash).where(sql`state in ('draft', 'applied')`),
    index('import_batches_meeting').on(t.meetingId, t.createdAt),
  ],
);

/** A person's presence or excuse at a meeting, with what the list printed about the person then. */
export const attendances = pgTable(
  'attendances',
  {
    id: id(),
    meetingId: uuid()
      .notNull()
      .references(() => meetings.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    /** Null for an organisation that somebody decided to keep as printed. */
    organisationId: uuid().references(() => organisations.id),
    status: text().$type<AttendanceStatus>().notNull(),
    /** Who stood in for a person who is excused. */
    representedById: uuid().references(() => persons.id),
    civility: text(),
    role: text().notNull().default(''),
    organisationPrinted: text().notNull().default(''),
    mailbox: text(),
    /** Lines of the file, several where one person was printed twice. */
    lines: integer().array().notNull(),
    batchId: uuid().references(() => importBatches.id),
    createdAt: createdAt(),
    /** Counts the changes: an import is not undone over a later edit. */
    revision: integer().notNull().default(1),
  },
  (t) => [
    unique('attendances_once').on(t.meetingId, t.personId),
    index('attendances_person').on(t.personId),
    index('attendances_organisation').on(t.organisationId),
    index('attendances_batch').on(t.batchId),
  ],
);
