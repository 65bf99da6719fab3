import { ok, type Result } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkEntry, type EntryInput } from '../domain/entry.ts';
import { frameOf, openForEditing } from '../open-timeline.server.ts';
import { insertEntries } from '../store.server.ts';

/** Adds a date to an edition's timeline. Refuses what `checkEntry` refuses, and whoever may not act for the side it belongs to. */
export async function addEntry(ctx: Ctx, slug: string, input: EntryInput): Promise<Result<{ id: string }>> {
  const opened = await openForEditing(ctx, slug, input.side || null);
  if (!opened.ok) return opened;
  const { view } = opened.value;
  const facts = checkEntry(input, frameOf(view), ctx.locale);
  if (!facts.ok) return facts;
  return inTransaction(ctx, async (tx) => {
    const [id] = await insertEntries(tx.db, [{ ...facts.value, editionId: view.edition.id }]);
    if (!id) throw new Error('an entry was not written');
    await recordAudit(tx, { action: 'timeline.add-entry', subject: { type: 'timeline-entry', id }, after: facts.value });
    return ok({ id });
  });
}
