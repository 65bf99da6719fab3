import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkEdition, type EditionInput } from '../domain/edition-input.ts';
import { tellMoved } from '../edition-listeners.server.ts';
import { editionsPermissions } from '../permissions.ts';
import type { EditionRow } from '../queries.server.ts';
import { updateEdition } from '../store.server.ts';
import { checkHost } from './create-edition.server.ts';
import { fileChange, openEdition } from './open-edition.server.ts';

/**
 * Changes the facts of an edition. `revision` is the one on which the form was filled in: when somebody else has
 * changed the edition since, nothing is written (`editions.changed-meanwhile`). Dates move by `postponeEdition` when
 * the former ones should stay on record. Refuses to hand the edition over to a side the actor may not act for.
 */
export async function editEdition(ctx: Ctx, editionId: string, revision: number, input: EditionInput): Promise<Result<EditionRow>> {
  const opened = await openEdition(ctx, editionsPermissions.editEdition, editionId);
  if (!opened.ok) return opened;
  const { edition, series, may } = opened.value;
  if (edition.revision !== revision) return refuse('editions.changed-meanwhile');
  const facts = checkEdition(input, series, edition, ctx.locale);
  if (!facts.ok) return facts;
  const given = may(editionsPermissions.editEdition, facts.value.hostCountry);
  if (!given.ok) return given;
  return inTransaction(ctx, async (tx) => {
    const host = await checkHost(tx, facts.value);
    if (!host.ok) return host;
    const row = await updateEdition(tx.db, editionId, revision, facts.value);
    if (!row) return refuse('editions.changed-meanwhile');
    await tellMoved(tx, edition, row);
    await fileChange(tx, 'editions.edit-edition', { type: 'edition', id: editionId }, { before: edition, after: row });
    return ok(row);
  });
}
