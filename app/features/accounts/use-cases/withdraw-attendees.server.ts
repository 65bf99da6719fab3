import { authorize } from '#app/access/authorize.ts';
import { isId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { deletePersonRows, trailOf } from '../withdrawal.server.ts';
import { RECORD_ATTENDEE } from './record-attendees.server.ts';

/**
 * Takes back persons whom the import of an attendance list recorded, in the transaction that undoes it. Refuses all of them
 * (`accounts.person-in-use`) when one was recorded otherwise, was edited, holds or held a role, signed in, or is referred to
 * by anything else; the caller rolls back.
 */
export async function withdrawAttendees(tx: Ctx, sides: readonly string[], personIds: readonly string[]): Promise<Result<void>> {
  const gate = authorize(tx.actor, accountsPermissions.recordAttendees, { sides });
  if (!gate.ok) return gate;
  for (const personId of personIds) {
    const trail = isId(personId) ? await trailOf(tx.db, personId) : [];
    if (trail.length !== 1 || trail[0] !== RECORD_ATTENDEE) return refuse('accounts.person-in-use');
    if (!(await deletePersonRows(tx.db, personId))) return refuse('accounts.person-in-use');
    await recordAudit(tx, { action: 'accounts.withdraw-attendee', subject: { type: 'person', id: personId } });
  }
  return ok(undefined);
}
