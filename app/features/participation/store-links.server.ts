import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { formLinks } from './schema.server.ts';

/** Keeps a link; returns its identifier. */
export async function insertLink(db: Db, link: Omit<typeof formLinks.$inferInsert, 'id'>): Promise<string> {
  const id = newId();
  await db.insert(formLinks).values({ id, ...link });
  return id;
}

/** Ends a link; returns whether it was still good. */
export async function endLink(db: Db, id: string, at: Date): Promise<boolean> {
  const ended = await db
    .update(formLinks)
    .set({ revokedAt: at })
    .where(and(eq(formLinks.id, id), isNull(formLinks.revokedAt)))
    .returning({ id: formLinks.id });
  return ended.length > 0;
}
