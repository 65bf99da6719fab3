import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { workshopsPermissions } from '../permissions.ts';
import { writeCapacity } from '../store.server.ts';
import { type BoardAt, changeBoard } from './open-board.server.ts';

/** Minutes of talks and seats of a workshop; null forgets what was set. */
export type RoomInput = { workshopId: string; held: { talkMinutes: number; seats: number } | null };

const MOST = { minutes: 1440, seats: 100_000 };

/**
 * Sets what some workshops can hold, all or none. Refuses a workshop of another edition (`workshops.unknown-workshop`), minutes or
 * seats out of bounds (`workshops.bad-room`, with the workshop's number).
 */
export function saveRooms(ctx: Ctx, input: BoardAt & { rooms: readonly RoomInput[] }): Promise<Result<void>> {
  const how = { action: 'workshops.save-rooms', permission: workshopsPermissions.arrange };
  return changeBoard(ctx, input, how, async (tx, board) => {
    const { workshops } = board.intentions.view;
    for (const { workshopId, held } of input.rooms) {
      const workshop = workshops.find(({ id }) => id === workshopId);
      if (!workshop) return refuse('workshops.unknown-workshop');
      const fits = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
      if (held && !(fits(held.talkMinutes, MOST.minutes) && fits(held.seats, MOST.seats))) {
        return refuse('workshops.bad-room', { number: workshop.number, minutes: MOST.minutes, seats: MOST.seats });
      }
    }
    for (const { workshopId, held } of input.rooms) await writeCapacity(tx.db, workshopId, held);
    return ok({ value: undefined, before: board.arrangement.capacities, after: input.rooms });
  });
}
