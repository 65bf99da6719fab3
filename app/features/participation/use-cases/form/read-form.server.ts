import type { EditionView } from '#app/features/editions/public.server.ts';
import { isId } from '#app/lib/id.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { sameJson } from '#app/lib/same-json.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Fields, readFields, twinOf } from '../../domain/form/form-fields.ts';
import type { FilledForm } from '../../domain/form/form-units.ts';
import { FORM_STAGES, type FormStage, type StageDates, type StageStatus, stageStatus } from '../../domain/stages.ts';
import { participationPermissions } from '../../permissions.ts';
import {
  type FormSettings,
  formSettingsOf,
  formStagesOf,
  type ParticipantOrganisation,
  type ParticipationRow,
  participantOrganisations,
  type RevisionRow,
  twinsOf,
} from '../../queries.server.ts';
import { findDraft, findRevision, formAt, personNames } from '../../queries-forms.server.ts';
import { type OpenedParticipation, openParticipation } from '../open-participation.server.ts';
import { meetingsFor } from './check-form.server.ts';
import { type Answerable, openForAnswer } from './open-for-answer.server.ts';

/** A part of the form with its dates, how it stands today, and whether the reader may fill it in. */
export type FormPart = { stage: FormStage; status: StageStatus; dates: StageDates | null; open: boolean };

/** A record of a form as its readers are told of it: by whom (`null`: no longer known, or the program), and from where. */
export type RecordNote = Pick<RevisionRow, 'revision' | 'enteredAt' | 'onBehalf' | 'source'> & { by: string | null };

/** A draft as its author finds it again. */
export type DraftNote = { fields: Fields; baseRevision: number; updatedAt: Date };

/** Everything an authority's form shows. */
export type FormView = {
  participation: ParticipationRow;
  organisation: ParticipantOrganisation;
  view: EditionView;
  settings: FormSettings;
  parts: FormPart[];
  /** Whether the reader fills it in, for themselves or for the authority. */
  mayFill: boolean;
  onBehalf: boolean;
  recorded: FilledForm;
  last: RecordNote | null;
  draft: DraftNote | null;
  /** The form that the draft was begun over. */
  draftBase: FilledForm;
  /** The authorities it is tied with on record. */
  ties: ParticipantOrganisation[];
  /** The edition's other countries: where a twin may be. */
  twinCountries: string[];
  /** Organisations that the form or the draft names, by identifier. */
  organisations: Map<string, ParticipantOrganisation>;
  meetings: Awaited<ReturnType<typeof meetingsFor>>;
};

/** An authority's form for whoever may read it: the authority's own officers, and the secretariat of its side. */
export async function readForm(ctx: Ctx, participationId: string): Promise<Result<FormView>> {
  const opened = await openParticipation(ctx, participationPermissions.readForm, participationId);
  if (!opened.ok) return opened;
  const { participation, organisation, view } = opened.value;
  const answerable = await openForAnswer(ctx, participationId);
  const filler = answerable.ok ? answerable.value : null;
  const recorded = { answers: participation.answers, contacts: participation.contacts };
  const { draft, draftBase } = await draftOf(ctx, filler, recorded);
  const ties = (await twinsOf(ctx.db, [organisation.id])).map(([a, b]) => (a === organisation.id ? b : a));
  const named = [...ties, recorded.answers.twinId, draft && twinOf(draft.fields).id].filter(isId);
  const organisations = new Map((await participantOrganisations(ctx.db, named)).map((held) => [held.id, held]));
  return ok({
    ...{ participation, organisation, view, recorded, draft, draftBase, organisations },
    settings: await formSettingsOf(ctx.db, view.edition.id),
    parts: await partsFor(ctx, opened.value, filler),
    mayFill: filler !== null,
    onBehalf: filler?.onBehalf ?? false,
    last: await lastRecord(ctx, participation),
    ties: ties.flatMap((id) => organisations.get(id) ?? []),
    twinCountries: view.series.countries.filter((country) => country !== organisation.country),
    meetings: filler?.onBehalf ? await meetingsFor(ctx, view.edition.id) : [],
  });
}

async function partsFor(ctx: Ctx, { view }: OpenedParticipation, filler: Answerable | null): Promise<FormPart[]> {
  const stages = await formStagesOf(ctx.db, view.edition.id);
  const today = dayIn(view.edition.timeZone, ctx.clock.now());
  return FORM_STAGES.map((stage) => ({
    stage,
    status: stageStatus(stages, stage, today),
    dates: stages.find((held) => held.stage === stage) ?? null,
    open: filler?.open.includes(stage) ?? false,
  }));
}

/** The reader's draft, unless it says what is recorded already. */
async function draftOf(ctx: Ctx, filler: Answerable | null, recorded: FilledForm) {
  const row = filler && (await findDraft(ctx.db, filler.participation.id, filler.personId));
  if (!row) return { draft: null, draftBase: recorded };
  const draftBase = await formAt(ctx.db, filler.participation.id, row.baseRevision);
  const { answers, contacts, faults } = readFields(row.fields, draftBase, ctx.locale);
  const saysNothingNew = faults.length === 0 && sameJson(recorded, { answers, contacts });
  const { fields, baseRevision, updatedAt } = row;
  return { draft: saysNothingNew ? null : { fields, baseRevision, updatedAt }, draftBase };
}

async function lastRecord(ctx: Ctx, { id, revision }: ParticipationRow): Promise<RecordNote | null> {
  const row = revision > 0 ? await findRevision(ctx.db, id, revision) : null;
  if (!row) return null;
  const names = await personNames(ctx.db, [row.enteredBy], ctx.locale);
  const { enteredAt, onBehalf, source } = row;
  return { revision, enteredAt, onBehalf, source, by: names.get(row.enteredBy ?? '') ?? null };
}
