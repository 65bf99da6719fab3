import type { EditionView } from '#app/features/editions/public.server.ts';
import type { Db } from '#app/platform/db/client.ts';
import { type PartProgress, partProgress } from './domain/form-progress.ts';
import type { FormStage } from './domain/stages.ts';
import type { ParticipationState } from './domain/states.ts';
import { draftsOfEdition, formSettingsOf, listParticipations, type ParticipantOrganisation } from './queries.server.ts';

/** How far an authority is with each part of its form; of a draft only that it was begun. */
export type FormProgress = {
  organisation: ParticipantOrganisation;
  state: ParticipationState;
  parts: Readonly<Record<FormStage, PartProgress>>;
};

/** How far every authority on an edition's list is with its form, by country in the official order; three queries. The caller has authorised. */
export async function formProgressOf(db: Db, { edition, workshops }: Pick<EditionView, 'edition' | 'workshops'>): Promise<FormProgress[]> {
  const [settings, rows, drafts] = await Promise.all([
    formSettingsOf(db, edition.id),
    listParticipations(db, edition.id),
    draftsOfEdition(db, edition.id),
  ]);
  const asked = { ...settings, stages: [], workshopIds: workshops.map(({ id }) => id) };
  const begun = Map.groupBy(drafts, ({ participationId }) => participationId);
  return rows.map(({ participation, organisation }) => {
    const fields = (begun.get(participation.id) ?? []).map((draft) => draft.fields);
    const of = (stage: FormStage) => partProgress(stage, participation, asked, fields);
    const parts = { intention: of('intention'), workshops: of('workshops'), talks: of('talks'), delegation: of('delegation') };
    return { organisation, state: participation.state, parts };
  });
}
