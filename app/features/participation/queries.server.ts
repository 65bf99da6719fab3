import { and, asc, desc, eq, inArray, or } from 'drizzle-orm';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { isId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { MobilisingState } from './domain/list/exchange.ts';
import type { StageDates } from './domain/stages.ts';
import { MOBILISING_STATES } from './domain/states.ts';
import {
  formDrafts,
  formSettings,
  formStages,
  participationRevisions,
  participationStates,
  participations,
  twins,
} from './schema.server.ts';

export type ParticipationRow = typeof participations.$inferSelect;
export type RevisionRow = typeof participationRevisions.$inferSelect;

/** What lists and rights need of an organisation. */
const organisationColumns = {
  id: organisations.id,
  slug: organisations.slug,
  kind: organisations.kind,
  country: organisations.country,
  names: organisations.names,
  isAuthority: organisations.isAuthority,
  orderKey: organisations.orderKey,
};

export type ParticipantOrganisation = Pick<typeof organisations.$inferSelect, keyof typeof organisationColumns>;
export type ParticipationInList = { participation: ParticipationRow; organisation: ParticipantOrganisation };

/** What an edition's form asks for, as set or by default. */
export type FormSettings = { choiceCount: number; choicesRanked: boolean; talkCount: number; revision: number };
const BY_DEFAULT: FormSettings = { choiceCount: 2, choicesRanked: true, talkCount: 1, revision: 0 };

/** The settings of an edition's form; revision 0 when nobody has set them. */
export async function formSettingsOf(db: Db, editionId: string): Promise<FormSettings> {
  const [row] = await db.select().from(formSettings).where(eq(formSettings.editionId, editionId));
  if (!row) return BY_DEFAULT;
  const { choiceCount, choicesRanked, talkCount, revision } = row;
  return { choiceCount, choicesRanked, talkCount, revision };
}

/** The dates of the parts of an edition's form. */
export function formStagesOf(db: Db, editionId: string): Promise<StageDates[]> {
  const { stage, opensOn, closesOn } = formStages;
  return db
    .select({ stage, opensOn, closesOn })
    .from(formStages)
    .where(eq(formStages.editionId, editionId))
    .orderBy(asc(opensOn), asc(stage));
}

/** Everybody on an edition's list with their organisation, by country in the official order. */
export function listParticipations(db: Db, editionId: string): Promise<ParticipationInList[]> {
  return db
    .select({ participation: participations, organisation: organisationColumns })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.editionId, editionId))
    .orderBy(asc(organisations.country), asc(organisations.orderKey), asc(organisations.id));
}

/** One authority's participation; with `lock`, held until the transaction ends. `null` when there is none. */
export async function findParticipation(db: Db, id: string, lock = false): Promise<ParticipationInList | null> {
  if (!isId(id)) return null;
  const query = db
    .select({ participation: participations, organisation: organisationColumns })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.id, id));
  const [row] = await (lock ? query.for('update', { of: participations }) : query);
  return row ?? null;
}

/** An authority's participation in an edition; `null` when it is not on the list. */
export async function participationOf(db: Db, editionId: string, organisationId: string): Promise<ParticipationRow | null> {
  const [row] = await db
    .select()
    .from(participations)
    .where(and(eq(participations.editionId, editionId), eq(participations.organisationId, organisationId)));
  return row ?? null;
}

/** The drafts of forms that were begun and not sent, of all authorities of an edition. */
export function draftsOfEdition(db: Db, editionId: string): Promise<{ participationId: string; fields: Record<string, string> }[]> {
  return db
    .select({ participationId: formDrafts.participationId, fields: formDrafts.fields })
    .from(formDrafts)
    .innerJoin(participations, eq(participations.id, formDrafts.participationId))
    .where(eq(participations.editionId, editionId));
}

/** The recorded forms of an authority, first one first. */
export function listRevisions(db: Db, participationId: string): Promise<RevisionRow[]> {
  return db
    .select()
    .from(participationRevisions)
    .where(eq(participationRevisions.participationId, participationId))
    .orderBy(asc(participationRevisions.revision));
}

/** The last state of an authority that preceded its answers; `to-contact` when it had none. */
export async function stateBeforeAnswers(db: Db, participationId: string): Promise<MobilisingState> {
  const [row] = await db
    .select({ state: participationStates.state })
    .from(participationStates)
    .where(and(eq(participationStates.participationId, participationId), inArray(participationStates.state, [...MOBILISING_STATES])))
    .orderBy(desc(participationStates.since), desc(participationStates.id))
    .limit(1);
  return MOBILISING_STATES.find((state) => state === row?.state) ?? 'to-contact';
}

/** Every state that the authorities of an edition have been in, oldest first. */
export function listStates(db: Db, editionId: string) {
  return db
    .select({
      participationId: participations.id,
      country: organisations.country,
      state: participationStates.state,
      since: participationStates.since,
    })
    .from(participationStates)
    .innerJoin(participations, eq(participations.id, participationStates.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(eq(participations.editionId, editionId))
    .orderBy(asc(participationStates.since), asc(participationStates.id));
}

/** The ties of some organisations with any other, each as a pair of identifiers. */
export async function twinsOf(db: Db, organisationIds: readonly string[]): Promise<[string, string][]> {
  if (organisationIds.length === 0) return [];
  const ids = [...organisationIds];
  const rows = await db
    .select({ first: twins.firstId, second: twins.secondId })
    .from(twins)
    .where(or(inArray(twins.firstId, ids), inArray(twins.secondId, ids)))
    .orderBy(asc(twins.firstId), asc(twins.secondId));
  return rows.map(({ first, second }) => [first, second]);
}

/** Organisations by identifier, as lists need them. */
export function participantOrganisations(db: Db, ids: readonly string[]): Promise<ParticipantOrganisation[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .select(organisationColumns)
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]));
}
