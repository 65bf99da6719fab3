import { sql } from 'drizzle-orm';
import { check, customType, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from '#app/platform/db/columns.ts';
import type { TextState } from './domain/text-state.ts';

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** A text that several people write: one for each subject (a meeting's minutes) and language. Its words are in `text_updates`. */
export const texts = pgTable(
  'texts',
  {
    id: id(),
    kind: text().notNull(),
    /** What it is about, in the feature that registered the kind. */
    subjectId: uuid().notNull(),
    lang: text().$type<'fr' | 'en' | 'ja'>().notNull(),
    state: text().$type<TextState>().notNull().default('draft'),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [unique('texts_subject').on(t.kind, t.subjectId, t.lang)],
);

/**
 * What was typed: Yjs updates, which give the same text in whatever order they are read and however often. Rows are appended, never changed;
 * now and then many become one row, in one transaction.
 */
export const textUpdates = pgTable(
  'text_updates',
  {
    id: id(),
    textId: uuid()
      .notNull()
      .references(() => texts.id, { onDelete: 'cascade' }),
    update: bytes().notNull(),
    /** How many updates a merged row stands for. */
    merged: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [index('text_updates_text').on(t.textId), check('text_updates_merged', sql`${t.merged} >= 1`)],
);
