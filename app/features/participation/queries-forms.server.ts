import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { personFunctions, personMailboxes, persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions, series, workshops } from '#app/features/editions/schema.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Identity } from './domain/form/contact-of.ts';
import { EMPTY_FORM, type FilledForm } from './domain/form/form-units.ts';
import { personLabel } from './person-label.ts';
import { formDrafts, participationRevisions, participations } from './schema.server.ts';

export type DraftRow = typeof formDrafts.$inferSelect;

/** A person's unsent form; `null` when there is none. */
export async function findDraft(db: Db, participationId: string, personId: string): Promise<DraftRow | null> {
  const own = and(eq(formDrafts.participationId, participationId), eq(formDrafts.personId, personId));
  const [row] = await db.select().from(formDrafts).where(own);
  return row ?? null;
}

/** A form as it was recorded under a number; the empty one where there is no such record. */
export async function formAt(db: Db, participationId: string, revision: number): Promise<FilledForm> {
  const { answers, contacts } = participationRevisions;
  const [row] = await db
    .select({ answers, contacts })
    .from(participationRevisions)
    .where(and(eq(participationRevisions.participationId, participationId), eq(participationRevisions.revision, revision)));
  return row ?? EMPTY_FORM;
}

/** A recorded form by its number; `null` when there is none. */
export async function findRevision(db: Db, participationId: string, revision: number) {
  const [row] = await db
    .select()
    .from(participationRevisions)
    .where(and(eq(participationRevisions.participationId, participationId), eq(participationRevisions.revision, revision)));
  return row ?? null;
}

/** The names of persons by identifier, as a language writes them; nothing for an erased one. */
export async function personNames(db: Db, ids: readonly (string | null)[], locale: Locale): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return new Map();
  const { id, givenName, familyName, nativeGivenName, nativeFamilyName } = persons;
  const names = { givenName, familyName, nativeGivenName, nativeFamilyName };
  const rows = await db
    .select({ id, ...names })
    .from(persons)
    .where(inArray(id, wanted));
  return new Map(rows.map((row) => [row.id, personLabel(row, locale)] as const).filter(([, name]) => name !== ''));
}

/** The forms of some authorities for the editions that are planned, by the edition’s dates. */
export function formsOfAuthorities(db: Db, organisationIds: readonly string[]) {
  return db
    .select({
      participation: participations,
      organisation: { id: organisations.id, names: organisations.names, kind: organisations.kind, country: organisations.country },
      edition: { id: editions.id, slug: editions.slug, title: editions.title, ordinal: editions.ordinal, timeZone: editions.timeZone },
      series: { editionName: series.editionName },
    })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(editions, eq(editions.id, participations.editionId))
    .innerJoin(series, eq(series.id, editions.seriesId))
    .where(and(inArray(participations.organisationId, [...organisationIds]), eq(editions.state, 'planned')))
    .orderBy(asc(editions.dates), asc(organisations.orderKey), asc(participations.id));
}

/** The forms of which somebody has an unsent draft. */
export async function draftsOf(db: Db, personId: string): Promise<Set<string>> {
  const rows = await db.select({ id: formDrafts.participationId }).from(formDrafts).where(eq(formDrafts.personId, personId));
  return new Set(rows.map(({ id }) => id));
}

/** The workshops that an edition has, by identifier. */
export async function workshopIdsOf(db: Db, editionId: string): Promise<string[]> {
  const rows = await db.select({ id: workshops.id }).from(workshops).where(eq(workshops.editionId, editionId));
  return rows.map(({ id }) => id);
}

/** By what a person is known, to find them among the contacts of forms. */
export async function identityOf(db: Db, personId: string): Promise<Identity> {
  const [person] = await db.select().from(persons).where(eq(persons.id, personId));
  const others = db.select({ normalised: personMailboxes.normalised }).from(personMailboxes).where(ne(personMailboxes.personId, personId));
  const mailboxes = await db
    .select({ normalised: personMailboxes.normalised, shared: sql<boolean>`${personMailboxes.normalised} in ${others}` })
    .from(personMailboxes)
    .where(eq(personMailboxes.personId, personId));
  const held = await db
    .selectDistinct({ id: personFunctions.organisationId })
    .from(personFunctions)
    .where(eq(personFunctions.personId, personId));
  const { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName } = person ?? {};
  const forms = [
    [givenName, familyName],
    [nativeFamilyName, nativeGivenName],
    [kanaFamilyName, kanaGivenName],
  ];
  // Half a name is nobody's: both parts, or none.
  const names = forms.flatMap(([first, last]) => (first && last ? [`${first} ${last}`] : []));
  return { names, mailboxes, organisationIds: held.map(({ id }) => id) };
}

/** Every form that names contacts, with its authority: as it stands, as recorded before, and as drafted. */
export async function formsWithContacts(db: Db) {
  const named = sql`<> '[]'::jsonb`;
  const current = await db
    .select({ id: participations.id, organisationId: participations.organisationId, contacts: participations.contacts })
    .from(participations)
    .where(sql`${participations.contacts} ${named}`);
  const { id, contacts, participationId } = participationRevisions;
  const revisions = await db
    .select({ id, organisationId: participations.organisationId, contacts })
    .from(participationRevisions)
    .innerJoin(participations, eq(participations.id, participationId))
    .where(sql`${contacts} ${named}`);
  const drafts = await db
    .select({ draft: formDrafts, organisationId: participations.organisationId })
    .from(formDrafts)
    .innerJoin(participations, eq(participations.id, formDrafts.participationId));
  return { current, revisions, drafts };
}
