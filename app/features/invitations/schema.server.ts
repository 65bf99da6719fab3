import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { meetings } from '#app/features/committees/schema.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { createdAt, id, instant } from '#app/platform/db/columns.ts';
import type { Answer, AnswerSource, Representative } from './domain/answer.ts';
import type { FormalLetterContent } from './domain/formal-letter.ts';
import type { LetterState, MailingPurpose } from './domain/mailing.ts';

const meeting = () =>
  uuid()
    .notNull()
    .references(() => meetings.id);

/** A person invited to a meeting, and what they answered. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    meetingId: meeting(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    /** For whom the person comes; null for nobody in particular. */
    organisationId: uuid().references(() => organisations.id),
    /** Whose secretariat writes to the person: of a joint committee, that of the person's country; both where it is neither. */
    sides: text().array().notNull(),
    lang: text().$type<Locale>().notNull(),
    /** Written to by an officer alone. */
    elected: boolean().notNull().default(false),
    /** When a letter first left, by business time; null while one waits for an officer. */
    invitedAt: instant(),
    /** The SEQUENCE of the calendar entry that was sent last; null while none was. */
    sentSequence: integer(),
    answer: text().$type<Answer>(),
    representedBy: jsonb().$type<Representative>(),
    note: text().notNull().default(''),
    answeredAt: instant(),
    answerSource: text().$type<AnswerSource>(),
    /** Who entered it on behalf of the person. */
    enteredBy: uuid(),
    /** The meeting's SEQUENCE when the answer was given: an answer to an earlier date may no longer hold. */
    answeredSequence: integer(),
    /** Counts the answers, so that two at once learn of each other. */
    revision: integer().notNull().default(0),
    /** Taken off the list; the links are void. */
    withdrawnAt: instant(),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('invitations_once').on(t.meetingId, t.personId),
    index('invitations_person').on(t.personId),
    check('invitations_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
);

/** A personal link by which an invitation is answered without an account. Every mail carries one of its own. */
export const invitationLinks = pgTable(
  'invitation_links',
  {
    id: id(),
    invitationId: uuid()
      .notNull()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    /** SHA-256 of the secret in the address. */
    tokenHash: text().notNull().unique(),
    createdBy: uuid(),
    createdAt: createdAt(),
    /** At the latest; the meeting itself may end it earlier. */
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('invitation_links_invitation').on(t.invitationId)],
);

/** Letters of one purpose about a meeting: drafted, previewed, then sent on confirmation; changes and cancellations are sent at once. */
export const meetingMailings = pgTable(
  'meeting_mailings',
  {
    id: id(),
    meetingId: meeting(),
    purpose: text().$type<MailingPurpose>().notNull(),
    state: text().$type<'draft' | 'sent' | 'discarded'>().notNull().default('draft'),
    /** To whom a draft would go; of a sent mailing, its letters tell. */
    personIds: uuid().array().notNull(),
    /** A paragraph of the sender's own, by language. */
    message: jsonb().$type<Partial<Record<Locale, string>>>().notNull().default({}),
    /** The secretariat's mailbox: answers go to it, and it is the organiser of the calendar entry. */
    replyTo: text().notNull(),
    signature: text().notNull(),
    /** The day until which answers are asked for. */
    answerBy: date({ mode: 'string' }),
    /** The address of this instance when it was drafted, for links of later changes. */
    origin: text().notNull(),
    /** Counts the drafts, so that only what was previewed can be sent. */
    revision: integer().notNull().default(1),
    createdBy: uuid(),
    createdAt: createdAt(),
    sentBy: uuid(),
    sentAt: instant(),
  },
  (t) => [index('meeting_mailings_meeting').on(t.meetingId, t.createdAt)],
);

/** One letter of a mailing as rendered for its reader and kept, with a mark where the personal link stands. */
export const meetingLetters = pgTable(
  'meeting_letters',
  {
    id: id(),
    mailingId: uuid()
      .notNull()
      .references(() => meetingMailings.id, { onDelete: 'cascade' }),
    invitationId: uuid()
      .notNull()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    toAddress: text().notNull(),
    lang: text().$type<Locale>().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    state: text().$type<LetterState>().notNull(),
    /** The SEQUENCE of the calendar entry that goes with it; null for none. */
    sequence: integer(),
    outboxId: uuid(),
    /** The officer who sent it from a mailbox of their own, and when. */
    officerId: uuid(),
    officerSentAt: instant(),
  },
  (t) => [uniqueIndex('meeting_letters_once').on(t.mailingId, t.invitationId), index('meeting_letters_invitation').on(t.invitationId)],
);

/** The last number given in a series of formal letters: raised in the transaction of the letter, so that there is no gap and no double. */
export const letterSeries = pgTable(
  'letter_series',
  {
    /** The national side whose secretariat numbers. */
    side: text().notNull(),
    year: integer().notNull(),
    last: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.side, t.year] })],
);

/** A numbered letter for signature, to a person or to an organisation as such. It keeps its number for good. */
export const formalLetters = pgTable(
  'formal_letters',
  {
    id: id(),
    meetingId: meeting(),
    side: text().notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    organisationId: uuid().references(() => organisations.id),
    /** Null for a letter to the organisation as such. */
    personId: uuid().references(() => persons.id),
    content: jsonb().$type<FormalLetterContent>().notNull(),
    /** How often it was written anew under its number. */
    revision: integer().notNull().default(1),
    createdBy: uuid(),
    createdAt: createdAt(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('formal_letters_number').on(t.side, t.year, t.number),
    uniqueIndex('formal_letters_person').on(t.meetingId, t.side, t.personId).where(sql`person_id is not null`),
    uniqueIndex('formal_letters_organisation').on(t.meetingId, t.side, t.organisationId).where(sql`person_id is null`),
    check('formal_letters_addressee', sql`${t.organisationId} is not null or ${t.personId} is not null`),
  ],
);
