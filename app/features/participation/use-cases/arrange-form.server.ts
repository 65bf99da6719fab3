import { gateOfEdition, readEdition } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { FORM_STAGES, type StageDates } from '../domain/stages.ts';
import { participationPermissions } from '../permissions.ts';
import { formSettingsOf, formStagesOf } from '../queries.server.ts';
import { type ArrangedForm, writeForm } from '../store.server.ts';

/** The form of an edition as somebody arranges it. A stage without dates is left out: it is not open. */
export type FormArrangement = ArrangedForm & {
  /** The edition, by its slug. */
  edition: string;
  /** The revision on which it was based; 0 for a form that nobody has arranged. */
  baseRevision: number;
};

const MOST = { choices: 9, talks: 9 };
const whole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;

/** A day as the calendar has it (`YYYY-MM-DD`). */
function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

function isRight({ stage, opensOn, closesOn }: StageDates): boolean {
  return FORM_STAGES.includes(stage) && isDay(opensOn) && isDay(closesOn) && opensOn <= closesOn;
}

/**
 * Sets what the form of an edition asks for and when its parts are open. Returns its new revision. Refuses counts out of bounds
 * (`participation.form-counts`), a stage whose days are impossible or in the wrong order (`participation.stage-dates`, which names
 * it), and what was based on an older arrangement (`participation.form-changed-meanwhile`). What was answered stays as it is.
 */
export async function arrangeForm(ctx: Ctx, { edition, baseRevision, settings, stages }: FormArrangement): Promise<Result<number>> {
  const view = await readEdition(ctx.db, edition);
  if (!view) return refuse('not-found');
  const gate = (await gateOfEdition(ctx, view))(participationPermissions.arrangeForm);
  if (!gate.ok) return gate;
  const { choiceCount, choicesRanked, talkCount } = settings;
  if (!whole(choiceCount, 1, MOST.choices) || !whole(talkCount, 0, MOST.talks)) return refuse('participation.form-counts', MOST);
  const wrong = stages.find((dates, index) => !isRight(dates) || stages.findIndex(({ stage }) => stage === dates.stage) < index);
  if (wrong) return refuse('participation.stage-dates', { stage: wrong.stage });
  const editionId = view.edition.id;
  return inTransaction(ctx, async (tx) => {
    const before = { settings: await formSettingsOf(tx.db, editionId), stages: await formStagesOf(tx.db, editionId) };
    const after: ArrangedForm = { settings: { choiceCount, choicesRanked, talkCount }, stages };
    const revision = await writeForm(tx.db, editionId, baseRevision, after);
    if (revision === null) return refuse('participation.form-changed-meanwhile');
    await recordAudit(tx, { action: 'participation.arrange-form', subject: { type: 'edition', id: editionId }, before, after });
    return ok(revision);
  });
}
