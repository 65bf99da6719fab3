import { searchOrganisations } from '#app/features/authorities/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { OrganisationDecision } from '../domain/import-batch.ts';
import type { RegisteredOrganisation } from '../domain/recognition.ts';
import { registered } from '../domain/registered.ts';
import { committeesPermissions } from '../permissions.ts';
import { type BatchRow, organisationsById } from '../queries.server.ts';
import { openBatch } from './open-meeting.server.ts';

/** One printed organisation of a draft, what was decided about it, and what a search finds for it. */
export type OrganisationSearch = {
  batch: Pick<BatchRow, 'id' | 'state' | 'revision' | 'fileName'>;
  printed: string;
  decision: OrganisationDecision | null;
  results: RegisteredOrganisation[];
};

/**
 * Looks for the organisation that a printed name stands for: by what is typed, the printed name at first; one that was
 * picked from the proposals comes first. `index` counts the printed names of the file.
 */
export async function searchImportOrganisation(
  ctx: Ctx,
  input: { batchId: string; index: number; q: string | null; pick: string | null },
): Promise<Result<OrganisationSearch>> {
  const opened = await openBatch(ctx, committeesPermissions.importAttendance, input.batchId);
  if (!opened.ok) return opened;
  const { batch } = opened.value;
  const printed = Object.keys(batch.snapshot.recognitions)[input.index];
  if (printed === undefined) return refuse('not-found');
  const picked = input.pick ? await organisationsById(ctx.db, [input.pick]) : [];
  const hits = await searchOrganisations(ctx.db, input.q ?? printed, { limit: 20 });
  const results = [...picked, ...hits.filter((hit) => hit.id !== picked[0]?.id)].map((row) => registered(row, ctx.locale));
  const { id, state, revision, fileName } = batch;
  return ok({ batch: { id, state, revision, fileName }, printed, decision: batch.decisions.organisations[printed] ?? null, results });
}
