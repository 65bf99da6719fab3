import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { knownOrganisations, seatOrganisations } from '../store-members.server.ts';
import { openCommittee } from './open-committee.server.ts';

/** More organisations than any committee has. */
const MOST = 500;

/**
 * Makes organisations, of whatever side, members of a committee: the secretariat of one of its sides may. Returns how many did not sit
 * there before. Refuses a committee or an organisation that is unknown, an empty list, and one that sits there when it is named alone.
 */
export async function addOrganisations(
  ctx: Ctx,
  input: { committeeId: string; organisationIds: readonly string[] },
): Promise<Result<number>> {
  const opened = await openCommittee(ctx, input.committeeId);
  if (!opened.ok) return opened;
  const wanted = [...new Set(input.organisationIds)];
  if (wanted.length === 0 || wanted.length > MOST) return refuse('committees.choose-organisation');
  return inTransaction(ctx, async (tx) => {
    const known = await knownOrganisations(tx.db, wanted);
    if (known.length < wanted.length) return refuse('committees.choose-organisation');
    const { id } = opened.value.committee;
    const seated = await seatOrganisations(tx.db, id, wanted);
    if (seated.length === 0 && wanted.length === 1) return refuse('committees.sits-already');
    if (seated.length > 0)
      await recordAudit(tx, {
        action: 'committees.add-organisations',
        subject: { type: 'committee', id },
        after: { organisations: seated },
      });
    return ok(seated.length);
  });
}
