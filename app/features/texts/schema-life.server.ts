import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { createdAt, id, instant } from '#app/platform/db/columns.ts';
import type { TextDocument } from './domain/document.ts';
import type { CommentKind, CommentState, TextStep } from './domain/life.ts';
import type { SealedApproval } from './domain/seal.ts';
import type { TextState } from './domain/text-state.ts';
import { texts } from './schema.server.ts';

/**
 * What happens to a text after it was written. Versions, approvals, seals, errata and steps are only ever added: a trigger refuses
 * everything else (see the migration `texts-append-only`). Persons are numbers here: erasing one leaves rows and seals as they are.
 */
const ofText = () =>
  uuid()
    .notNull()
    .references(() => texts.id);
const ofPerson = () => uuid().references(() => persons.id);
/** A day by the clock of the instance (`YYYY-MM-DD`). */
const day = () => date({ mode: 'string' });

/** A text as it was shown to the members, with the rules that were announced along with it. */
export const textVersions = pgTable(
  'text_versions',
  {
    id: id(),
    textId: ofText(),
    number: integer().notNull(),
    document: jsonb().$type<TextDocument>().notNull(),
    annexes: jsonb().$type<unknown>(),
    /** SHA-256 of the canonical JSON of document and annexes: whether something has changed since. */
    hash: text().notNull(),
    /** Why there is this version, in the words of who proposes it; empty for none. */
    note: text().notNull().default(''),
    commentsUntil: day().notNull(),
    sides: text().array().notNull(),
    silence: boolean().notNull(),
    /** The sides of which at least one person was written to, and how many persons in all. */
    askedSides: text().array().notNull(),
    askedCount: integer().notNull(),
    proposedBy: ofPerson(),
    proposedOn: day().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique('text_versions_number').on(t.textId, t.number)],
);

/** What a member says of a version: of the whole, or of one of its blocks. */
export const textComments = pgTable(
  'text_comments',
  {
    id: id(),
    versionId: uuid()
      .notNull()
      .references(() => textVersions.id),
    /** The place of the block in the document, from 0; null for the text as a whole. */
    block: integer(),
    /** The words of that block that are meant; empty for all of it. */
    quote: text().notNull().default(''),
    kind: text().$type<CommentKind>().notNull(),
    body: text().notNull(),
    /** A correction's own words for the quoted ones. */
    proposed: text().notNull().default(''),
    personId: ofPerson().notNull(),
    /** Who entered it for that person (a mail, a call); null for the person themselves. */
    enteredBy: ofPerson(),
    organisationId: uuid().references(() => organisations.id),
    /** The side for which it counts; null for who stands for none. */
    side: text(),
    saidOn: day().notNull(),
    state: text().$type<CommentState>().notNull().default('open'),
    reply: text().notNull().default(''),
    answeredBy: ofPerson(),
    answeredAt: instant(),
    /** Counts the changes, so that two people who answer at once learn of each other. */
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    index('text_comments_version').on(t.versionId),
    index('text_comments_person').on(t.personId),
    check('text_comments_block', sql`${t.block} >= 0`),
  ],
);

/** A side's yes to a version, once: spoken by a person, or by silence. */
export const textApprovals = pgTable(
  'text_approvals',
  {
    id: id(),
    versionId: uuid()
      .notNull()
      .references(() => textVersions.id),
    side: text().notNull(),
    bySilence: boolean().notNull(),
    personId: ofPerson(),
    approvedOn: day().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('text_approvals_side').on(t.versionId, t.side),
    check('text_approvals_who', sql`not (${t.bySilence} and ${t.personId} is not null)`),
  ],
);

/** The seal of the approved version: what it was computed over besides the version itself. */
export const textSeals = pgTable(
  'text_seals',
  {
    id: id(),
    textId: ofText().unique('text_seals_once'),
    versionId: uuid()
      .notNull()
      .references(() => textVersions.id),
    sealedOn: day().notNull(),
    approvals: jsonb().$type<SealedApproval[]>().notNull(),
    /** SHA-256, in hexadecimal (see `domain/seal.ts`). */
    seal: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [check('text_seals_form', sql`${t.seal} ~ '^[0-9a-f]{64}$'`)],
);

/** A correction of an approved text, beside it: the text itself stays as it was sealed. */
export const textErrata = pgTable(
  'text_errata',
  {
    id: id(),
    textId: ofText(),
    number: integer().notNull(),
    /** The words that are wrong; empty where something is missing. */
    insteadOf: text().notNull(),
    read: text().notNull(),
    reason: text().notNull(),
    addedBy: ofPerson(),
    addedOn: day().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique('text_errata_number').on(t.textId, t.number)],
);

/** The trail of a text's life: each step, by whom, when, from which version. */
export const textSteps = pgTable(
  'text_steps',
  {
    id: id(),
    textId: ofText(),
    step: text().$type<TextStep>().notNull(),
    from: text().$type<TextState>().notNull(),
    to: text().$type<TextState>().notNull(),
    /** The number of the version that it is about. */
    version: integer(),
    side: text(),
    /** Null for the program itself: silence, a seal. */
    personId: ofPerson(),
    /** Why, where a reason is asked for. */
    note: text().notNull().default(''),
    steppedOn: day().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('text_steps_text').on(t.textId)],
);
