import { newId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { workshopsPermissions } from '../permissions.ts';
import { listRuns } from '../queries.server.ts';
import { failDeadRuns, insertRun } from '../store.server.ts';
import { lockBoard, mayOnBoard, type OpenBoard, openBoard } from './open-board.server.ts';
import { type RunToDo, workOnRun } from './work-on-run.server.ts';

/** A run that has begun: its number in the edition, and its identifier. */
export type StartedRun = { number: number; id: string };

/**
 * Begins to compute the allocation of an edition as its board stands, in the background of this process. Refuses while
 * another run of the edition is under way (`workshops.run-under-way`), and where there is nothing to distribute
 * (`workshops.nothing-to-allocate`).
 */
export function startRun(ctx: Ctx, input: { edition: string }): Promise<Result<StartedRun>> {
  return beginRun(ctx, input.edition, async (_tx, { problem, settings }) => {
    if (problem.workshops.length === 0 || problem.authorities.length === 0) return refuse('workshops.nothing-to-allocate');
    return ok({ input: problem, timeLimitSeconds: settings.timeLimitSeconds, replayOf: null });
  });
}

/** Begins a run whose inputs `make` tells, one at a time per edition; the work begins once it is on record. */
export async function beginRun(
  ctx: Ctx,
  edition: string,
  make: (tx: Ctx, board: OpenBoard) => Promise<Result<Pick<RunToDo, 'input' | 'timeLimitSeconds' | 'replayOf'>>>,
): Promise<Result<StartedRun>> {
  const begun = await inTransaction(ctx, async (tx): Promise<Result<{ run: RunToDo; number: number }>> => {
    const first = await openBoard(tx, edition);
    if (!first.ok) return first;
    const gate = await mayOnBoard(tx, first.value, workshopsPermissions.arrange);
    if (!gate.ok) return gate;
    const board = await lockBoard(tx, edition, first.value);
    if (!board.ok) return board;
    const editionId = board.value.intentions.view.edition.id;
    const startedAt = tx.clock.now();
    await failDeadRuns(tx.db, editionId, startedAt);
    const other = (await listRuns(tx.db, editionId)).find(({ state }) => state === 'running');
    if (other) return refuse('workshops.run-under-way', { number: other.number });
    const made = await make(tx, board.value);
    if (!made.ok) return made;
    const run: RunToDo = { id: newId(), editionId, ...made.value };
    const startedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const number = await insertRun(tx.db, { ...run, startedBy, startedAt });
    const { replayOf, timeLimitSeconds } = run;
    const after = { number, timeLimitSeconds, replayOf, seed: run.input.seed };
    await recordAudit(tx, { action: 'workshops.start-run', subject: { type: 'allocation-run', id: run.id }, after });
    return ok({ run, number });
  });
  if (!begun.ok) return begun;
  const { run, number } = begun.value;
  workOnRun(ctx, run);
  return ok({ number, id: run.id });
}
