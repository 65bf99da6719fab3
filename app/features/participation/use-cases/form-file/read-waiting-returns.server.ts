import { displayName } from '#app/features/authorities/public.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { listWaitingReturns } from '../../queries-returns.server.ts';
import { dayOf } from '../../return-texts.ts';
import type { OpenedReturns } from './open-returns.server.ts';

/** The returned files that wait among authorities for which the actor is known to enter answers, oldest first. */
export async function readWaitingReturns(ctx: Ctx, { mine, view }: OpenedReturns) {
  const ids = mine.map(({ participation }) => participation.id);
  const rows = ids.length === 0 ? [] : await listWaitingReturns(ctx.db, ids);
  return rows.map(({ id, fileName, createdAt, names }) => ({
    ...{ id, file: fileName, authority: displayName(names, ctx.locale, 'official').text },
    day: dayOf(createdAt, view.edition.timeZone, ctx.locale),
  }));
}
