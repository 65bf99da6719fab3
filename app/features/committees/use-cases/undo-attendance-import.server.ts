import { withdrawAttendees } from '#app/features/accounts/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import { allOrNothing, type Ctx } from '#app/platform/ctx.ts';
import type { ImportInverse } from '../domain/import-batch.ts';
import { committeesPermissions } from '../permissions.ts';
import { deleteAttendances, lockImports, markEnded, updateAttendance } from '../store.server.ts';
import { actingPerson, openBatch } from './open-meeting.server.ts';

/**
 * Undoes an applied import by its inverse, or discards a draft. Undoing takes back the attendances and persons it created
 * and restores those it changed; hand-made organisations stay, for others may have found them since. Refused
 * (`committees.undo-depends`) once anything it wrote was edited or used later. Doing it again changes nothing.
 */
export async function undoAttendanceImport(ctx: Ctx, input: { batchId: string }): Promise<Result<{ meetingId: string }>> {
  return allOrNothing(ctx, (tx) => undo(tx, input.batchId));
}

async function undo(tx: Ctx, batchId: string): Promise<Result<{ meetingId: string }>> {
  const opened = await openBatch(tx, committeesPermissions.importAttendance, batchId, true);
  if (!opened.ok) return opened;
  const { batch, meeting, committee } = opened.value;
  const done = ok({ meetingId: meeting.id });
  if (batch.state === 'undone' || batch.state === 'discarded') return done;
  const state = batch.state === 'draft' ? 'discarded' : 'undone';
  if (batch.inverse) {
    await lockImports(tx.db);
    await publicPagesChanged(tx.db);
    const taken = await takeBack(tx, batch.inverse, committee.sides);
    if (!taken.ok) return taken;
  }
  await markEnded(tx.db, batch.id, state, actingPerson(tx));
  const action = state === 'undone' ? 'committees.undo-attendance-import' : 'committees.discard-attendance-import';
  await recordAudit(tx, { action, subject: { type: 'import-batch', id: batch.id }, before: { state: batch.state }, after: { state } });
  return done;
}

/** Takes back what an import wrote; refuses half-way, to be rolled back, what was edited since. */
async function takeBack(tx: Ctx, inverse: ImportInverse, sides: readonly string[]): Promise<Result<void>> {
  const depends = refuse('committees.undo-depends');
  if ((await deleteAttendances(tx.db, inverse.created)) !== inverse.created.length) return depends;
  for (const { attendanceId, revision, before } of inverse.changed) {
    if (!(await updateAttendance(tx.db, { id: attendanceId, revision }, before, revision - 1))) return depends;
  }
  const withdrawn = await withdrawAttendees(tx, sides, inverse.persons);
  return withdrawn.ok ? ok(undefined) : depends;
}
