import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { formalLetters, invitationLinks, invitations, meetingLetters, meetingMailings } from './schema.server.ts';

export type InvitationRow = typeof invitations.$inferSelect;
export type LinkRow = typeof invitationLinks.$inferSelect;
export type MailingRow = typeof meetingMailings.$inferSelect;
export type LetterRow = typeof meetingLetters.$inferSelect;
export type FormalLetterRow = typeof formalLetters.$inferSelect;

/** An invitation; with `lock`, held until the transaction ends. `null` when there is none. */
export async function findInvitation(db: Db, id: string, lock = false): Promise<InvitationRow | null> {
  if (!isId(id)) return null;
  const query = db.select().from(invitations).where(eq(invitations.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** Those invited to a meeting who have not been taken off the list. */
export function liveInvitations(db: Db, meetingId: string): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitations)
    .where(and(eq(invitations.meetingId, meetingId), isNull(invitations.withdrawnAt)))
    .orderBy(asc(invitations.id));
}

/** The invitations of those whom a mailing names, withdrawn ones included. */
export function invitationsOf(db: Db, { meetingId, personIds }: Pick<MailingRow, 'meetingId' | 'personIds'>): Promise<InvitationRow[]> {
  if (personIds.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(invitations)
    .where(and(eq(invitations.meetingId, meetingId), inArray(invitations.personId, personIds)));
}

/** All invitations of some persons to a meeting, withdrawn ones included; held, in one order for everybody, until the transaction ends. */
export function lockInvitations(db: Db, meetingId: string, personIds: readonly string[]): Promise<InvitationRow[]> {
  if (personIds.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(invitations)
    .where(and(eq(invitations.meetingId, meetingId), inArray(invitations.personId, [...personIds])))
    .orderBy(asc(invitations.id))
    .for('update');
}

/** The invitations to a meeting with their organisations and what the person is called, in the official order, then by name. */
export function listInvitations(db: Db, meetingId: string) {
  const { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName, erasedAt } = persons;
  return db
    .select({
      invitation: invitations,
      person: { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName, erasedAt },
      organisation: {
        id: organisations.id,
        names: organisations.names,
        country: organisations.country,
        isAuthority: organisations.isAuthority,
      },
    })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(and(eq(invitations.meetingId, meetingId), isNull(invitations.withdrawnAt)))
    .orderBy(
      sql`${organisations.country} asc nulls last`,
      asc(organisations.isAuthority),
      sql`${organisations.orderKey} asc nulls last`,
      asc(organisations.id),
      sql`(${familyName} || ' ' || ${givenName}) collate "fr-x-icu"`,
      asc(invitations.id),
    );
}

/** A link by the hash of its secret, with its invitation; null when there is none. */
export async function findLink(db: Db, tokenHash: string): Promise<{ link: LinkRow; invitation: InvitationRow } | null> {
  const [row] = await db
    .select({ link: invitationLinks, invitation: invitations })
    .from(invitationLinks)
    .innerJoin(invitations, eq(invitations.id, invitationLinks.invitationId))
    .where(eq(invitationLinks.tokenHash, tokenHash));
  return row ?? null;
}

/** How many links to an invitation are not revoked. */
export async function countLiveLinks(db: Db, invitationId: string): Promise<number> {
  const live = and(eq(invitationLinks.invitationId, invitationId), isNull(invitationLinks.revokedAt));
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(invitationLinks).where(live);
  return row?.count ?? 0;
}

/** A mailing; with `lock`, held until the transaction ends. `null` when there is none. */
export async function findMailing(db: Db, id: string, lock = false): Promise<MailingRow | null> {
  if (!isId(id)) return null;
  const query = db.select().from(meetingMailings).where(eq(meetingMailings.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** What was written about a meeting, newest first, with the number of letters in each state. */
export async function listMailings(db: Db, meetingId: string) {
  const rows = await db
    .select()
    .from(meetingMailings)
    .where(and(eq(meetingMailings.meetingId, meetingId), inArray(meetingMailings.state, ['draft', 'sent'])))
    .orderBy(desc(meetingMailings.createdAt), desc(meetingMailings.id));
  const { mailingId, state } = meetingLetters;
  const counted =
    rows.length === 0
      ? []
      : await db
          .select({ mailingId, state, count: sql<number>`count(*)::int` })
          .from(meetingLetters)
          .where(
            inArray(
              mailingId,
              rows.map(({ id }) => id),
            ),
          )
          .groupBy(mailingId, state);
  return rows.map((mailing) => ({
    mailing,
    counts: new Map(counted.filter((line) => line.mailingId === mailing.id).map((line) => [line.state, line.count])),
  }));
}

/** The letters of a mailing as they left, with whom they were for and what became of the mail. */
export function listLetters(db: Db, mailingId: string) {
  const { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName } = persons;
  return db
    .select({
      letter: meetingLetters,
      invitation: invitations,
      person: { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName },
      organisation: { names: organisations.names },
      mail: { state: outboxMails.state, bouncedAt: outboxMails.bouncedAt },
    })
    .from(meetingLetters)
    .innerJoin(invitations, eq(invitations.id, meetingLetters.invitationId))
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(outboxMails, eq(outboxMails.id, meetingLetters.outboxId))
    .where(eq(meetingLetters.mailingId, mailingId))
    .orderBy(sql`${organisations.country} asc nulls last`, asc(organisations.orderKey), asc(familyName), asc(meetingLetters.id));
}

/** A letter; with `lock`, held until the transaction ends. `null` when there is none. */
export async function findLetter(db: Db, id: string, lock = false): Promise<LetterRow | null> {
  if (!isId(id)) return null;
  const query = db.select().from(meetingLetters).where(eq(meetingLetters.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The letters to some invitations, newest first, each with its mailing and what became of the mail. */
export function lettersTo(db: Db, invitationIds: readonly string[]) {
  if (invitationIds.length === 0) return Promise.resolve([]);
  return db
    .select({ letter: meetingLetters, mailing: meetingMailings, mail: { state: outboxMails.state, bouncedAt: outboxMails.bouncedAt } })
    .from(meetingLetters)
    .innerJoin(meetingMailings, eq(meetingMailings.id, meetingLetters.mailingId))
    .leftJoin(outboxMails, eq(outboxMails.id, meetingLetters.outboxId))
    .where(inArray(meetingLetters.invitationId, [...invitationIds]))
    .orderBy(desc(meetingMailings.sentAt), desc(meetingLetters.id));
}

/** The numbered letters about a meeting of some sides, in the order of their numbers. */
export function listFormalLetters(db: Db, meetingId: string, sides: readonly string[]): Promise<FormalLetterRow[]> {
  if (sides.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(formalLetters)
    .where(and(eq(formalLetters.meetingId, meetingId), inArray(formalLetters.side, [...sides])))
    .orderBy(asc(formalLetters.side), asc(formalLetters.year), asc(formalLetters.number));
}
