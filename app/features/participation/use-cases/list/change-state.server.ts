import { ok, type Result } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkStateByHand } from '../../domain/list/exchange.ts';
import { participationPermissions } from '../../permissions.ts';
import { updateState } from '../../store.server.ts';
import { openParticipation } from '../open-participation.server.ts';

/**
 * Moves an authority by hand between the states that precede answers. Refuses an answer (`participation.state-by-form`: its
 * form gives it), and one that has answered (`participation.has-answered`). Nothing is written when it stands there already.
 */
export async function changeState(ctx: Ctx, input: { participationId: string; state: string }): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openParticipation(tx, participationPermissions.mobilise, input.participationId, true);
    if (!opened.ok) return opened;
    const { participation } = opened.value;
    const state = checkStateByHand(participation.state, input.state);
    if (!state.ok) return state;
    if (state.value === participation.state) return ok(undefined);
    const by = tx.actor.kind === 'person' ? tx.actor.personId : null;
    await updateState(tx.db, participation.id, state.value, tx.clock.now(), by);
    await recordAudit(tx, {
      action: 'participation.change-state',
      subject: { type: 'participation', id: participation.id },
      before: { state: participation.state },
      after: { state: state.value },
    });
    return ok(undefined);
  });
}
