import { and, asc, desc, eq, lt } from 'drizzle-orm';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Life } from './domain/life.ts';
import type { TextRow } from './queries.server.ts';
import { texts } from './schema.server.ts';
import { textApprovals, textComments, textErrata, textSeals, textSteps, textVersions } from './schema-life.server.ts';

export type VersionRow = typeof textVersions.$inferSelect;
export type CommentRow = typeof textComments.$inferSelect;

/** The latest version of a text; null when none was ever proposed. */
export async function latestVersion(db: Db, textId: string): Promise<VersionRow | null> {
  const query = db.select().from(textVersions).where(eq(textVersions.textId, textId));
  const [row] = await query.orderBy(desc(textVersions.number)).limit(1);
  return row ?? null;
}

/** A version by its number. */
export async function findVersion(db: Db, textId: string, number: number): Promise<VersionRow | null> {
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) return null;
  const [row] = await db
    .select()
    .from(textVersions)
    .where(and(eq(textVersions.textId, textId), eq(textVersions.number, number)));
  return row ?? null;
}

/** The versions of a text without their words, first to last. */
export async function listVersions(db: Db, textId: string) {
  const { id, number, note, commentsUntil, proposedOn } = textVersions;
  return db
    .select({ id, number, note, commentsUntil, proposedOn })
    .from(textVersions)
    .where(eq(textVersions.textId, textId))
    .orderBy(asc(textVersions.number));
}

/** What was said of a text, version by version, each with its version's number, who said it and for which organisation. */
export async function listComments(db: Db, textId: string) {
  return db
    .select({ comment: textComments, version: textVersions.number, person: persons, organisation: organisations.names })
    .from(textComments)
    .innerJoin(textVersions, eq(textVersions.id, textComments.versionId))
    .innerJoin(persons, eq(persons.id, textComments.personId))
    .leftJoin(organisations, eq(organisations.id, textComments.organisationId))
    .where(eq(textVersions.textId, textId))
    .orderBy(asc(textVersions.number), asc(textComments.createdAt), asc(textComments.id));
}

/** A comment of a text, locked; null when the text has none of that identifier. */
export async function lockComment(db: Db, textId: string, id: string): Promise<{ comment: CommentRow; version: number } | null> {
  if (!isId(id)) return null;
  const [row] = await db
    .select({ comment: textComments, version: textVersions.number })
    .from(textComments)
    .innerJoin(textVersions, eq(textVersions.id, textComments.versionId))
    .where(and(eq(textComments.id, id), eq(textVersions.textId, textId)))
    .for('update', { of: textComments });
  return row ?? null;
}

/** Which sides have said yes to a version, in order, with who said it. */
export async function listApprovals(db: Db, versionId: string) {
  return db
    .select({ approval: textApprovals, person: persons })
    .from(textApprovals)
    .leftJoin(persons, eq(persons.id, textApprovals.personId))
    .where(eq(textApprovals.versionId, versionId))
    .orderBy(asc(textApprovals.createdAt), asc(textApprovals.side));
}

/** A text where it stands in its life, as the rules of `domain/life.ts` need it. */
export async function lifeOf(db: Db, text: TextRow): Promise<{ life: Life; version: VersionRow | null }> {
  const version = await latestVersion(db, text.id);
  if (!version) return { life: { state: text.state, proposal: null }, version };
  const { kind, state, side } = textComments;
  const voices = await db
    .select({ kind, state, side, version: textVersions.number })
    .from(textComments)
    .innerJoin(textVersions, eq(textVersions.id, textComments.versionId))
    .where(eq(textVersions.textId, text.id));
  const approvals = await listApprovals(db, version.id);
  const { number, commentsUntil: until, sides, silence, askedSides } = version;
  const approvedBy = approvals.map(({ approval }) => approval.side);
  return { life: { state: text.state, proposal: { version: number, until, sides, silence, askedSides, approvedBy, voices } }, version };
}

/** The seal of a text with the version that it seals; null for one that has none. */
export async function findSeal(db: Db, textId: string) {
  const [row] = await db
    .select({ seal: textSeals, version: textVersions })
    .from(textSeals)
    .innerJoin(textVersions, eq(textVersions.id, textSeals.versionId))
    .where(eq(textSeals.textId, textId));
  return row ?? null;
}

/** The errata of a text in their order. */
export async function listErrata(db: Db, textId: string) {
  return db.select().from(textErrata).where(eq(textErrata.textId, textId)).orderBy(asc(textErrata.number));
}

/** The steps of a text's life, with who took them. */
export async function listSteps(db: Db, textId: string) {
  return db
    .select({ step: textSteps, person: persons })
    .from(textSteps)
    .leftJoin(persons, eq(persons.id, textSteps.personId))
    .where(eq(textSteps.textId, textId))
    .orderBy(asc(textSteps.createdAt), asc(textSteps.id));
}

/** The texts before their members of which some version's date has passed and silence was announced to approve: where to look closer. */
export async function textsPastTheirDate(db: Db, today: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: texts.id })
    .from(texts)
    .innerJoin(textVersions, eq(textVersions.textId, texts.id))
    .where(and(eq(texts.state, 'proposed'), eq(textVersions.silence, true), lt(textVersions.commentsUntil, today)));
  return rows.map(({ id }) => id);
}
