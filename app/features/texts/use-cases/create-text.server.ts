import type { Locale } from '#app/lib/locale.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkDocument, type TextDocument } from '../domain/document.ts';
import { stateOf } from '../shared-state.ts';
import { insertText } from '../store-updates.server.ts';
import { textKindOf } from '../text-kinds.server.ts';

/**
 * Begins a text with these words and answers its identifier; in the caller's transaction where there is one. A subject has one text in each
 * language: a second is refused (`texts.already-begun`), as are words that are no document, and whoever may not write texts of this subject.
 */
export async function createText(
  ctx: Ctx,
  input: { kind: string; subjectId: string; lang: Locale; document: TextDocument },
): Promise<Result<{ textId: string }>> {
  const { kind, subjectId, lang } = input;
  const rights = await textKindOf(kind).rights(ctx, subjectId);
  if (!rights.write) return refuse(ctx.actor.kind === 'anonymous' ? 'sign-in-required' : 'not-allowed');
  const checked = checkDocument(input.document);
  if (!checked.ok) return checked;
  return inTransaction(ctx, async (tx) => {
    const textId = await insertText(tx.db, { kind, subjectId, lang }, stateOf(checked.value));
    if (!textId) return refuse('texts.already-begun');
    await recordAudit(tx, { action: 'texts.create-text', subject: { type: 'text', id: textId }, after: { kind, subjectId, lang } });
    return ok({ textId });
  });
}
