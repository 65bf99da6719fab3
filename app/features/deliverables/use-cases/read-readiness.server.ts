import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Column } from '../domain/readiness.ts';
import { passesState, type ReadinessFilter } from '../domain/readiness-filter.ts';
import { gatherReadiness, type Line, type Readiness } from '../gather-readiness.server.ts';

/** Who owes what, narrowed: the lines with something that the filter lets through, the columns that it asks for. */
export type ShownReadiness = Readiness & { filter: ReadinessFilter; shownColumns: readonly Column[]; shownLines: readonly Line[] };

/** The readiness of an edition by its slug, narrowed by a filter; the whole of it beside. Refusals as for {@link gatherReadiness}. */
export async function readReadiness(ctx: Ctx, slug: string, filter: ReadinessFilter): Promise<Result<ShownReadiness>> {
  const gathered = await gatherReadiness(ctx, slug);
  return gathered.ok ? ok(narrow(gathered.value, filter)) : gathered;
}

/** What a filter leaves of a readiness. */
export function narrow(readiness: Readiness, filter: ReadinessFilter): ShownReadiness {
  const { side, deliverable, state, organisation } = filter;
  const shownColumns = readiness.columns.filter((column) => deliverable === null || column.deliverable === deliverable);
  const shownLines = readiness.lines.filter(
    (line) =>
      (side === '' || line.side === side) &&
      (organisation === '' || line.organisation.id === organisation) &&
      line.cells.some((cell) => (deliverable === null || cell.deliverable === deliverable) && passesState(state, cell.state)),
  );
  return { ...readiness, filter, shownColumns, shownLines };
}
