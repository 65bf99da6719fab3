import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { meetings } from '#app/features/committees/schema.server.ts';
import { texts } from '#app/features/texts/schema.server.ts';
import { timelineEntries } from '#app/features/timeline/schema.server.ts';
import { createdAt, id } from '#app/platform/db/columns.ts';
import { storedFiles } from '#app/platform/db/schema.server.ts';

/** Which action of approved minutes became which date of the timeline: once, and never again when that date is removed there. */
export const minutesDeadlines = pgTable(
  'minutes_deadlines',
  {
    id: id(),
    meetingId: uuid()
      .notNull()
      .references(() => meetings.id),
    /** The text whose approval made it: the dates of a meeting come from one text of it, not from each language. */
    textId: uuid()
      .notNull()
      .references(() => texts.id),
    /** The identifier that the action has in the text. */
    actionId: uuid().notNull(),
    /** Null once that date was removed. */
    entryId: uuid().references(() => timelineEntries.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [unique('minutes_deadlines_once').on(t.meetingId, t.actionId), index('minutes_deadlines_entry').on(t.entryId)],
);

/** Minutes that were written elsewhere, kept with their meeting as they were handed in. */
export const minutesFiles = pgTable(
  'minutes_files',
  {
    id: id(),
    meetingId: uuid()
      .notNull()
      .references(() => meetings.id),
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
  (t) => [unique('minutes_files_once').on(t.meetingId, t.hash), index('minutes_files_hash').on(t.hash)],
);
