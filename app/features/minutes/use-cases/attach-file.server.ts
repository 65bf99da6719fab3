import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { storeFile } from '#app/platform/files/store-file.server.ts';
import { openMinutes } from '../rights.server.ts';
import { insertFile } from '../store.server.ts';

/** The most that a set of minutes written elsewhere may weigh. */
export const MAX_MINUTES_BYTES = 20_000_000;

/** Keeps minutes written elsewhere with their meeting, as they are. Refuses what `storeFile` refuses, and the same file twice. */
export async function attachFile(ctx: Ctx, input: { meetingId: string; name: string; bytes: Uint8Array }): Promise<Result<{ id: string }>> {
  const { meetingId, name, bytes } = input;
  const opened = await openMinutes(ctx, meetingId, 'write');
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const stored = await storeFile(tx, bytes, { name, maxBytes: MAX_MINUTES_BYTES, accept: ['pdf', 'docx', 'xlsx'] });
    if (!stored.ok) return stored;
    const { hash, size, type, name: safe } = stored.value;
    const createdBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const id = await insertFile(tx.db, { meetingId, hash, size, type, name: safe, createdBy });
    if (!id) return refuse('minutes.already-attached');
    await recordAudit(tx, { action: 'minutes.attach-file', subject: { type: 'meeting', id: meetingId }, after: { id, hash } });
    return ok({ id });
  });
}
