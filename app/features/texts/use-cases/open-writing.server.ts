import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isOpen } from '../domain/text-state.ts';
import { type TextRow, textRow } from '../queries.server.ts';
import { type TextKind, textKindOf } from '../text-kinds.server.ts';

type Opened = { text: TextRow; kind: TextKind };

/**
 * A text that the actor may write now. Refuses strangers (`sign-in-required`), whoever may not write it (`not-allowed` to those who may read
 * it, `not-found` to all others: nothing tells that it exists) and everybody once it is approved (`texts.sealed`).
 */
export async function openWriting(ctx: Ctx, textId: string): Promise<Result<Opened>> {
  const opened = await openForWriters(ctx, textId);
  return opened.ok && !isOpen(opened.value.text.state) ? refuse('texts.sealed') : opened;
}

/** A sealed text that the actor could write before; refuses as {@link openWriting} does, and one that is open still (`texts.not-sealed`). */
export async function openSealed(ctx: Ctx, textId: string): Promise<Result<Opened>> {
  const opened = await openForWriters(ctx, textId);
  return opened.ok && isOpen(opened.value.text.state) ? refuse('texts.not-sealed') : opened;
}

async function openForWriters(ctx: Ctx, textId: string): Promise<Result<Opened>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const text = await textRow(ctx.db, textId);
  if (!text) return refuse('not-found');
  const kind = textKindOf(text.kind);
  const rights = await kind.rights(ctx, text.subjectId);
  if (!rights.write) return refuse(rights.read ? 'not-allowed' : 'not-found');
  return ok({ text, kind });
}
