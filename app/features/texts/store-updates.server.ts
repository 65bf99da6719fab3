import { and, eq, inArray } from 'drizzle-orm';
import * as Y from 'yjs';
import { newId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Db } from '#app/platform/db/client.ts';
import { isOpen } from './domain/text-state.ts';
import { texts, textUpdates } from './schema.server.ts';

/** So many rows of a text become one. */
const MERGE_FROM = 200;

/**
 * Writes down what was typed and answers the rows it became; once it answers, they are on disk. A text that was sealed meanwhile, by whichever process, takes
 * nothing more: the share lock waits for an approval that is under way.
 */
export async function appendUpdates(db: Db, textId: string, updates: readonly Uint8Array[]): Promise<Result<string[]>> {
  return db.transaction(async (tx) => {
    const [text] = await tx.select({ state: texts.state }).from(texts).where(eq(texts.id, textId)).for('share');
    if (!text) return refuse('not-found');
    if (!isOpen(text.state)) return refuse('texts.sealed');
    const rows = updates.map((update) => ({ id: newId(), textId, update }));
    await tx.insert(textUpdates).values(rows);
    return ok(rows.map(({ id }) => id));
  });
}

/** The first words of a new text. */
export async function insertText(
  db: Db,
  facts: { kind: string; subjectId: string; lang: 'fr' | 'en' | 'ja' },
  state: Uint8Array,
): Promise<string | null> {
  const textId = newId();
  const made = await db
    .insert(texts)
    .values({ id: textId, ...facts })
    .onConflictDoNothing()
    .returning({ id: texts.id });
  if (made.length === 0) return null;
  await db.insert(textUpdates).values({ textId, update: state });
  return textId;
}

/**
 * Merges the rows of a text into one when they have become many; answers how many there were before, 0 when there was nothing to do. What
 * another process writes meanwhile is not touched, and two that merge at once do so one after the other.
 */
export async function mergeUpdates(db: Db, textId: string, from = MERGE_FROM): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.select({ id: texts.id }).from(texts).where(eq(texts.id, textId)).for('no key update');
    const rows = await tx.select().from(textUpdates).where(eq(textUpdates.textId, textId));
    if (rows.length < from) return 0;
    const shared = new Y.Doc();
    for (const row of rows) Y.applyUpdate(shared, row.update);
    const merged = rows.reduce((sum, row) => sum + row.merged, 0);
    await tx.insert(textUpdates).values({ textId, update: Y.encodeStateAsUpdate(shared), merged });
    const ids = rows.map((row) => row.id);
    await tx.delete(textUpdates).where(and(eq(textUpdates.textId, textId), inArray(textUpdates.id, ids)));
    return rows.length;
  });
}
