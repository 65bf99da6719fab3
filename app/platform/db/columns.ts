import { jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { newId } from '#app/lib/id.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { PartialDate } from '#app/lib/partial-date.ts';

/** Primary key: a UUIDv7 made in the application. */
export const id = () => uuid().primaryKey().$defaultFn(newId);

/** A text in several languages (see `lib/localised-text`). */
export const localisedText = () => jsonb().$type<LocalisedText>();

/** A date as printed: day, range, month, year or `tbc` (see `lib/partial-date`). */
export const partialDate = () => text().$type<PartialDate>();

/** An instant at which something happened. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** When the row was written, by the database's clock. */
export const createdAt = () => instant().notNull().defaultNow();
