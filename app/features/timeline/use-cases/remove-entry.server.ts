import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { seesEntry } from '../domain/readers.ts';
import { openTimeline } from '../open-timeline.server.ts';
import { timelinePermissions } from '../permissions.ts';
import { findEntry } from '../queries.server.ts';
import { deleteEntry } from '../store.server.ts';

/** Takes a date out of a timeline; refuses when it was changed since it was shown (`timeline.changed-meanwhile`). */
export async function removeEntry(ctx: Ctx, slug: string, { id, revision }: { id: string; revision: number }): Promise<Result<void>> {
  const opened = await openTimeline(ctx, slug);
  if (!opened.ok) return opened;
  const { view, reader, may } = opened.value;
  return inTransaction(ctx, async (tx) => {
    const before = await findEntry(tx.db, view.edition.id, id, true);
    if (!before || !seesEntry(reader, before)) return refuse('not-found');
    const gate = may(timelinePermissions.edit, before.side);
    if (!gate.ok) return gate;
    if (before.revision !== revision) return refuse('timeline.changed-meanwhile');
    await deleteEntry(tx.db, view.edition.id, id);
    await recordAudit(tx, { action: 'timeline.remove-entry', subject: { type: 'timeline-entry', id }, before });
    return ok(undefined);
  });
}
