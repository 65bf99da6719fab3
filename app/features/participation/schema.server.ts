import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { createdAt, id, instant, localisedText } from '#app/platform/db/columns.ts';
import type { Answers, FormContact } from './domain/answers.ts';
import type { FormReading } from './domain/form-file/reading.ts';
import type { LetterState, SkipReason } from './domain/mailings/mailing.ts';
import type { AnswerSource } from './domain/source.ts';
import type { FormStage } from './domain/stages.ts';
import type { ParticipationState } from './domain/states.ts';

const edition = () =>
  uuid()
    .notNull()
    .references(() => editions.id);

const participation = () =>
  uuid()
    .notNull()
    .references(() => participations.id, { onDelete: 'cascade' });

/** What an edition's intention form asks for. No row: two ranked choices, one talk. */
export const formSettings = pgTable(
  'form_settings',
  {
    editionId: edition().primaryKey(),
    choiceCount: integer().notNull().default(2),
    choicesRanked: boolean().notNull().default(true),
    talkCount: integer().notNull().default(1),
    revision: integer().notNull().default(1),
  },
  (t) => [check('form_settings_counts', sql`${t.choiceCount} between 1 and 9 and ${t.talkCount} between 0 and 9`)],
);

/** When each part of an edition's form is open: days in the edition's time zone, both included. */
export const formStages = pgTable(
  'form_stages',
  {
    editionId: edition(),
    stage: text().$type<FormStage>().notNull(),
    opensOn: date({ mode: 'string' }).notNull(),
    closesOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.stage] }), check('form_stages_order', sql`${t.opensOn} <= ${t.closesOn}`)],
);

/** An authority towards an edition: where it stands, and its form as last recorded (`revision` 0: never). */
export const participations = pgTable(
  'participations',
  {
    id: id(),
    editionId: edition(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    state: text().$type<ParticipationState>().notNull().default('to-contact'),
    /** Since when, by business time. */
    stateSince: instant().notNull(),
    revision: integer().notNull().default(0),
    answers: jsonb().$type<Answers>().notNull(),
    /** Personal data, apart from the answers so that it can be erased. */
    contacts: jsonb().$type<FormContact[]>().notNull().default([]),
    answeredAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [unique('participations_once').on(t.editionId, t.organisationId), index('participations_organisation').on(t.organisationId)],
);

/** Every form recorded, the current one included. Who entered it, and for whom, is in the audit trail as well. */
export const participationRevisions = pgTable(
  'participation_revisions',
  {
    id: id(),
    participationId: participation(),
    revision: integer().notNull(),
    state: text().$type<ParticipationState>().notNull(),
    answers: jsonb().$type<Answers>().notNull(),
    contacts: jsonb().$type<FormContact[]>().notNull().default([]),
    source: jsonb().$type<AnswerSource>().notNull(),
    /** Entered by somebody else for the authority. */
    onBehalf: boolean().notNull(),
    enteredBy: uuid(),
    enteredAt: instant().notNull(),
  },
  (t) => [unique('participation_revisions_once').on(t.participationId, t.revision)],
);

/** Every state an authority has been in: what is counted over time. */
export const participationStates = pgTable(
  'participation_states',
  {
    id: id(),
    participationId: participation(),
    state: text().$type<ParticipationState>().notNull(),
    since: instant().notNull(),
    changedBy: uuid(),
  },
  (t) => [index('participation_states_participation').on(t.participationId, t.since)],
);

/** A form that somebody has begun and not sent, as typed: nothing that was written is lost. */
export const formDrafts = pgTable(
  'form_drafts',
  {
    participationId: participation(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    /** The revision that stood when the draft was begun. */
    baseRevision: integer().notNull(),
    fields: jsonb().$type<Record<string, string>>().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.participationId, t.personId] })],
);

/** A personal link to a form. It names the person to whom a code is mailed; by itself it opens nothing. */
export const formLinks = pgTable(
  'form_links',
  {
    id: id(),
    participationId: participation(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    /** SHA-256 of the secret in the address. */
    tokenHash: text().notNull().unique(),
    createdBy: uuid(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('form_links_participation').on(t.participationId)],
);

/** A call, mail, letter or conversation with an authority about the edition: the network's log. */
export const exchanges = pgTable(
  'exchanges',
  {
    id: id(),
    participationId: participation(),
    kind: text().$type<'call' | 'mail' | 'letter' | 'meeting' | 'note'>().notNull(),
    /** The day it took place. */
    heldOn: date({ mode: 'string' }).notNull(),
    /** With whom, when the person is known. */
    personId: uuid().references(() => persons.id),
    note: text().notNull(),
    /** The state that it led to, when it changed one. */
    newState: text().$type<ParticipationState>(),
    recordedBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [index('exchanges_participation').on(t.participationId, t.heldOn)],
);

/**
 * Two authorities of different countries that are tied, and so stand side by side in crossed lists. Enough for those; the
 * register of agreements, with their documents, is another thing.
 */
export const twins = pgTable(
  'twins',
  {
    id: id(),
    /** Ordered, so that a tie is recorded once. */
    firstId: uuid()
      .notNull()
      .references(() => organisations.id),
    secondId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** The year since which, as printed. */
    since: text(),
    source: localisedText(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('twins_once').on(t.firstId, t.secondId),
    index('twins_second').on(t.secondId),
    check('twins_ordered', sql`${t.firstId} < ${t.secondId}`),
  ],
);

/** Letters of one purpose drafted together for an edition, previewed, then sent on confirmation. */
export const mailings = pgTable(
  'mailings',
  {
    id: id(),
    editionId: edition(),
    /** The country of all authorities written to: the side whose secretariat writes. */
    side: text().notNull(),
    purpose: text().$type<'invitation' | 'reminder'>().notNull(),
    state: text().$type<'draft' | 'sent' | 'discarded'>().notNull().default('draft'),
    /** A paragraph of the sender's own, by language. */
    message: jsonb().$type<Partial<Record<Locale, string>>>().notNull().default({}),
    /** The mailbox that answers go to, and the lines under the letters. */
    replyTo: text().notNull(),
    signature: text().notNull(),
    /** Counts the drafts, so that only what was previewed can be sent. */
    revision: integer().notNull().default(1),
    createdBy: uuid(),
    createdAt: createdAt(),
    sentBy: uuid(),
    sentAt: instant(),
  },
  (t) => [index('mailings_edition').on(t.editionId, t.createdAt)],
);

/**
 * One letter of a mailing, as rendered for its reader and kept, with a mark where the personal link stands. `for-officer`: to an
 * elected person, or to an authority where nobody is known; an officer sends it and says so (`by-officer`).
 */
export const mailingLetters = pgTable(
  'mailing_letters',
  {
    id: id(),
    mailingId: uuid()
      .notNull()
      .references(() => mailings.id, { onDelete: 'cascade' }),
    participationId: participation(),
    /** Nobody for a letter to the authority as such. */
    personId: uuid().references(() => persons.id),
    /** Empty where no mailbox is known. */
    toAddress: text().notNull(),
    lang: text().$type<Locale>().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    state: text().$type<LetterState>().notNull(),
    /** Why it was not sent, as a code. */
    skippedBecause: text().$type<SkipReason>(),
    outboxId: uuid(),
    /** The officer who sent it from a mailbox of their own, and when. */
    officerId: uuid(),
    officerSentAt: instant(),
  },
  (t) => [uniqueIndex('mailing_letters_once').on(t.mailingId, t.participationId, t.personId)],
);

/**
 * A returned form file, read and not yet applied: the differences are shown before anything is written. What it says is
 * kept as read, and made sense of whenever it is looked at, against the form and the workshops as they stand then.
 */
export const formReturns = pgTable(
  'form_returns',
  {
    id: id(),
    participationId: participation(),
    /** As uploaded; empty once the return has been emptied, as its hash is. */
    fileName: text().notNull(),
    fileHash: text().notNull(),
    /** The revision that the file was filled with; null where it does not say. */
    baseRevision: integer(),
    reading: jsonb().$type<FormReading>().notNull(),
    state: text().$type<'draft' | 'applied' | 'discarded'>().notNull().default('draft'),
    uploadedBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    index('form_returns_participation').on(t.participationId, t.createdAt),
    // The same file again is the same return, until it is discarded or emptied.
    uniqueIndex('form_returns_once').on(t.participationId, t.fileHash).where(sql`${t.state} <> 'discarded' and ${t.fileHash} <> ''`),
  ],
);
