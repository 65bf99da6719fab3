import { authorize, type Permission } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type EditionRow, findEditionById, type SeriesRow } from '../queries.server.ts';
import { type EditionGate, gateOfEdition } from '../sides.server.ts';

/**
 * The edition to be changed, once the actor is known to be allowed, with what else may be done to it; `not-found` for an
 * unknown one. `side` is the country of what is changed, when that belongs to one side and not to the edition as a whole.
 */
export async function openEdition(
  ctx: Ctx,
  permission: Permission,
  editionId: string,
  side: string | null = null,
): Promise<Result<{ edition: EditionRow; series: SeriesRow; may: EditionGate }>> {
  const found = await findEditionById(ctx.db, editionId);
  if (!found) {
    const nobody = authorize(ctx.actor, permission);
    return nobody.ok || nobody.refusal.code === 'not-allowed' ? refuse('not-found') : nobody;
  }
  const may = await gateOfEdition(ctx, found);
  const gate = may(permission, side);
  return gate.ok ? ok({ ...found, may }) : gate;
}

/** Files a change of the public record and makes the pages that show it stale, both in the transaction of the change. */
export async function fileChange(
  tx: Ctx,
  action: string,
  subject: { type: 'series' | 'edition'; id: string },
  states: { before?: unknown; after?: unknown },
): Promise<void> {
  await recordAudit(tx, { action, subject, ...states });
  await publicPagesChanged(tx.db);
}
