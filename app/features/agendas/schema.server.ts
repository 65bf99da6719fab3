import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { committees, meetings } from '#app/features/committees/schema.server.ts';
import { createdAt, id, instant, localisedText, partialDate } from '#app/platform/db/columns.ts';
import { storedFiles } from '#app/platform/db/schema.server.ts';
import type { DocumentKind, FileLanguage } from './domain/document.ts';
import type { VoicedKind, VoicedState } from './domain/voiced.ts';

const meeting = () =>
  uuid()
    .notNull()
    .references(() => meetings.id, { onDelete: 'cascade' });
const revision = () => integer().notNull().default(1);
const updatedAt = () => instant().notNull().defaultNow();

/** An item of a meeting's agenda. Positions count from 1; they are written under a lock on the meeting. */
export const agendaItems = pgTable(
  'agenda_items',
  {
    id: id(),
    meetingId: meeting(),
    position: integer().notNull(),
    title: localisedText().notNull(),
    note: localisedText(),
    /** How long it is meant to take. */
    minutes: integer(),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('agenda_items_meeting').on(t.meetingId, t.position)],
);

/** Who speaks to an item: a person, or a label as an agenda prints it. */
export const agendaSpeakers = pgTable(
  'agenda_speakers',
  {
    id: id(),
    itemId: uuid()
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    personId: uuid().references(() => persons.id),
    label: text(),
  },
  (t) => [
    unique('agenda_speakers_position').on(t.itemId, t.position),
    index('agenda_speakers_person').on(t.personId),
    check('agenda_speakers_one', sql`(${t.personId} is null) <> (${t.label} is null)`),
  ],
);

/** A document of a meeting, numbered as in the file of participants. */
export const meetingDocuments = pgTable(
  'meeting_documents',
  {
    id: id(),
    meetingId: meeting(),
    number: integer().notNull(),
    kind: text().$type<DocumentKind>().notNull(),
    title: localisedText().notNull(),
    /** The text of a page typed here. */
    body: localisedText(),
    /** Which of the program's documents it is (`doc-5`). */
    generatedKey: text(),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('meeting_documents_number').on(t.meetingId, t.number),
    check('meeting_documents_number_positive', sql`${t.number} > 0`),
    check('meeting_documents_generated', sql`(${t.kind} = 'generated') = (${t.generatedKey} is not null)`),
  ],
);

/** The files of a document: one for each language that it was handed in. */
export const meetingDocumentFiles = pgTable(
  'meeting_document_files',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => meetingDocuments.id, { onDelete: 'cascade' }),
    lang: text().$type<FileLanguage>().notNull(),
    hash: text()
      .notNull()
      .references(() => storedFiles.hash),
    /** As it was handed in, made safe. */
    name: text().notNull(),
    type: text().notNull(),
    size: integer().notNull(),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [unique('meeting_document_files_lang').on(t.documentId, t.lang), index('meeting_document_files_hash').on(t.hash)],
);

/** Which documents an item is about. */
export const agendaItemDocuments = pgTable(
  'agenda_item_documents',
  {
    itemId: uuid()
      .notNull()
      .references(() => agendaItems.id, { onDelete: 'cascade' }),
    documentId: uuid()
      .notNull()
      .references(() => meetingDocuments.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.documentId] }), index('agenda_item_documents_document').on(t.documentId)],
);

/** A consultation, an open question or a wish, with who voiced it and where that stands. */
export const voicedNotes = pgTable(
  'voiced_notes',
  {
    id: id(),
    committeeId: uuid()
      .notNull()
      .references(() => committees.id),
    kind: text().$type<VoicedKind>().notNull(),
    text: localisedText().notNull(),
    organisationId: uuid().references(() => organisations.id),
    personId: uuid().references(() => persons.id),
    /** Who voiced it as printed, where neither is known here. */
    byLabel: text(),
    /** The meeting at which it was voiced. */
    meetingId: uuid().references(() => meetings.id, { onDelete: 'set null' }),
    /** The date of the mail or letter that voiced it. */
    mailDate: partialDate(),
    /** The paragraph or item where it stands, or another source. */
    source: localisedText(),
    state: text().$type<VoicedState>().notNull().default('open'),
    outcome: localisedText(),
    settledOn: partialDate(),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('voiced_notes_committee').on(t.committeeId),
    index('voiced_notes_meeting').on(t.meetingId),
    index('voiced_notes_organisation').on(t.organisationId),
    index('voiced_notes_person').on(t.personId),
    check('voiced_notes_settled', sql`(${t.state} = 'settled') = (${t.outcome} is not null)`),
  ],
);
