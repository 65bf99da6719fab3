import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkWhole } from '../domain/checks.ts';
import { ORGANISATION_ROLES } from '../domain/edition-types.ts';
import { editionsPermissions } from '../permissions.ts';
import { organisationsById } from '../queries.server.ts';
import { upsertOrganisation } from '../store.server.ts';
import { fileChange, openEdition } from './open-edition.server.ts';

/** An organisation in a role, and its place in the printed order. */
export type EditionOrganisationInput = { organisationId: string; role: string; position: number };

/**
 * Names an organisation in a role for an edition (co-organiser, patronage, partner, or authority that has confirmed);
 * naming it again only moves it. Refuses an organisation that the registry does not hold, and a confirmation by what is
 * no authority.
 */
export async function recordOrganisation(ctx: Ctx, editionId: string, input: EditionOrganisationInput): Promise<Result<void>> {
  const [organisation] = await organisationsById(ctx.db, [input.organisationId]);
  const opened = await openEdition(ctx, editionsPermissions.recordOrganisation, editionId, organisation?.country);
  if (!opened.ok) return opened;
  const role = ORGANISATION_ROLES.find((known) => known === input.role);
  if (!role) return refuse('editions.bad-role');
  const position = checkWhole(input.position, 0, 999, 'editions.bad-position');
  if (!position.ok) return position;
  if (!organisation) return refuse('editions.unknown-organisation');
  if (role === 'confirmed' && !organisation.isAuthority) return refuse('editions.not-an-authority');
  return inTransaction(ctx, async (tx) => {
    const values = { editionId, organisationId: input.organisationId, role, position: position.value };
    await upsertOrganisation(tx.db, values);
    await fileChange(tx, 'editions.record-organisation', { type: 'edition', id: editionId }, { after: values });
    return ok(undefined);
  });
}
