import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { workshopsPermissions } from '../permissions.ts';
import { insertPair, updatePair } from '../store.server.ts';
import { type BoardAt, changeBoard } from './open-board.server.ts';

/** Two authorities that speak together; `jointMinutes` null: each has its own talk. */
export type PairInput = BoardAt & { organisationIds: readonly [string, string]; jointMinutes: number | null };

const MOST_MINUTES = 240;

/**
 * Has two authorities speak together, or changes the time of a pair that stands. Refuses authorities that do not speak
 * (`workshops.not-speaking`), are of one country (`workshops.same-country`) or are paired with another
 * (`workshops.paired-already`), and minutes out of bounds (`workshops.bad-joint-minutes`).
 */
export function joinPair(ctx: Ctx, input: PairInput): Promise<Result<void>> {
  const how = { action: 'workshops.join-pair', permission: workshopsPermissions.arrange };
  return changeBoard(ctx, input, how, async (tx, board) => {
    const { organisationIds, jointMinutes } = input;
    if (jointMinutes !== null && !(Number.isInteger(jointMinutes) && jointMinutes >= 1 && jointMinutes <= MOST_MINUTES)) {
      return refuse('workshops.bad-joint-minutes', { most: MOST_MINUTES });
    }
    const two = organisationIds.map((id) => board.problem.authorities.find((authority) => authority.id === id));
    const [a, b] = two;
    if (!a || !b) return refuse('workshops.not-speaking');
    if (a.country === b.country) return refuse('workshops.same-country');
    const theirs = board.arrangement.pairs.filter(({ firstId, secondId }) => [firstId, secondId].some((id) => id === a.id || id === b.id));
    const [held] = theirs;
    const same = theirs.length === 1 && held && [held.firstId, held.secondId].every((id) => id === a.id || id === b.id);
    if (held && !same) return refuse('workshops.paired-already');
    if (held) await updatePair(tx.db, held.id, jointMinutes);
    else await insertPair(tx.db, { editionId: board.intentions.view.edition.id, organisationIds: [a.id, b.id], jointMinutes });
    return ok({ value: undefined, ...(held ? { before: held } : {}), after: { organisationIds, jointMinutes } });
  });
}
