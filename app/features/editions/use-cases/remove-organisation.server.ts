import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { ORGANISATION_ROLES } from '../domain/edition-types.ts';
import { editionsPermissions } from '../permissions.ts';
import { organisationsById } from '../queries.server.ts';
import { deleteOrganisation } from '../store.server.ts';
import { fileChange, openEdition } from './open-edition.server.ts';

/** Takes an organisation out of a role; the audit trail keeps that it stood there. Refuses what is not on record. */
export async function removeOrganisation(
  ctx: Ctx,
  editionId: string,
  input: { organisationId: string; role: string },
): Promise<Result<void>> {
  const [organisation] = await organisationsById(ctx.db, [input.organisationId]);
  const opened = await openEdition(ctx, editionsPermissions.recordOrganisation, editionId, organisation?.country);
  if (!opened.ok) return opened;
  const role = ORGANISATION_ROLES.find((known) => known === input.role);
  if (!role) return refuse('editions.bad-role');
  return inTransaction(ctx, async (tx) => {
    const key = { editionId, organisationId: input.organisationId, role };
    if (!(await deleteOrganisation(tx.db, key))) return refuse('not-found');
    await fileChange(tx, 'editions.remove-organisation', { type: 'edition', id: editionId }, { before: key });
    return ok(undefined);
  });
}
