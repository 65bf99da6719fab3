import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { differingUnits, EMPTY_FORM, type FilledForm, type FormUnit } from '../../domain/form/form-units.ts';
import type { ParticipationState } from '../../domain/states.ts';
import { participationPermissions } from '../../permissions.ts';
import { listRevisions, type ParticipantOrganisation, participantOrganisations } from '../../queries.server.ts';
import { personNames } from '../../queries-forms.server.ts';
import { type OpenedParticipation, openParticipation } from '../open-participation.server.ts';
import type { RecordNote } from './read-form.server.ts';

/** A recorded form with what it changed of the one before it. */
export type FormVersion = RecordNote & { state: ParticipationState; before: FilledForm; after: FilledForm; changed: FormUnit[] };

/** Every form recorded for an authority. */
export type FormHistory = {
  opened: OpenedParticipation;
  /** The latest first. */
  versions: FormVersion[];
  organisations: Map<string, ParticipantOrganisation>;
};

/** The history of an authority's form, for whoever may read the form. */
export async function readFormHistory(ctx: Ctx, participationId: string): Promise<Result<FormHistory>> {
  const opened = await openParticipation(ctx, participationPermissions.readForm, participationId);
  if (!opened.ok) return opened;
  const rows = await listRevisions(ctx.db, participationId);
  const names = await personNames(
    ctx.db,
    rows.map(({ enteredBy }) => enteredBy),
    ctx.locale,
  );
  const twins = await participantOrganisations(
    ctx.db,
    rows.flatMap(({ answers }) => answers.twinId ?? []),
  );
  const versions = rows.map(({ revision, enteredAt, enteredBy, onBehalf, source, state, answers, contacts }, at) => {
    const before = rows[at - 1] ?? EMPTY_FORM;
    const after = { answers, contacts };
    const by = names.get(enteredBy ?? '') ?? null;
    return { revision, enteredAt, by, onBehalf, source, state, before, after, changed: differingUnits(before, after) };
  });
  return ok({ opened: opened.value, versions: versions.reverse(), organisations: new Map(twins.map((held) => [held.id, held])) });
}
