import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { participationPermissions } from '../../permissions.ts';
import { findLink } from '../../queries-links.server.ts';
import { endLink } from '../../store-links.server.ts';
import { openParticipation } from '../open-participation.server.ts';

/** Ends a personal link at once. The person's right to edit the form stays: it is a role, revoked where roles are. Done twice, once. */
export async function revokeFormLink(ctx: Ctx, input: { linkId: string }): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const link = await findLink(tx.db, input.linkId);
    if (!link) return refuse(tx.actor.kind === 'anonymous' ? 'sign-in-required' : 'not-found');
    const opened = await openParticipation(tx, participationPermissions.mobilise, link.participationId);
    if (!opened.ok) return opened;
    if (!(await endLink(tx.db, link.id, tx.clock.now()))) return ok(undefined);
    await recordAudit(tx, {
      action: 'participation.revoke-form-link',
      subject: { type: 'participation', id: link.participationId },
      after: { linkId: link.id, personId: link.personId },
    });
    return ok(undefined);
  });
}
