import type { Grant } from '#app/access/actor.ts';
import { authorize } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { isWellFormedGrant } from '../domain/grant-shape.ts';
import { permissionToGrant } from '../permissions.ts';
import { sideOfOrganisation, standingOf } from '../queries.server.ts';
import { insertAssignment } from '../store.server.ts';

/**
 * A role to grant. `committeeSides` are the national sides of the committee: a fact of the committees feature, which passes it on from
 * its own tables, never from a form.
 */
export type GrantRequest = { personId: string; grant: Grant; committeeSides?: readonly string[] };

/**
 * Grants a role: an administrator any, a secretariat the editors, readers and committee members of its own side. Returns the
 * grant's identifier. Refuses a grant without its scope or with another's (`accounts.grant-malformed`), an unknown or erased person and an
 * unknown organisation (`not-found`), and what the person already holds (`accounts.already-granted`).
 */
export async function grantRole(ctx: Ctx, input: GrantRequest): Promise<Result<string>> {
  const { grant, personId } = input;
  const sides = isWellFormedGrant(grant) ? await sidesOf(ctx, input) : null;
  const gate = authorize(ctx.actor, permissionToGrant(grant.role), { sides: sides ?? [] });
  if (!gate.ok) return gate;
  if (!isWellFormedGrant(grant)) return refuse('accounts.grant-malformed');
  if (!sides) return refuse('not-found');
  return inTransaction(ctx, async (tx) => {
    if (!(await standingOf(tx.db, personId))) return refuse('not-found');
    const grantedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const id = await insertAssignment(tx.db, personId, grant, sides, grantedBy);
    if (!id) return refuse('accounts.already-granted');
    await recordAudit(tx, {
      action: 'accounts.grant-role',
      subject: { type: 'person', id: personId },
      after: { assignmentId: id, ...grant },
    });
    return ok(id);
  });
}

/** The sides that what is granted belongs to; `null` when it does not exist. */
async function sidesOf(ctx: Ctx, { grant, committeeSides }: GrantRequest): Promise<readonly string[] | null> {
  if (grant.side) return [grant.side];
  if (grant.committeeId) return committeeSides ?? null;
  if (!grant.organisationId) return [];
  const side = await sideOfOrganisation(ctx.db, grant.organisationId);
  return side ? [side] : null;
}
