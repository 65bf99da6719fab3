import type { Permission } from '#app/access/authorize.ts';
import { authorize } from '#app/access/authorize.ts';
import { committeesOfEdition } from '#app/features/committees/public.server.ts';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { gateOfEdition, readEditionById } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { participationPermissions } from '../permissions.ts';
import { findParticipation, type ParticipationInList } from '../queries.server.ts';

/** An authority's participation with its edition. */
export type OpenedParticipation = ParticipationInList & { view: EditionView };

/**
 * An authority's participation, once the actor is known to be allowed: by the side of the authority, or by the authority
 * itself. Whoever is not learns nothing of what exists. With `lock`, the row is held until the transaction ends.
 */
export async function openParticipation(ctx: Ctx, permission: Permission, id: string, lock = false): Promise<Result<OpenedParticipation>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required', { action: permission.action });
  const found = await findParticipation(ctx.db, id, lock);
  const view = found && (await readEditionById(ctx.db, found.participation.editionId));
  if (!found || !view) return refuse('not-found');
  const opened = { ...found, view };
  return (await mayOn(ctx, permission, opened)) ? ok(opened) : refuse('not-found');
}

/** Whether the actor may do something to a participation that is open before them: as the authority, or by its side. */
export async function mayOn(ctx: Ctx, permission: Permission, { organisation, view }: OpenedParticipation): Promise<boolean> {
  if (authorize(ctx.actor, permission, { organisationId: organisation.id }).ok) return true;
  return (await gateOfEdition(ctx, view))(permission, organisation.country).ok;
}

/**
 * Whether the actor may read what the two sides share of an edition: the secretariats of both, the host team, and the
 * members of its committees.
 */
export async function mayReadIntentions(
  ctx: Ctx,
  { series, edition }: { series: { countries: readonly string[] }; edition: { id: string } },
): Promise<Result<void>> {
  const { readIntentions } = participationPermissions;
  const shared = authorize(ctx.actor, readIntentions, { sides: series.countries, editionId: edition.id });
  if (shared.ok || ctx.actor.kind !== 'person') return shared;
  const committees = await committeesOfEdition(ctx.db, edition.id);
  return committees.map(({ id }) => authorize(ctx.actor, readIntentions, { committeeId: id })).find((gate) => gate.ok) ?? shared;
}
