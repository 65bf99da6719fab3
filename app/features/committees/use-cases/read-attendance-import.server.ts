import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { findContradictions, type Judgement } from '../domain/find-contradictions.ts';
import {
  decidedRecognitions,
  type KnownPersons,
  type OpenPoints,
  openPoints,
  type PlannedPerson,
  planImport,
} from '../domain/plan-import.ts';
import type { Recognitions } from '../domain/recognition.ts';
import { committeesPermissions } from '../permissions.ts';
import type { BatchRow, MeetingInCommittee } from '../queries.server.ts';
import { findKnownPersons } from './known-persons.server.ts';
import { nameForReader } from './name-for-reader.server.ts';
import { openBatch } from './open-meeting.server.ts';

/** A batch as its desk shows it: the contradictions and counts as decided so far, what is open, and what applying would do. */
export type ImportView = MeetingInCommittee & {
  batch: BatchRow;
  recognised: Recognitions;
  judgement: Judgement;
  known: KnownPersons;
  open: OpenPoints;
  plan: PlannedPerson[];
};

/** Reads a batch for its desk, whenever it was staged and whoever did. */
export async function readAttendanceImport(ctx: Ctx, input: { batchId: string }): Promise<Result<ImportView>> {
  const opened = await openBatch(ctx, committeesPermissions.importAttendance, input.batchId);
  if (!opened.ok) return opened;
  const batch = await nameForReader(ctx, opened.value.batch);
  const { snapshot, decisions } = batch;
  const { rows, stated } = snapshot.reading;
  const recognised = decidedRecognitions(snapshot, decisions);
  const known = await findKnownPersons(ctx.db, snapshot, decisions);
  return ok({
    ...opened.value,
    batch,
    recognised,
    known,
    judgement: findContradictions(rows, stated, recognised),
    open: openPoints(snapshot, decisions, known),
    plan: planImport(rows, decisions),
  });
}
