import { eq, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { cacheVersions } from '#app/platform/db/schema.server.ts';

const KEY = 'public-pages';

/**
 * Says that something the public pages show has changed. To be called in the transaction of the change, so that no
 * process can cache the old page under the new version; every process follows within a second.
 */
export async function publicPagesChanged(db: Db): Promise<void> {
  await db
    .insert(cacheVersions)
    .values({ key: KEY, version: 2 })
    .onConflictDoUpdate({ target: cacheVersions.key, set: { version: sql`${cacheVersions.version} + 1` } });
}

/** The version of the public facts, a number that only grows; 1 before any change. */
export async function readPublicPagesVersion(db: Db): Promise<number> {
  const [row] = await db.select({ version: cacheVersions.version }).from(cacheVersions).where(eq(cacheVersions.key, KEY));
  return row?.version ?? 1;
}
