import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { workshopsPermissions } from '../permissions.ts';
import { deletePair } from '../store.server.ts';
import { type BoardAt, changeBoard } from './open-board.server.ts';

/** Has the two authorities of a pair speak apart. Refuses a pair of another edition, or none (`workshops.no-such-pair`). */
export function partPair(ctx: Ctx, input: BoardAt & { pairId: string }): Promise<Result<void>> {
  const how = { action: 'workshops.part-pair', permission: workshopsPermissions.arrange };
  return changeBoard(ctx, input, how, async (tx, board) => {
    const pair = board.arrangement.pairs.find(({ id }) => id === input.pairId);
    if (!pair) return refuse('workshops.no-such-pair');
    await deletePair(tx.db, pair.id);
    return ok({ value: undefined, before: pair });
  });
}
