import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';

/**
 * The audit trail: one row per state change, written in its transaction, never changed (a trigger refuses it), but for
 * `personal`, which an erasure request may empty. `before` and `after` therefore hold no personal value.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    at: createdAt(),
    actorId: uuid(),
    actorLabel: text().notNull(),
    onBehalfOf: uuid(),
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    personal: jsonb(),
    requestId: text(),
  },
  (t) => [index('audit_events_subject').on(t.subjectType, t.subjectId, t.at), index('audit_events_at').on(t.at)],
);

/** Facts about this instance: whether it is the demo, its pinned day, the reference data loaded. */
export const instanceSettings = pgTable('instance_settings', { key: text().primaryKey(), value: jsonb().notNull() });

/** Mails to send, queued in the transaction that causes them; the rendered copy stays. */
export const outboxMails = pgTable(
  'outbox_mails',
  {
    id: id(),
    createdAt: createdAt(),
    toAddress: text().notNull(),
    /** Where answers go, when not to the sender of the instance. */
    replyTo: text(),
    lang: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text(),
    /** A calendar entry that goes with it (iTIP, RFC 5546): its method, and the iCalendar object. */
    calendarMethod: text().$type<'REQUEST' | 'CANCEL'>(),
    calendar: text(),
    /** What caused the mail (`sign-in`, …). */
    purpose: text().notNull(),
    /** A mail with a secret (a sign-in code) loses its texts once it is sent or expired. */
    secret: boolean().notNull().default(false),
    /** When the mail is of no use any more; it is not sent after that. */
    expiresAt: instant(),
    state: text().$type<'queued' | 'sent' | 'failed'>().notNull().default('queued'),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull().defaultNow(),
    sentAt: instant(),
    lastError: text(),
    /** When a mail that had left came back, and what the other server said. */
    bouncedAt: instant(),
    bounceReason: text(),
  },
  (t) => [index('outbox_mails_due').on(t.state, t.nextAttemptAt), index('outbox_mails_address').on(t.toAddress)],
);

/** Content of public pages changes its version; every process reads it at most once a second and drops its cache. */
export const cacheVersions = pgTable('cache_versions', { key: text().primaryKey(), version: integer().notNull().default(1) });

/** The files that were handed in, by the SHA-256 of their bytes; the bytes themselves are in the folder of `platform/files`. */
export const storedFiles = pgTable('stored_files', {
  hash: text().primaryKey(),
  size: integer().notNull(),
  /** The media type, by content. */
  type: text().notNull(),
  createdAt: createdAt(),
  /** When the same bytes were last handed in; nothing younger is swept away. */
  touchedAt: instant().notNull().defaultNow(),
});
