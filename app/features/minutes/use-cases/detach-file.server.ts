import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { findFile } from '../queries.server.ts';
import { openMinutes } from '../rights.server.ts';
import { deleteFile } from '../store.server.ts';

/** Takes minutes written elsewhere from their meeting. What was imported from them stays. */
export async function detachFile(ctx: Ctx, input: { meetingId: string; id: string }): Promise<Result<void>> {
  const { meetingId, id } = input;
  const opened = await openMinutes(ctx, meetingId, 'write');
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const file = await findFile(tx.db, meetingId, id);
    if (!file) return refuse('not-found');
    await deleteFile(tx.db, meetingId, id);
    const before = { id, hash: file.hash };
    await recordAudit(tx, { action: 'minutes.detach-file', subject: { type: 'meeting', id: meetingId }, before });
    return ok(undefined);
  });
}
