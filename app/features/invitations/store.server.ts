import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { newId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { FormalLetterContent } from './domain/formal-letter.ts';
import type { FormalLetterRow, InvitationRow } from './queries.server.ts';
import { formalLetters, invitationLinks, invitations, letterSeries, meetingLetters, meetingMailings } from './schema.server.ts';

/** Puts persons on a meeting's list, each once; somebody who was taken off it comes back, unanswered. */
export async function insertInvitations(db: Db, rows: readonly (typeof invitations.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(invitations)
    .values([...rows])
    .onConflictDoUpdate({ target: [invitations.meetingId, invitations.personId], set: { withdrawnAt: null } });
}

/** Writes some columns of an invitation. */
export async function updateInvitation(db: Db, id: string, values: Partial<InvitationRow>): Promise<void> {
  await db.update(invitations).set(values).where(eq(invitations.id, id));
}

/** Keeps a link, its secret as a hash; returns its identifier. */
export async function insertLink(db: Db, values: typeof invitationLinks.$inferInsert): Promise<string> {
  const id = newId();
  await db.insert(invitationLinks).values({ ...values, id });
  return id;
}

/** Voids all links to an invitation; returns how many there were. */
export async function revokeLinks(db: Db, invitationId: string, now: Date): Promise<number> {
  const live = and(eq(invitationLinks.invitationId, invitationId), isNull(invitationLinks.revokedAt));
  const revoked = await db.update(invitationLinks).set({ revokedAt: now }).where(live).returning({ id: invitationLinks.id });
  return revoked.length;
}

/** Writes a new mailing; returns its identifier. */
export async function insertMailing(db: Db, values: typeof meetingMailings.$inferInsert): Promise<string> {
  const id = newId();
  await db.insert(meetingMailings).values({ ...values, id });
  return id;
}

/** Writes some columns of a mailing. */
export async function updateMailing(db: Db, id: string, values: Partial<typeof meetingMailings.$inferInsert>): Promise<void> {
  await db.update(meetingMailings).set(values).where(eq(meetingMailings.id, id));
}

/** Keeps a letter as it left. */
export async function insertLetter(db: Db, values: typeof meetingLetters.$inferInsert): Promise<void> {
  await db.insert(meetingLetters).values(values);
}

/** Takes back the letters about a meeting that wait for an officer: what they say holds no more. */
export async function dropWaitingLetters(db: Db, meetingId: string): Promise<void> {
  const own = db.select({ id: meetingMailings.id }).from(meetingMailings).where(eq(meetingMailings.meetingId, meetingId));
  await db.delete(meetingLetters).where(and(eq(meetingLetters.state, 'for-officer'), inArray(meetingLetters.mailingId, own)));
}

/** Notes that an officer sent a letter. */
export async function markByOfficer(db: Db, id: string, officerId: string, now: Date): Promise<void> {
  await db.update(meetingLetters).set({ state: 'by-officer', officerId, officerSentAt: now }).where(eq(meetingLetters.id, id));
}

/** Holds a series of letters, begun where it is not there yet, until the transaction ends. */
export async function holdSeries(db: Db, side: string, year: number): Promise<void> {
  await db.insert(letterSeries).values({ side, year }).onConflictDoNothing();
  const own = and(eq(letterSeries.side, side), eq(letterSeries.year, year));
  await db.select().from(letterSeries).where(own).for('update');
}

/** The next number of a series that the transaction holds; one that is rolled back gives its number back. */
export async function nextNumber(db: Db, side: string, year: number): Promise<number> {
  const own = and(eq(letterSeries.side, side), eq(letterSeries.year, year));
  const [row] = await db
    .update(letterSeries)
    .set({ last: sql`${letterSeries.last} + 1` })
    .where(own)
    .returning({ last: letterSeries.last });
  if (!row) throw new Error('a series without its row');
  return row.last;
}

/** Keeps a letter under a new number. */
export async function insertFormalLetter(db: Db, values: typeof formalLetters.$inferInsert): Promise<void> {
  await db.insert(formalLetters).values(values);
}

/** Writes a letter anew under the number it has. */
export async function rewriteFormalLetter(db: Db, letter: FormalLetterRow, content: FormalLetterContent, now: Date): Promise<void> {
  await db
    .update(formalLetters)
    .set({ content, updatedAt: now, revision: letter.revision + 1 })
    .where(eq(formalLetters.id, letter.id));
}
