import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkOrganisation, type OrganisationInput } from '../domain/organisation-input.ts';
import { derive } from '../domain/organisation-record.ts';
import { organisationsByIds, readForEdit } from '../queries.server.ts';
import { revisionOf } from '../revision.server.ts';
import { updateOrganisation } from '../store.server.ts';
import { authorizeFor } from './create-organisation.server.ts';

/** The facts as they shall be, and the revision that the editor saw: somebody else's change in between is not overwritten. */
export type OrganisationEdit = OrganisationInput & { id: string; seen: string };

/**
 * Corrects the names and facts of an organisation; kind, country, identifiers and slug stay. The record counts as edited by hand
 * from then on: loading newer reference data leaves it alone. Does nothing when nothing differs; refuses with `conflict` when the
 * record is no longer as the editor saw it.
 */
export async function editOrganisation(ctx: Ctx, input: OrganisationEdit): Promise<Result<void>> {
  const [seen] = await organisationsByIds(ctx.db, [input.id]);
  const gate = authorizeFor(ctx, 'editOrganisation', seen?.country ?? '');
  if (!gate.ok) return gate;
  if (!seen) return refuse('not-found');
  const facts = checkOrganisation(input);
  if (!facts.ok) return facts;
  return inTransaction(ctx, async (tx) => {
    const before = await readForEdit(tx.db, input.id);
    if (!before) return refuse('not-found');
    if (revisionOf(before) !== input.seen) return refuse('conflict');
    if (revisionOf({ ...facts.value, id: input.id }) === input.seen) return ok(undefined);
    const { kind, country, code } = before;
    await updateOrganisation(tx.db, input.id, { ...facts.value, ...derive({ ...facts.value, kind, country, code }), handMade: true });
    const { population, populationYear, latitude, longitude, validFrom, validTo, names } = before;
    const was = { population, populationYear, latitude, longitude, validFrom, validTo, names };
    await recordAudit(tx, {
      action: 'authorities.edit-organisation',
      subject: { type: 'organisation', id: input.id },
      before: was,
      after: facts.value,
    });
    // Names and places of organisations stand on public pages.
    await publicPagesChanged(tx.db);
    return ok(undefined);
  });
}
