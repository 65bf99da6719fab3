import type { Ctx } from '#app/platform/ctx.ts';
import type { EditionRow } from './queries.server.ts';

/** What a feature that builds on editions does when one gets other dates, in the transaction in which it does. */
export type EditionListener = { moved(tx: Ctx, before: EditionRow, after: EditionRow): Promise<void> };

let listeners: readonly EditionListener[] = [];

/** Says, once at the start of the program, who follows the dates of editions: those features build on this one. */
export function registerEditionListeners(list: readonly EditionListener[]): void {
  listeners = list;
}

/** Tells every listener of an edition's other dates; nothing is told of a change that leaves them as they were. */
export async function tellMoved(tx: Ctx, before: EditionRow, after: EditionRow): Promise<void> {
  if (before.dates === after.dates) return;
  for (const listener of listeners) await listener.moved(tx, before, after);
}
