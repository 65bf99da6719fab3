import { and, asc, desc, eq, gte, inArray, ne, or, sql } from 'drizzle-orm';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { exchanges, mailingLetters, mailings, participations } from './schema.server.ts';

export type MailingRow = typeof mailings.$inferSelect;
export type LetterRow = typeof mailingLetters.$inferSelect;

/** A mailing; with `lock`, held until the transaction ends. `null` when there is none. */
export async function findMailing(db: Db, id: string, lock = false): Promise<MailingRow | null> {
  if (!isId(id)) return null;
  const query = db.select().from(mailings).where(eq(mailings.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The mailings of an edition to some sides, newest first, with the number of letters in each state. */
export async function listMailings(db: Db, editionId: string, sides: readonly string[]) {
  if (sides.length === 0) return [];
  const rows = await db
    .select()
    .from(mailings)
    .where(and(eq(mailings.editionId, editionId), inArray(mailings.side, [...sides])))
    .orderBy(desc(mailings.createdAt), desc(mailings.id));
  const ids = rows.map(({ id }) => id);
  const { mailingId, state } = mailingLetters;
  const counted = await db
    .select({ mailingId, state, count: sql<number>`count(*)::int` })
    .from(mailingLetters)
    .where(inArray(mailingId, ids))
    .groupBy(mailingId, state);
  return rows.map((mailing) => ({
    mailing,
    counts: new Map(counted.filter((line) => line.mailingId === mailing.id).map((line) => [line.state, line.count])),
  }));
}

/** The letters of a mailing in the official order of the authorities, with whom they are for and what became of the mail. */
export function listLetters(db: Db, mailingId: string) {
  const { givenName, familyName, nativeGivenName, nativeFamilyName } = persons;
  return db
    .select({
      letter: mailingLetters,
      organisation: { kind: organisations.kind, country: organisations.country, names: organisations.names },
      person: { givenName, familyName, nativeGivenName, nativeFamilyName },
      mail: { state: outboxMails.state },
    })
    .from(mailingLetters)
    .innerJoin(participations, eq(participations.id, mailingLetters.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .leftJoin(persons, eq(persons.id, mailingLetters.personId))
    .leftJoin(outboxMails, eq(outboxMails.id, mailingLetters.outboxId))
    .where(eq(mailingLetters.mailingId, mailingId))
    .orderBy(asc(organisations.orderKey), asc(organisations.id), asc(familyName), asc(givenName), asc(mailingLetters.id));
}

/** A letter; `null` when there is none. */
export async function findLetter(db: Db, id: string): Promise<LetterRow | null> {
  if (!isId(id)) return null;
  const [row] = await db.select().from(mailingLetters).where(eq(mailingLetters.id, id));
  return row ?? null;
}

/** Whether another letter of the same mailing has left for the same authority. */
export async function hasLeftFor(db: Db, { id, mailingId, participationId }: LetterRow): Promise<boolean> {
  const ofAuthority = and(eq(mailingLetters.mailingId, mailingId), eq(mailingLetters.participationId, participationId));
  const left = and(ofAuthority, ne(mailingLetters.id, id), inArray(mailingLetters.state, ['queued', 'by-officer']));
  const rows = await db.select({ id: mailingLetters.id }).from(mailingLetters).where(left).limit(1);
  return rows.length > 0;
}

/** Holds the participations of some letters until the transaction ends, in one order for everybody; answers wait meanwhile. */
export async function lockParticipations(db: Db, ids: readonly string[]): Promise<void> {
  const rows = db
    .select({ id: participations.id })
    .from(participations)
    .where(inArray(participations.id, [...ids]));
  await rows.orderBy(asc(participations.id)).for('update');
}

/**
 * Letters of sent mailings to some authorities: to whom, and for what. A mail that was given up reached nobody, and is left out.
 */
export function listWritten(db: Db, participationIds: readonly string[]) {
  const { participationId, personId, state } = mailingLetters;
  return db
    .select({ participationId, personId, purpose: mailings.purpose, sentAt: mailings.sentAt })
    .from(mailingLetters)
    .innerJoin(mailings, eq(mailings.id, mailingLetters.mailingId))
    .leftJoin(outboxMails, eq(outboxMails.id, mailingLetters.outboxId))
    .where(
      and(
        inArray(participationId, [...participationIds]),
        eq(mailings.state, 'sent'),
        or(inArray(state, ['for-officer', 'by-officer']), and(eq(state, 'queued'), sql`${outboxMails.state} is distinct from 'failed'`)),
      ),
    );
}

/** Whom the log of exchanges says was reached on a day or since: a call, a mail, a letter or a meeting, not a mere note. */
export function listReached(db: Db, participationIds: readonly string[], day: string) {
  const { participationId, personId, kind, heldOn } = exchanges;
  return db
    .select({ participationId, personId })
    .from(exchanges)
    .where(and(inArray(participationId, [...participationIds]), gte(heldOn, day), ne(kind, 'note')));
}
