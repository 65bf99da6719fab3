import { randomInt } from 'node:crypto';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { workshopsPermissions } from '../permissions.ts';
import { updateSettings } from '../store.server.ts';
import { type BoardAt, changeBoard } from './open-board.server.ts';

/** What the allocation is to be held to; `seed` null draws another. */
export type SettingsInput = {
  talkMinutes: number;
  minPerCountry: Readonly<Record<string, number>>;
  maxSpread: number | null;
  timeLimitSeconds: number;
  seed: number | null;
};

const MOST = { talkMinutes: 240, perCountry: 99, spread: 99, seconds: 600, seed: 2 ** 31 - 1 };

const whole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;

/**
 * Sets what the allocation of an edition is held to. Refuses figures out of bounds (`workshops.bad-talk-minutes`,
 * `workshops.bad-minimum`, `workshops.bad-spread`, `workshops.bad-time-limit`, `workshops.bad-seed`).
 */
export function saveSettings(ctx: Ctx, input: BoardAt & SettingsInput): Promise<Result<void>> {
  const how = { action: 'workshops.save-settings', permission: workshopsPermissions.arrange };
  return changeBoard(ctx, input, how, async (tx, board) => {
    const { view } = board.intentions;
    const { talkMinutes, maxSpread, timeLimitSeconds } = input;
    if (!whole(talkMinutes, 1, MOST.talkMinutes)) return refuse('workshops.bad-talk-minutes', { most: MOST.talkMinutes });
    if (maxSpread !== null && !whole(maxSpread, 0, MOST.spread)) return refuse('workshops.bad-spread', { most: MOST.spread });
    if (!whole(timeLimitSeconds, 1, MOST.seconds)) return refuse('workshops.bad-time-limit', { most: MOST.seconds });
    const asked = Object.entries(input.minPerCountry);
    const wrong = asked.some(([country, least]) => !view.series.countries.includes(country) || !whole(least, 0, MOST.perCountry));
    if (wrong) return refuse('workshops.bad-minimum', { most: MOST.perCountry });
    if (input.seed !== null && !whole(input.seed, 0, MOST.seed)) return refuse('workshops.bad-seed', { most: MOST.seed });
    const seed = input.seed ?? randomInt(1, MOST.seed);
    const after = { talkMinutes, minPerCountry: Object.fromEntries(asked), maxSpread, timeLimitSeconds, seed };
    await updateSettings(tx.db, view.edition.id, after);
    return ok({ value: undefined, before: board.settings, after });
  });
}
