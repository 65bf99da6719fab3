import { gateOfEdition, readEdition } from '#app/features/editions/public.server.ts';
import { bounds } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkSettings } from '../../domain/form/form-settings.ts';
import { participationPermissions } from '../../permissions.ts';
import { formSettingsOf, formStagesOf } from '../../queries.server.ts';
import { countChoicesBeyond } from '../../queries-mobilising.server.ts';
import { type ArrangedForm, writeForm } from '../../store.server.ts';

/** The form of an edition as somebody arranges it. A stage without dates is left out: it is not open. */
export type FormArrangement = ArrangedForm & {
  /** The edition, by its slug. */
  edition: string;
  /** The revision on which it was based; 0 for a form that nobody has arranged. */
  baseRevision: number;
  /** Whether fewer choices than some authorities have recorded are meant: theirs are kept and shown all the same. */
  evenFewer?: boolean;
};

/**
 * Sets what the form of an edition asks for and when its parts are open. Returns its new revision. Refuses what
 * `checkSettings` refuses, fewer choices than are recorded unless they are meant (`participation.fewer-choices`), and what
 * was based on an older arrangement (`participation.form-changed-meanwhile`). What was answered stays as it is.
 */
export async function arrangeForm(ctx: Ctx, { edition, baseRevision, evenFewer, ...arranged }: FormArrangement): Promise<Result<number>> {
  const view = await readEdition(ctx.db, edition);
  if (!view) return refuse('not-found');
  const gate = (await gateOfEdition(ctx, view))(participationPermissions.arrangeForm);
  if (!gate.ok) return gate;
  const checked = checkSettings({ ...arranged.settings, stages: arranged.stages }, bounds(view.edition.dates)?.first ?? null);
  if (!checked.ok) return checked;
  const { stages, ...settings } = checked.value;
  const editionId = view.edition.id;
  return inTransaction(ctx, async (tx) => {
    const before = { settings: await formSettingsOf(tx.db, editionId), stages: await formStagesOf(tx.db, editionId) };
    if (settings.choiceCount < before.settings.choiceCount && !evenFewer) {
      const count = await countChoicesBeyond(tx.db, editionId, settings.choiceCount);
      if (count > 0) return refuse('participation.fewer-choices', { count, choices: settings.choiceCount, field: 'choiceCount' });
    }
    const after: ArrangedForm = { settings, stages };
    const revision = await writeForm(tx.db, editionId, baseRevision, after);
    if (revision === null) return refuse('participation.form-changed-meanwhile');
    await recordAudit(tx, { action: 'participation.arrange-form', subject: { type: 'edition', id: editionId }, before, after });
    return ok(revision);
  });
}
