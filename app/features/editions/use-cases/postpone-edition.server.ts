import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkDates } from '../domain/checks.ts';
import { applyText, type TextInput } from '../domain/text-input.ts';
import { tellMoved } from '../edition-listeners.server.ts';
import { editionsPermissions } from '../permissions.ts';
import type { EditionRow } from '../queries.server.ts';
import { insertPostponement, updateEdition } from '../store.server.ts';
import { fileChange, openEdition } from './open-edition.server.ts';

/** New dates, and why; `tbc` while there are none. */
export type PostponementInput = { toDates: string; reason: TextInput; source: TextInput };

/**
 * Moves an edition to other dates and keeps the former ones on record. Without new dates it stands as postponed, with
 * them as planned. Refuses the dates it already has, and an edition that has been held or cancelled.
 */
export async function postponeEdition(ctx: Ctx, editionId: string, input: PostponementInput): Promise<Result<EditionRow>> {
  const opened = await openEdition(ctx, editionsPermissions.postponeEdition, editionId);
  if (!opened.ok) return opened;
  const { edition } = opened.value;
  if (edition.state === 'held' || edition.state === 'cancelled') return refuse('editions.not-movable');
  const dates = checkDates(input.toDates);
  if (!dates.ok) return dates;
  if (dates.value === edition.dates) return refuse('editions.same-dates');
  const reason = applyText(null, input.reason, { field: 'reason', preferred: ctx.locale });
  if (!reason.ok) return reason;
  const source = applyText(null, input.source, { field: 'source', preferred: ctx.locale });
  if (!source.ok) return source;
  return inTransaction(ctx, async (tx) => {
    const state = dates.value === 'tbc' ? 'postponed' : 'planned';
    const row = await updateEdition(tx.db, editionId, edition.revision, { dates: dates.value, state });
    if (!row) return refuse('editions.changed-meanwhile');
    const move = { editionId, fromDates: edition.dates, toDates: dates.value };
    await insertPostponement(tx.db, { ...move, reason: reason.value, source: source.value });
    await tellMoved(tx, edition, row);
    await fileChange(tx, 'editions.postpone-edition', { type: 'edition', id: editionId }, { before: edition, after: row });
    return ok(row);
  });
}
