import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { editionsPermissions } from '../permissions.ts';
import { listFigures } from '../queries.server.ts';
import { deleteFigure } from '../store.server.ts';
import { fileChange, openEdition } from './open-edition.server.ts';

/** Takes out a figure recorded by mistake; the audit trail keeps it. Refuses a figure of another edition as unknown. */
export async function removeFigure(ctx: Ctx, editionId: string, figureId: string): Promise<Result<void>> {
  const figure = (await listFigures(ctx.db, editionId)).find((row) => row.id === figureId);
  const opened = await openEdition(ctx, editionsPermissions.recordFigure, editionId, figure?.side);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const row = await deleteFigure(tx.db, editionId, figureId);
    if (!row) return refuse('not-found');
    await fileChange(tx, 'editions.remove-figure', { type: 'edition', id: editionId }, { before: row });
    return ok(undefined);
  });
}
