import { authorize, type Permission } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type EditionRow, findEditionById, type SeriesRow } from '../queries.server.ts';

/** The edition to be changed, once the actor is known to be allowed; `not-found` for an unknown one. */
export async function openEdition(
  ctx: Ctx,
  permission: Permission,
  editionId: string,
): Promise<Result<{ edition: EditionRow; series: SeriesRow }>> {
  const found = await findEditionById(ctx.db, editionId);
  if (!found) {
    const nobody = authorize(ctx.actor, permission);
    return nobody.ok || nobody.refusal.code === 'not-allowed' ? refuse('not-found') : nobody;
  }
  const gate = authorize(ctx.actor, permission, { sides: found.series.countries, editionId });
  return gate.ok ? ok(found) : gate;
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
