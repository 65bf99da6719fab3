import { and, asc, eq, inArray } from 'drizzle-orm';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { TextDocument } from './domain/document.ts';
import { texts, textUpdates } from './schema.server.ts';
import { documentOfUpdates } from './shared-state.ts';

/** A text, without its words. */
export type TextRow = typeof texts.$inferSelect;

/** A text, its row locked until the end of the transaction when it is about to change; null when there is none of that identifier. */
export async function textRow(db: Db, id: string, lock = false): Promise<TextRow | null> {
  if (!isId(id)) return null;
  const query = db.select().from(texts).where(eq(texts.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The texts of a subject, by language. */
export async function textsOf(db: Db, kind: string, subjectId: string): Promise<TextRow[]> {
  return db
    .select()
    .from(texts)
    .where(and(eq(texts.kind, kind), eq(texts.subjectId, subjectId)))
    .orderBy(asc(texts.lang));
}

/** The words of a text as they stand now: everything that was written down by anybody until this moment. */
export async function currentDocument(db: Db, textId: string): Promise<TextDocument> {
  const updates = await updatesOf(db, textId);
  return documentOfUpdates(updates.map(({ update }) => update));
}

/** Every update of a text but those that the reader knows already, in no particular order. */
export async function updatesOf(
  db: Db,
  textId: string,
  known: ReadonlySet<string> = new Set(),
): Promise<{ id: string; update: Uint8Array }[]> {
  if (known.size === 0)
    return db.select({ id: textUpdates.id, update: textUpdates.update }).from(textUpdates).where(eq(textUpdates.textId, textId));
  const rows = await db.select({ id: textUpdates.id }).from(textUpdates).where(eq(textUpdates.textId, textId));
  const news = rows.map(({ id }) => id).filter((id) => !known.has(id));
  if (news.length === 0) return [];
  return db.select({ id: textUpdates.id, update: textUpdates.update }).from(textUpdates).where(inArray(textUpdates.id, news));
}

/** The rows of several texts, by text. */
export async function rowsOf(db: Db, textIds: readonly string[]): Promise<Map<string, string[]>> {
  const byText = new Map<string, string[]>();
  if (textIds.length === 0) return byText;
  const rows = await db
    .select({ id: textUpdates.id, textId: textUpdates.textId })
    .from(textUpdates)
    .where(inArray(textUpdates.textId, [...textIds]));
  for (const { id, textId } of rows) {
    const ids = byText.get(textId);
    if (ids) ids.push(id);
    else byText.set(textId, [id]);
  }
  return byText;
}
