import { and, asc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { auditEvents, outboxMails } from '#app/platform/db/schema.server.ts';
import { personMailboxes, persons, roleAssignments, sessions, signInChallenges } from './schema.server.ts';

/** The mailboxes that serve this person and nobody else: what passed through them is theirs alone. */
export async function exclusiveMailboxes(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .select({ normalised: personMailboxes.normalised })
    .from(personMailboxes)
    .where(
      and(
        eq(personMailboxes.personId, personId),
        notInArray(
          personMailboxes.normalised,
          db
            .select({ normalised: personMailboxes.normalised })
            .from(personMailboxes)
            .where(sql`${personMailboxes.personId} <> ${personId}`),
        ),
      ),
    );
  return rows.map((row) => row.normalised);
}

const sentTo = (mailboxes: readonly string[]) => inArray(sql`lower(${outboxMails.toAddress})`, [...mailboxes]);

/** The mails that went, or wait to go, to these mailboxes; without those that hold a secret, by which one could sign in as the person. */
export async function mailsTo(db: Db, mailboxes: readonly string[]) {
  if (mailboxes.length === 0) return [];
  const { createdAt, subject, text, purpose, state, sentAt, toAddress } = outboxMails;
  return db
    .select({ createdAt, subject, text, purpose, state, sentAt, toAddress })
    .from(outboxMails)
    .where(and(sentTo(mailboxes), eq(outboxMails.secret, false)))
    .orderBy(asc(createdAt));
}

/** What the audit trail holds on a person: done by them, or to them. */
export async function auditOf(db: Db, personId: string) {
  const { at, action, subjectType, subjectId, before, after, personal } = auditEvents;
  const about = and(eq(subjectType, 'person'), eq(subjectId, personId));
  const trail = db
    .select({ at, action, subjectType, subjectId, before, after, personal: sql`case when ${about} then ${personal} end` })
    .from(auditEvents);
  return trail.where(or(about, eq(auditEvents.actorId, personId))).orderBy(asc(at));
}

/**
 * Empties everything by which a person could be known: names, mailboxes, sessions, mails to their own mailboxes, and the personal values of the
 * audit trail (of every event about the person or that quotes their identifier or one of their own mailboxes). What remains is a
 * row without a name, the functions and the ended grants.
 */
export async function erasePersonRows(db: Db, personId: string): Promise<void> {
  const own = await exclusiveMailboxes(db, personId);
  if (own.length > 0) {
    await db.delete(outboxMails).where(sentTo(own));
    await db.delete(signInChallenges).where(inArray(signInChallenges.normalised, own));
  }
  const quoted = [personId, ...own].map((value) => sql`strpos(lower(${auditEvents.personal}::text), ${value}) > 0`);
  const about = and(eq(auditEvents.subjectType, 'person'), eq(auditEvents.subjectId, personId));
  await db
    .update(auditEvents)
    .set({ personal: null })
    .where(and(sql`${auditEvents.personal} is not null`, or(about, ...quoted)));
  await db.delete(personMailboxes).where(eq(personMailboxes.personId, personId));
  await db.delete(sessions).where(eq(sessions.personId, personId));
  await db
    .update(roleAssignments)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(roleAssignments.personId, personId), isNull(roleAssignments.revokedAt)));
  await db
    .update(persons)
    .set({ ...NOBODY, erasedAt: sql`now()` })
    .where(eq(persons.id, personId));
}

const NOBODY = {
  givenName: '',
  familyName: '',
  nativeGivenName: null,
  nativeFamilyName: null,
  kanaGivenName: null,
  kanaFamilyName: null,
  civility: null,
  preferredLang: null,
  searchText: '',
} as const;
