import { ok, type Result, refuse } from '#app/lib/result.ts';
import { sameJson } from '#app/lib/same-json.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkEntry, type EntryInput } from '../domain/entry.ts';
import { seesEntry } from '../domain/readers.ts';
import { frameOf, openForEditing } from '../open-timeline.server.ts';
import { timelinePermissions } from '../permissions.ts';
import { findEntry } from '../queries.server.ts';
import { updateEntry } from '../store.server.ts';

/** An entry as somebody has changed it; `revision` is the one on which that was based. */
export type EntryChange = { id: string; revision: number; input: EntryInput };

/**
 * Changes a date. Refuses whoever may not act for the side it belonged to or would belong to, and what was based on an older
 * revision (`timeline.changed-meanwhile`).
 */
export async function editEntry(ctx: Ctx, slug: string, { id, revision, input }: EntryChange): Promise<Result<void>> {
  const opened = await openForEditing(ctx, slug, input.side || null);
  if (!opened.ok) return opened;
  const { view, reader, may } = opened.value;
  return inTransaction(ctx, async (tx) => {
    const before = await findEntry(tx.db, view.edition.id, id, true);
    if (!before || !seesEntry(reader, before)) return refuse('not-found');
    const gate = may(timelinePermissions.edit, before.side);
    if (!gate.ok) return gate;
    if (before.revision !== revision) return refuse('timeline.changed-meanwhile');
    const frame = frameOf(view);
    // An organisation that has left the edition since may stay where it was.
    const named = [before.addresseeId, before.chaserId].flatMap((named) => named ?? []);
    const facts = checkEntry(input, { ...frame, organisationIds: [...frame.organisationIds, ...named] }, ctx.locale);
    if (!facts.ok) return facts;
    const shiftedFrom = sameJson(facts.value.timing, before.timing) ? before.shiftedFrom : null;
    await updateEntry(tx.db, id, { ...facts.value, shiftedFrom }, ctx.clock.now());
    await recordAudit(tx, { action: 'timeline.edit-entry', subject: { type: 'timeline-entry', id }, before, after: facts.value });
    return ok(undefined);
  });
}
