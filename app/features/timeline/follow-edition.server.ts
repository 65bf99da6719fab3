import type { EditionListener } from '#app/features/editions/public.server.ts';
import { lastKnown } from './domain/move.ts';
import { anchorOf, resolveTiming } from './domain/timing.ts';
import { entriesOf } from './queries.server.ts';
import { raiseSequence } from './store.server.ts';

/** When an edition gets other dates, whoever moves it: the entries that follow it by a rule have moved, and calendars are to learn of it. */
export const timelineFollowsEdition: EditionListener = {
  async moved(tx, before, after) {
    const [from, to] = [anchorOf(before.dates), anchorOf(after.dates)];
    if (from === to) return;
    for (const entry of await entriesOf(tx.db, after.id, true)) {
      const was = resolveTiming(entry.timing, from);
      if (was === resolveTiming(entry.timing, to)) continue;
      await raiseSequence(tx.db, entry.id, { formerDate: lastKnown(was, entry.formerDate) }, tx.clock.now());
    }
  },
};
