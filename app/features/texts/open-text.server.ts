import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Life, TextStep } from './domain/life.ts';
import type { TextState } from './domain/text-state.ts';
import { type TextRow, textRow } from './queries.server.ts';
import { lifeOf, type VersionRow } from './queries-life.server.ts';
import { insertStep, setTextState } from './store-life.server.ts';
import { type TextKind, type TextRights, textKindOf } from './text-kinds.server.ts';

/** A text that the actor may look at: what it is, where it stands, and what they may do with it. */
export type OpenedText = {
  text: TextRow;
  kind: TextKind;
  rights: TextRights;
  life: Life;
  /** The latest version; null when none was ever proposed. */
  version: VersionRow | null;
  /** Whether the words under way are theirs to see; a member sees only what was proposed. */
  seesDraft: boolean;
};

/**
 * The day on which dates of texts are measured: of Paris, where the day ends after Japan's. A date has passed when it has in both
 * countries.
 */
export function todayOf(ctx: Ctx): string {
  return dayIn('Europe/Paris', ctx.clock.now());
}

/**
 * Opens a text for whoever may read it. Refuses a stranger (`sign-in-required`); whoever may not read it, and a member while nothing was
 * ever proposed, learn nothing of what exists (`not-found`). With `lock` the text's row is held: one step of its life at a time.
 */
export async function openText(ctx: Ctx, textId: string, lock = false): Promise<Result<OpenedText>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const text = await textRow(ctx.db, textId, lock);
  if (!text) return refuse('not-found');
  const kind = textKindOf(text.kind);
  const rights = await kind.rights(ctx, text.subjectId);
  const seesDraft = rights.write || rights.propose;
  if (!rights.read && !seesDraft) return refuse('not-found');
  const { life, version } = await lifeOf(ctx.db, text);
  if (!version && !seesDraft) return refuse('not-found');
  return ok({ text, kind, rights, life, version, seesDraft });
}

/** Opens a text, its row held, for an action that needs a right on it. */
export async function openTextTo(
  tx: Ctx,
  textId: string,
  action: string,
  may: (rights: TextRights) => boolean,
): Promise<Result<OpenedText>> {
  const opened = await openText(tx, textId, true);
  if (!opened.ok) return opened;
  return may(opened.value.rights) ? opened : refuse('not-allowed', { action });
}

/** Who acts, as the rows of this feature keep it: a number, or nobody for the program itself. */
export function personOf(ctx: Ctx): string | null {
  return ctx.actor.kind === 'person' ? ctx.actor.personId : null;
}

/** What the trail notes with an approval that nobody spoke. */
export const BY_SILENCE = 'silence';

type Taken = { step: TextStep; to: TextState; version: number | null; side?: string; note?: string; silence?: boolean };

/** Takes a step of a text's life: its state, its trail and the audit trail, in the caller's transaction. */
export async function takeStep(tx: Ctx, text: Pick<TextRow, 'id' | 'state'>, taken: Taken): Promise<void> {
  const { step, to, version, side = null, note = '', silence = false } = taken;
  if (to !== text.state) await setTextState(tx.db, text.id, to);
  const personId = silence ? null : personOf(tx);
  await insertStep(tx.db, { textId: text.id, step, from: text.state, to, version, side, personId, note, steppedOn: todayOf(tx) });
  await recordAudit(tx, {
    action: `texts.${step}`,
    subject: { type: 'text', id: text.id },
    before: { state: text.state },
    after: { state: to, version, ...(side ? { side, silence } : {}) },
  });
}
