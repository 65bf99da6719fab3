import { eq } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { instanceSettings } from '#app/platform/db/schema.server.ts';

/** One setting of this instance; `undefined` when it was never written. */
export async function readSetting(db: Db, key: string): Promise<unknown> {
  const [row] = await db.select({ value: instanceSettings.value }).from(instanceSettings).where(eq(instanceSettings.key, key));
  return row?.value;
}

/** Writes a setting, replacing what it was. */
export async function writeSetting(db: Db, key: string, value: unknown): Promise<void> {
  await db.insert(instanceSettings).values({ key, value }).onConflictDoUpdate({ target: instanceSettings.key, set: { value } });
}

/** The pinned day of a demo instance (`YYYY-MM-DD`); `null` on a real one. */
export async function demoDay(db: Db): Promise<string | null> {
  const value = (await readSetting(db, 'demo')) as { day?: string } | undefined;
  return value?.day ?? null;
}
