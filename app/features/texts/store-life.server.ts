import { eq, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import type { TextState } from './domain/text-state.ts';
import { texts } from './schema.server.ts';
import { textApprovals, textComments, textErrata, textSeals, textSteps, textVersions } from './schema-life.server.ts';

/** Moves a text to a state; the caller holds its row. */
export async function setTextState(db: Db, textId: string, state: TextState): Promise<void> {
  const revision = sql`${texts.revision} + 1`;
  await db.update(texts).set({ state, revision, updatedAt: sql`now()` }).where(eq(texts.id, textId));
}

/** Freezes a version; returns its row. */
export async function insertVersion(db: Db, version: typeof textVersions.$inferInsert) {
  const [row] = await db.insert(textVersions).values(version).returning();
  if (!row) throw new Error('a version was not written');
  return row;
}

/** Keeps a comment; returns its identifier. */
export async function insertComment(db: Db, comment: typeof textComments.$inferInsert): Promise<string> {
  const [row] = await db.insert(textComments).values(comment).returning({ id: textComments.id });
  if (!row) throw new Error('a comment was not written');
  return row.id;
}

type CommentChange = Partial<Pick<typeof textComments.$inferSelect, 'state' | 'reply' | 'answeredBy' | 'answeredAt'>>;

/** Writes what became of a comment and raises its revision; the caller holds its row. */
export async function updateComment(db: Db, id: string, change: CommentChange): Promise<void> {
  const revision = sql`${textComments.revision} + 1`;
  await db
    .update(textComments)
    .set({ ...change, revision })
    .where(eq(textComments.id, id));
}

/** Records a side's yes to a version. */
export async function insertApproval(db: Db, approval: typeof textApprovals.$inferInsert): Promise<void> {
  await db.insert(textApprovals).values(approval);
}

/** Keeps the seal of a text. */
export async function insertSeal(db: Db, seal: typeof textSeals.$inferInsert): Promise<void> {
  await db.insert(textSeals).values(seal);
}

/** Adds a correction beside a sealed text. */
export async function insertErratum(db: Db, erratum: typeof textErrata.$inferInsert): Promise<void> {
  await db.insert(textErrata).values(erratum);
}

/** Adds a step to the trail of a text's life. */
export async function insertStep(db: Db, step: typeof textSteps.$inferInsert): Promise<void> {
  await db.insert(textSteps).values(step);
}
