import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type BrokenMailbox, brokenMailboxes } from '#app/platform/mail/bounces.server.ts';
import { acceptingSides, type Cell } from '../domain/readiness.ts';
import { passesState, type ReadinessFilter } from '../domain/readiness-filter.ts';
import { gatherReadiness, type Line, type Readiness } from '../gather-readiness.server.ts';
import { narrow, type ShownReadiness } from './read-readiness.server.ts';

/** One thing asked of one organisation, and whether the reader marks it. */
export type ListedCell = { line: Line; cell: Cell; mayMark: boolean; mayAccept: boolean };

export type Cells = ShownReadiness & {
  cells: readonly ListedCell[];
  /** Mailboxes of the reader's own side at which mails do not arrive. */
  broken: ReadonlyMap<string, BrokenMailbox>;
};

/** The cells of the readiness that a filter lets through, one by one, with the people behind them. Refusals as for `readReadiness`. */
export async function readCells(ctx: Ctx, slug: string, filter: ReadinessFilter): Promise<Result<Cells>> {
  const gathered = await gatherReadiness(ctx, slug);
  if (!gathered.ok) return gathered;
  const shown = narrow(gathered.value, filter);
  const cells = shown.shownLines.flatMap((line) =>
    line.cells
      .filter(
        ({ deliverable, state }) => (filter.deliverable === null || deliverable === filter.deliverable) && passesState(filter.state, state),
      )
      .map((cell) => ({ line, cell, ...rightsOn(gathered.value, line, cell) })),
  );
  const mailboxes = gathered.value.lines.flatMap(({ persons }) => [...persons.values()].flat().flatMap(({ mailbox }) => mailbox ?? []));
  return ok({ ...shown, cells, broken: await brokenMailboxes(ctx.db, mailboxes) });
}

function rightsOn({ access, view }: Readiness, { side }: Line, { due }: Cell): { mayMark: boolean; mayAccept: boolean } {
  const mayAccept = acceptingSides(due, side, view.series.countries).some((of) => access.marks.includes(of));
  return { mayMark: mayAccept || access.marks.includes(side), mayAccept };
}
