import { gateOfEdition, readEdition } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import type { ParticipationState } from '../domain/states.ts';
import { participationPermissions } from '../permissions.ts';
import { participantOrganisations } from '../queries.server.ts';
import { insertParticipation } from '../store.server.ts';

/**
 * Puts an authority on an edition's list, in a state that precedes answers. Returns the participation's identifier. Refuses
 * an organisation that is no authority (`participation.no-authority`), of neither country of the series
 * (`participation.other-country`), or on the list already (`participation.on-list`).
 */
export async function addAuthority(
  ctx: Ctx,
  input: { edition: string; organisationId: string; state?: Extract<ParticipationState, 'to-contact' | 'contacted' | 'chased'> },
): Promise<Result<string>> {
  const view = await readEdition(ctx.db, input.edition);
  const [organisation] = await participantOrganisations(ctx.db, [input.organisationId]);
  if (!view || !organisation) return refuse('not-found');
  const gate = (await gateOfEdition(ctx, view))(participationPermissions.mobilise, organisation.country);
  if (!gate.ok) return gate;
  if (!organisation.isAuthority) return refuse('participation.no-authority');
  if (!view.series.countries.includes(organisation.country)) return refuse('participation.other-country');
  return inTransaction(ctx, async (tx) => {
    const by = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const state = input.state ?? 'to-contact';
    const id = await insertParticipation(tx.db, {
      editionId: view.edition.id,
      organisationId: organisation.id,
      state,
      at: tx.clock.now(),
      by,
    });
    if (!id) return refuse('participation.on-list');
    await recordAudit(tx, {
      action: 'participation.add-authority',
      subject: { type: 'participation', id },
      after: { organisationId: organisation.id, state },
    });
    return ok(id);
  });
}
