import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import { allOrNothing, type Ctx, must } from '#app/platform/ctx.ts';
import type { ImportInverse } from '../domain/import-batch.ts';
import { openPoints, planImport } from '../domain/plan-import.ts';
import { committeesPermissions } from '../permissions.ts';
import { lockImports, markApplied } from '../store.server.ts';
import { createOrganisations } from './create-organisations.server.ts';
import { findKnownPersons } from './known-persons.server.ts';
import { actingPerson, openBatch } from './open-meeting.server.ts';
import { recordPersons } from './record-persons.server.ts';
import { writeAttendances } from './write-attendances.server.ts';

/** What an import did: `again` when the batch had been applied before and nothing was written. */
export type AppliedImport = { meetingId: string; people: number; again: boolean };

/**
 * Applies a draft as it was decided: new persons and organisations, attendances, and the inverse that undoes them, in
 * one transaction. Applying it again changes nothing. Refuses while anything is left to decide
 * (`committees.undecided`), which another import may have brought up since.
 */
export async function applyAttendanceImport(ctx: Ctx, input: { batchId: string }): Promise<Result<AppliedImport>> {
  return allOrNothing(ctx, (tx) => apply(tx, input.batchId));
}

async function apply(tx: Ctx, batchId: string): Promise<Result<AppliedImport>> {
  const opened = await openBatch(tx, committeesPermissions.importAttendance, batchId, true);
  if (!opened.ok) return opened;
  const { batch, meeting, committee } = opened.value;
  if (batch.state === 'applied') {
    const people = (batch.inverse?.created.length ?? 0) + (batch.inverse?.changed.length ?? 0);
    return ok({ meetingId: meeting.id, people, again: true });
  }
  if (batch.state !== 'draft') return refuse('committees.not-a-draft');
  await lockImports(tx.db);
  const known = await findKnownPersons(tx.db, batch.snapshot, batch.decisions);
  const open = openPoints(batch.snapshot, batch.decisions, known);
  const left = open.organisations.length + open.rows.length;
  if (left > 0) return refuse('committees.undecided', { count: left });

  const organisations = must(await createOrganisations(tx, batch));
  const people = planImport(batch.snapshot.reading.rows, batch.decisions);
  const persons = must(await recordPersons(tx, { meeting, committee, people, organisationOf: organisations.idOf }));
  const written = await writeAttendances(tx, { batch, people, personIds: persons.idOf, organisationOf: organisations.idOf });
  const inverse: ImportInverse = { persons: persons.created, organisations: organisations.created, ...written };
  await publicPagesChanged(tx.db);
  await markApplied(tx.db, batch.id, actingPerson(tx), inverse);
  await recordAudit(tx, {
    action: 'committees.apply-attendance-import',
    subject: { type: 'import-batch', id: batch.id },
    after: { meetingId: meeting.id, people: people.length, ...inverse, changed: inverse.changed.map((change) => change.attendanceId) },
  });
  return ok({ meetingId: meeting.id, people: people.length, again: false });
}
