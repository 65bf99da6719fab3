import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { membersOfCommittee } from '../members.server.ts';
import { unseatOrganisation } from '../store-members.server.ts';
import { openCommittee } from './open-committee.server.ts';

/**
 * Takes an organisation out of a committee. Refuses one that does not sit there, and one whose persons are still members
 * (`committees.has-persons`): a committee would otherwise go on with people whom nobody sees under any organisation.
 */
export async function removeOrganisation(ctx: Ctx, input: { committeeId: string; organisationId: string }): Promise<Result<void>> {
  const opened = await openCommittee(ctx, input.committeeId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const { id } = opened.value.committee;
    const members = await membersOfCommittee(tx.db, id);
    const under = members.find(({ organisationId }) => organisationId === input.organisationId)?.persons ?? [];
    if (under.length > 0) return refuse('committees.has-persons', { count: under.length });
    if (!(await unseatOrganisation(tx.db, id, input.organisationId))) return refuse('not-found');
    const before = { organisations: [input.organisationId] };
    await recordAudit(tx, { action: 'committees.remove-organisation', subject: { type: 'committee', id }, before });
    return ok(undefined);
  });
}
