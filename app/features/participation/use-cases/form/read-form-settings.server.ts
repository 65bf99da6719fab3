import { type EditionView, gateOfEdition, readEdition } from '#app/features/editions/public.server.ts';
import { bounds } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { StageDates } from '../../domain/stages.ts';
import { participationPermissions } from '../../permissions.ts';
import { type FormSettings, formSettingsOf, formStagesOf } from '../../queries.server.ts';

/** The settings of an edition's form; `firstDay`: when the edition begins, as far as that is known (`YYYY-MM-DD`). */
export type FormSettingsView = { view: EditionView; settings: FormSettings; stages: StageDates[]; firstDay: string | null };

/** The settings of the form of an edition by its slug, for those who may change them. */
export async function readFormSettings(ctx: Ctx, slug: string): Promise<Result<FormSettingsView>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const view = await readEdition(ctx.db, slug);
  if (!view) return refuse('not-found');
  const gate = (await gateOfEdition(ctx, view))(participationPermissions.arrangeForm);
  if (!gate.ok) return gate;
  const [settings, stages] = await Promise.all([formSettingsOf(ctx.db, view.edition.id), formStagesOf(ctx.db, view.edition.id)]);
  return ok({ view, settings, stages, firstDay: bounds(view.edition.dates)?.first ?? null });
}
