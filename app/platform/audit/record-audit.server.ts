import { actorLabel } from '#app/access/actor.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';

/** One state change. `before` and `after` hold no personal value: those go to `personal`, which can be erased. */
export type AuditEntry = {
  /** The use case, e.g. `committees.apply-attendance-import`. */
  action: string;
  subject: { type: string; id: string };
  /** The authority for which a secretariat acted. */
  onBehalfOf?: string;
  before?: unknown;
  after?: unknown;
  personal?: unknown;
};

/** Writes one line of the audit trail in the caller's transaction. */
export async function recordAudit(tx: Ctx, entry: AuditEntry): Promise<void> {
  await tx.db.insert(auditEvents).values({
    actorId: tx.actor.kind === 'person' ? tx.actor.personId : null,
    actorLabel: actorLabel(tx.actor),
    onBehalfOf: entry.onBehalfOf ?? null,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    before: entry.before ?? null,
    after: entry.after ?? null,
    personal: entry.personal ?? null,
    requestId: tx.requestId,
  });
}
