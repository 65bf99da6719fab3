import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { applyRequiredText, applyText, BODY_LENGTH, type TextInput, TITLE_LENGTH } from '../domain/text-input.ts';
import { editionsPermissions } from '../permissions.ts';
import { insertContradiction } from '../store.server.ts';
import { fileChange, openEdition } from './open-edition.server.ts';

/** Two printings that do not agree: the one set aside as printed, the one the record follows, and why. */
export type ContradictionInput = { subject: string; printed: string; kept: string; note: TextInput; source: TextInput };

/** Keeps a contradiction on record, once however often it is told. Refuses one without its words or its source. */
export async function recordContradiction(ctx: Ctx, editionId: string, input: ContradictionInput): Promise<Result<void>> {
  const opened = await openEdition(ctx, editionsPermissions.editEdition, editionId);
  if (!opened.ok) return opened;
  const words = { subject: input.subject.trim(), printed: input.printed.trim(), kept: input.kept.trim() };
  for (const [field, text] of Object.entries(words)) {
    if (text === '') return refuse('editions.text-missing', { field });
    if (text.length > TITLE_LENGTH) return refuse('editions.text-too-long', { field, limit: TITLE_LENGTH });
  }
  const source = applyRequiredText(null, input.source, { field: 'source', preferred: ctx.locale });
  if (!source.ok) return source;
  const note = applyText(null, input.note, { field: 'note', preferred: ctx.locale, limit: BODY_LENGTH });
  if (!note.ok) return note;
  return inTransaction(ctx, async (tx) => {
    const row = await insertContradiction(tx.db, { ...words, editionId, source: source.value, note: note.value });
    if (row) await fileChange(tx, 'editions.record-contradiction', { type: 'edition', id: editionId }, { after: row });
    return ok(undefined);
  });
}
