import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { authorizeOverPerson, NOBODY } from '../person-rights.ts';
import { auditOf, exclusiveMailboxes, mailsTo } from '../personal-data.server.ts';
import { findPerson, functionsOf, liveAssignmentsOf, mailboxesOf, standingOf } from '../queries.server.ts';
import { openSessionsOf } from '../sessions.server.ts';

/** What another feature holds on persons: how to take it out, and how to erase it. The composition root lists them. */
export type PersonalDataSource = {
  name: string;
  exportOf(tx: Ctx, personId: string): Promise<unknown>;
  erase(tx: Ctx, personId: string): Promise<void>;
};

/**
 * Everything that is held on a person, as one JSON object (RGPD art. 15 and 20): of this feature and of `sources`. Secrets of sessions are not
 * part of it, nor mails to a mailbox that others share. Refuses an unknown or erased person.
 */
export async function exportPersonalData(
  ctx: Ctx,
  input: { personId: string },
  sources: readonly PersonalDataSource[] = [],
): Promise<Result<Record<string, unknown>>> {
  const { personId } = input;
  const standing = (await standingOf(ctx.db, personId)) ?? NOBODY;
  const gate = authorizeOverPerson(ctx.actor, accountsPermissions.exportPersonalData, standing);
  if (!gate.ok) return gate;
  if (standing === NOBODY) return refuse('not-found');
  return inTransaction(ctx, async (tx) => {
    const others: Record<string, unknown> = {};
    for (const source of sources) others[source.name] = await source.exportOf(tx, personId);
    const own = await exclusiveMailboxes(tx.db, personId);
    const sessions = await openSessionsOf(tx.db, personId);
    const data = {
      person: await findPerson(tx.db, personId),
      mailboxes: await mailboxesOf(tx.db, [personId]),
      functions: await functionsOf(tx.db, [personId]),
      roles: await liveAssignmentsOf(tx.db, [personId]),
      sessions: sessions.map(({ createdAt, lastSeenAt, userAgent }) => ({ createdAt, lastSeenAt, userAgent })),
      mails: await mailsTo(tx.db, own),
      trail: await auditOf(tx.db, personId),
      ...others,
    };
    await recordAudit(tx, { action: 'accounts.export-personal-data', subject: { type: 'person', id: personId } });
    return ok(data);
  });
}
