import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { DEFAULT_RULES, readRules } from '../domain/reminders.ts';
import { openReminders } from '../open-reminders.server.ts';
import { rulesOf } from '../queries.server.ts';
import { deleteRules, writeRules } from '../store.server.ts';

/**
 * Sets when a deadline is reminded of: days before it, negative ones after it, none for never. Refuses what is no list of days
 * (`deliverables.bad-rules`), a deadline that there is not (`not-found`), and one of the other side alone (`not-allowed`).
 */
export async function setRules(ctx: Ctx, slug: string, input: { item: string; days: string }): Promise<Result<void>> {
  const days = readRules(input.days);
  return inTransaction(ctx, async (tx) => {
    const opened = await openReminders(tx, slug);
    if (!opened.ok) return opened;
    const { columns, access, view } = opened.value;
    const due = columns.flatMap(({ dues }) => dues).find(({ item }) => item === input.item);
    if (!due) return refuse('not-found');
    if (due.side !== null && !access.reminds.includes(due.side)) return refuse('not-allowed', { action: 'deliverables.remind' });
    if (days === null) return refuse('deliverables.bad-rules', { field: `rules ${due.item}` });
    const { id: editionId } = view.edition;
    const before = (await rulesOf(tx.db, editionId)).find(({ item }) => item === due.item)?.days ?? [...DEFAULT_RULES];
    if (before.join() === days.join()) return ok(undefined);
    if (days.join() === DEFAULT_RULES.join()) await deleteRules(tx.db, editionId, due.item);
    else await writeRules(tx.db, { editionId, item: due.item, days, updatedBy: tx.actor.kind === 'person' ? tx.actor.personId : null });
    await recordAudit(tx, {
      action: 'deliverables.set-reminder-rules',
      subject: { type: 'edition', id: editionId },
      before: { item: due.item, days: before },
      after: { item: due.item, days },
    });
    return ok(undefined);
  });
}
