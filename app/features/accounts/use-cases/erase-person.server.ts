import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { authorizeOverPerson, NOBODY, outranks } from '../person-rights.ts';
import { erasePersonRows } from '../personal-data.server.ts';
import { lockAdministrators, standingOf } from '../queries.server.ts';
import type { PersonalDataSource } from './export-personal-data.server.ts';

/**
 * Erases a person on request (RGPD art. 17), here and in `sources`, in one transaction that cannot be undone: names and mailboxes go, functions
 * and what the person did stay without a name. Refuses persons who hold a role that the actor could not grant
 * (`accounts.holds-other-roles`), the last administrator, and an unknown or already erased person.
 */
export async function erasePerson(
  ctx: Ctx,
  input: { personId: string },
  sources: readonly PersonalDataSource[] = [],
): Promise<Result<void>> {
  const { personId } = input;
  const standing = (await standingOf(ctx.db, personId)) ?? NOBODY;
  const gate = authorizeOverPerson(ctx.actor, accountsPermissions.erasePerson, standing);
  if (!gate.ok) return gate;
  if (standing === NOBODY) return refuse('not-found');
  if (!outranks(ctx.actor, standing)) return refuse('accounts.holds-other-roles');
  return inTransaction(ctx, async (tx) => {
    const administrators = await lockAdministrators(tx.db);
    if (administrators.length > 0 && administrators.every((row) => row.personId === personId)) return refuse('accounts.last-administrator');
    for (const source of sources) await source.erase(tx, personId);
    await erasePersonRows(tx.db, personId);
    await recordAudit(tx, { action: 'accounts.erase-person', subject: { type: 'person', id: personId } });
    return ok(undefined);
  });
}
