import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { emptiedReading } from '../../domain/form-file/reading.ts';
import { emptyReturn } from '../../store-returns.server.ts';
import { readReturn } from './read-return.server.ts';

/** Puts a returned file aside, with nothing recorded, and forgets what it said. Returns the participation's identifier. */
export async function discardReturn(ctx: Ctx, returnId: string): Promise<Result<string>> {
  return inTransaction(ctx, async (tx) => {
    const read = await readReturn(tx, returnId, true);
    if (!read.ok) return read;
    const { row, participation } = read.value;
    if (row.state === 'discarded') return ok(participation.id);
    if (row.state !== 'draft') return refuse('participation.return-applied');
    await emptyReturn(tx.db, row.id, 'discarded', emptiedReading(row.reading));
    const states = { before: { state: row.state }, after: { state: 'discarded' } };
    await recordAudit(tx, { action: 'participation.discard-return', subject: { type: 'form-return', id: row.id }, ...states });
    return ok(participation.id);
  });
}
