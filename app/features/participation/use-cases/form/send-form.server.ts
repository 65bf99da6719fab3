import { ok, type Result } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import type { Fields } from '../../domain/form/form-fields.ts';
import { deleteDraft } from '../../store-drafts.server.ts';
import { type Recorded, recordAnswers } from '../record-answers.server.ts';
import { type CheckedForm, checkForm, type FormFault } from './check-form.server.ts';
import { type Answerable, openForAnswer } from './open-for-answer.server.ts';
import { saveDraft } from './save-draft.server.ts';

/** What came of a form sent: recorded, or `faulty` with everything to mend, or `overtaken` by another that was recorded meanwhile. */
export type Sent = ({ outcome: 'recorded' } & Recorded) | { outcome: 'faulty'; faults: FormFault[] } | { outcome: 'overtaken' };

/**
 * Records a form as its page sends it, and forgets the draft it was. One that is overtaken becomes a draft, so that the two can be
 * compared. Refuses as {@link recordAnswers} does, `participation.stage-closed` when a part closed while it was filled in.
 */
export async function sendForm(ctx: Ctx, input: { participationId: string; fields: Fields }): Promise<Result<Sent>> {
  const { participationId, fields } = input;
  const opened = await openForAnswer(ctx, participationId);
  if (!opened.ok) return opened;
  const checked = await checkForm(ctx, opened.value, fields);
  if (checked.faults.length > 0) return ok({ outcome: 'faulty', faults: checked.faults });
  const recorded = await recordAndForget(ctx, opened.value, checked);
  if (recorded.ok) return ok({ outcome: 'recorded', ...recorded.value });
  if (recorded.refusal.code !== 'participation.changed-meanwhile') return recorded;
  const kept = await saveDraft(ctx, { participationId, fields });
  return kept.ok ? ok({ outcome: 'overtaken' }) : kept;
}

/** Records a form and forgets the sender's draft of it, both or neither. */
export function recordAndForget(ctx: Ctx, { participation, personId }: Answerable, checked: CheckedForm): Promise<Result<Recorded>> {
  const { form, source, baseRevision } = checked;
  return inTransaction(ctx, async (tx) => {
    const recorded = await recordAnswers(tx, { participationId: participation.id, baseRevision, ...form, source });
    if (recorded.ok) await deleteDraft(tx.db, participation.id, personId);
    return recorded;
  });
}
