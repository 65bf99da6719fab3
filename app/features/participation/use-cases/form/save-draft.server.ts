import { ok, type Result, refuse } from '#app/lib/result.ts';
import { sameJson } from '#app/lib/same-json.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { carriedOver, type Fields, readFields, revisionOf, twinOf } from '../../domain/form/form-fields.ts';
import { findDraft, formAt } from '../../queries-forms.server.ts';
import { deleteDraft, writeDraft } from '../../store-drafts.server.ts';
import { openForAnswer } from './open-for-answer.server.ts';

/** More than any form that could be sent: what is longer is refused, and stays on the page. */
const LONGEST_DRAFT = 200_000;

/**
 * Keeps a form as typed, to be gone on with later, by whoever typed it; nobody else sees it. What says no more than what is
 * recorded is no draft, so that one that arrives after the form was sent leaves none behind. Refuses more text than a form could
 * hold (`participation.draft-too-long`).
 */
export async function saveDraft(ctx: Ctx, input: { participationId: string; fields: Fields }): Promise<Result<{ savedAt: Date | null }>> {
  const { participationId } = input;
  if (Object.values(input.fields).reduce((sum, text) => sum + text.length, 0) > LONGEST_DRAFT)
    return refuse('participation.draft-too-long', { most: LONGEST_DRAFT });
  return inTransaction(ctx, async (tx) => {
    const opened = await openForAnswer(tx, participationId);
    if (!opened.ok) return opened;
    const { participation, personId } = opened.value;
    const before = await findDraft(tx.db, participationId, personId);
    const fields = carriedOver(before?.fields ?? {}, input.fields);
    const baseRevision = revisionOf(fields);
    const read = readFields(fields, await formAt(tx.db, participationId, baseRevision), ctx.locale);
    const { answers, contacts } = participation;
    const nothingNew = read.faults.length === 0 && sameJson({ answers, contacts }, { answers: read.answers, contacts: read.contacts });
    if (nothingNew && twinOf(fields).typed === null) {
      await deleteDraft(tx.db, participationId, personId);
      return ok({ savedAt: null });
    }
    const savedAt = tx.clock.now();
    await writeDraft(tx.db, { participationId, personId, baseRevision, fields, updatedAt: savedAt });
    return ok({ savedAt });
  });
}
