import type { Grant } from '#app/access/actor.ts';
import { authorize } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { grantFromRow } from '../domain/grant-shape.ts';
import { accountsPermissions, permissionToGrant } from '../permissions.ts';
import { findAssignment, lockAdministrators } from '../queries.server.ts';
import { endAssignment } from '../store.server.ts';

/** The grant to end. `over`: only if it is over this very thing, for pages that know of one edition or committee alone. */
export type RevokeRequest = { assignmentId: string; over?: Pick<Grant, 'editionId' | 'committeeId'> };

/**
 * Revokes a grant, at once for all sessions of the person. Whoever may grant a role may revoke it. Refuses a grant that is unknown or no
 * longer in force (`not-found`) and to leave the instance without administrator (`accounts.last-administrator`).
 */
export async function revokeRole(ctx: Ctx, { assignmentId, over }: RevokeRequest): Promise<Result<void>> {
  const named = await findAssignment(ctx.db, assignmentId);
  const elsewhere = over && (over.editionId !== (named?.editionId ?? undefined) || over.committeeId !== (named?.committeeId ?? undefined));
  const found = elsewhere ? null : named;
  const gate = authorize(ctx.actor, found ? permissionToGrant(found.role) : accountsPermissions.grantSideRole, {
    sides: found?.sides ?? [],
  });
  if (!gate.ok) return gate;
  if (!found) return refuse('not-found');
  return inTransaction(ctx, async (tx) => {
    if (found.role === 'instance-admin' && (await lockAdministrators(tx.db)).every((row) => row.id === found.id)) {
      return refuse('accounts.last-administrator');
    }
    const revokedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    if (!(await endAssignment(tx.db, found.id, revokedBy))) return refuse('not-found');
    const before = { assignmentId: found.id, ...grantFromRow(found) };
    await recordAudit(tx, { action: 'accounts.revoke-role', subject: { type: 'person', id: found.personId }, before });
    return ok(undefined);
  });
}
