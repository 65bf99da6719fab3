import { isId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkExchange, type ExchangeInput } from '../../domain/list/exchange.ts';
import { participationPermissions } from '../../permissions.ts';
import { peopleOf } from '../../queries-mobilising.server.ts';
import { updateState } from '../../store.server.ts';
import { insertExchangeOnce } from '../../store-mobilising.server.ts';
import { openParticipation } from '../open-participation.server.ts';

/** An exchange under the identifier that its form was given, so that a form sent twice is recorded once. */
export type RecordExchange = ExchangeInput & { participationId: string; exchangeId: string };

/**
 * Adds an exchange to the log of an authority, and moves it to the state that the exchange led to, if any. Returns whether
 * anything was written. Refuses what `checkExchange` refuses, and a person of another organisation
 * (`participation.person-elsewhere`).
 */
export async function recordExchange(ctx: Ctx, { participationId, exchangeId, ...input }: RecordExchange): Promise<Result<boolean>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openParticipation(tx, participationPermissions.mobilise, participationId, true);
    if (!opened.ok) return opened;
    const { participation, organisation, view } = opened.value;
    if (!isId(exchangeId)) return refuse('participation.form-incomplete');
    const checked = checkExchange(input, dayIn(view.edition.timeZone, tx.clock.now()), participation.state);
    if (!checked.ok) return checked;
    const { newState, personId } = checked.value;
    const known = personId === null || (await peopleOf(tx.db, organisation.id)).some(({ id }) => id === personId);
    if (!known) return refuse('participation.person-elsewhere');
    const by = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const written = await insertExchangeOnce(tx.db, { ...checked.value, id: exchangeId, participationId, recordedBy: by });
    if (!written) return ok(false);
    if (newState) await updateState(tx.db, participationId, newState, tx.clock.now(), by);
    const { kind, heldOn } = checked.value;
    await recordAudit(tx, {
      action: 'participation.record-exchange',
      subject: { type: 'participation', id: participationId },
      before: { state: participation.state },
      after: { exchangeId, kind, heldOn, state: newState ?? participation.state },
      personal: personId && { personId },
    });
    return ok(true);
  });
}
