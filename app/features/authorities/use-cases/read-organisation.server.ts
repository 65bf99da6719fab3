import { authorize } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { authoritiesPermissions } from '../permissions.ts';
import { type OrganisationRow, organisationBySlug } from '../registry.server.ts';
import { revisionOf } from '../revision.server.ts';
import { authorizeFor } from './create-organisation.server.ts';

/** A record as its page shows it. `revision` goes with the form that corrects it. */
export type OrganisationRecord = Omit<OrganisationRow, 'search' | 'prominence' | 'createdAt'> & { revision: string; mayEdit: boolean };

/** The record at an address, for any signed-in person, and whether the reader may correct it. */
export async function readOrganisation(ctx: Ctx, slug: string): Promise<Result<OrganisationRecord>> {
  const gate = authorize(ctx.actor, authoritiesPermissions.readRegistry);
  if (!gate.ok) return gate;
  const row = await organisationBySlug(ctx.db, slug);
  if (!row) return refuse('not-found');
  const { search: _search, prominence: _prominence, createdAt: _created, ...record } = row;
  return ok({ ...record, revision: revisionOf(record), mayEdit: authorizeFor(ctx, 'editOrganisation', record.country).ok });
}
