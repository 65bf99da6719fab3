import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { createdAt, id, instant } from '#app/platform/db/columns.ts';
import type { FeedKind } from './domain/feed.ts';

/** A private calendar address. It opens what its holder may see at each request, narrowed to what it was made for. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    id: id(),
    /** The holder: whose rights it stands on. */
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    kind: text().$type<FeedKind>().notNull(),
    organisationId: uuid().references(() => organisations.id),
    editionId: uuid().references(() => editions.id),
    /** SHA-256 of the secret in the address, which is shown once. */
    tokenHash: text().notNull().unique(),
    lang: text().$type<Locale>().notNull(),
    createdAt: createdAt(),
    /** When its secret was last made anew. */
    renewedAt: instant(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index('calendar_feeds_person').on(t.personId)],
);
