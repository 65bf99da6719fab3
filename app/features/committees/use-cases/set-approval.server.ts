import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { APPROVALS } from '../domain/meeting-input.ts';
import { updateApproval } from '../store-members.server.ts';
import { openCommittee } from './open-committee.server.ts';

/** Sets whether the minutes of a committee need a yes, or are approved by silence too. Refuses any other rule. */
export async function setApproval(ctx: Ctx, input: { committeeId: string; approval: string }): Promise<Result<void>> {
  const opened = await openCommittee(ctx, input.committeeId);
  if (!opened.ok) return opened;
  const approval = APPROVALS.find((known) => known === input.approval);
  if (!approval) return refuse('committees.choose-approval');
  const { id, approval: before } = opened.value.committee;
  if (approval === before) return ok(undefined);
  return inTransaction(ctx, async (tx) => {
    await updateApproval(tx.db, id, approval);
    const change = { before: { approval: before }, after: { approval } };
    await recordAudit(tx, { action: 'committees.set-approval', subject: { type: 'committee', id }, ...change });
    return ok(undefined);
  });
}
