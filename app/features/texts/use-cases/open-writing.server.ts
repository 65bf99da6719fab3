import { isId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isOpen } from '../domain/text-state.ts';
import { findText, type Text } from '../queries.server.ts';
import { type TextKind, textKindOf } from '../text-kinds.server.ts';

/**
 * A text that the actor may write now. Refuses strangers (`sign-in-required`), whoever may not write it (`not-allowed` to those who may read
 * it, `not-found` to all others: nothing tells that it exists) and everybody once it is approved (`texts.sealed`).
 */
export async function openWriting(ctx: Ctx, textId: string): Promise<Result<{ text: Text; kind: TextKind }>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const text = isId(textId) ? await findText(ctx.db, textId) : null;
  if (!text) return refuse('not-found');
  const kind = textKindOf(text.kind);
  const rights = await kind.rights(ctx, text.subjectId);
  if (!rights.write) return refuse(rights.read ? 'not-allowed' : 'not-found');
  if (!isOpen(text.state)) return refuse('texts.sealed');
  return ok({ text, kind });
}
