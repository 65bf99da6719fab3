import { isId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { participationPermissions } from '../../permissions.ts';
import { deleteTie } from '../../store-mobilising.server.ts';
import { openParticipation } from '../open-participation.server.ts';

/** Takes back a tie of an authority of a list that was recorded by mistake. */
export async function removeTie(ctx: Ctx, { participationId, tieId }: { participationId: string; tieId: string }): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openParticipation(tx, participationPermissions.mobilise, participationId);
    if (!opened.ok) return opened;
    const { organisation } = opened.value;
    const before = isId(tieId) ? await deleteTie(tx.db, tieId, organisation.id) : null;
    if (!before) return refuse('not-found');
    await recordAudit(tx, { action: 'participation.remove-tie', subject: { type: 'organisation', id: organisation.id }, before });
    return ok(undefined);
  });
}
