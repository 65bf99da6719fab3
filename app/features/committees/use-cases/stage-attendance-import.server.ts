import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { readTabular } from '#app/platform/tabular/read-tabular.server.ts';
import { type ImportSnapshot, NO_DECISIONS } from '../domain/import-batch.ts';
import { printedOrganisations, readAttendance } from '../domain/read-attendance.ts';
import { committeesPermissions } from '../permissions.ts';
import { findLiveBatch } from '../queries.server.ts';
import { insertBatch } from '../store.server.ts';
import { actingPerson, openMeeting } from './open-meeting.server.ts';
import { recogniseOrganisations } from './recognise-organisations.server.ts';

/** A file as uploaded, or pasted text as UTF-8 bytes, which has no name: the empty one, worded when it is shown. */
export type StagedFile = { meetingId: string; fileName: string | null; bytes: Uint8Array };

/** The batch of a file; `again` when the same file was staged or applied before, and nothing was written. */
export type StagedBatch = { batchId: string; again: boolean };

/**
 * Reads a file into a draft that a person decides upon; nothing reaches the attendance list yet. The same bytes again
 * give the batch that stands. Refuses what `readTabular` and `readAttendance` refuse, with nothing written.
 */
export async function stageAttendanceImport(ctx: Ctx, file: StagedFile): Promise<Result<StagedBatch>> {
  const opened = await openMeeting(ctx, committeesPermissions.importAttendance, file.meetingId);
  if (!opened.ok) return opened;
  const { meeting } = opened.value;
  const fileHash = createHash('sha256').update(file.bytes).digest('hex');
  const standing = await findLiveBatch(ctx.db, meeting.id, fileHash);
  if (standing) return ok({ batchId: standing.id, again: true });
  const snapshot = await takeSnapshot(ctx, file.bytes);
  if (!snapshot.ok) return snapshot;
  return inTransaction(ctx, async (tx) => {
    const values = {
      meetingId: meeting.id,
      fileHash,
      fileName: file.fileName === null ? '' : tidyFileName(file.fileName),
      createdBy: actingPerson(tx),
    };
    const batch = await insertBatch(tx.db, { ...values, snapshot: snapshot.value, decisions: NO_DECISIONS });
    if (!batch) {
      const other = await findLiveBatch(tx.db, meeting.id, fileHash);
      return other ? ok({ batchId: other.id, again: true }) : refuse('conflict');
    }
    const after = { meetingId: meeting.id, fileHash, rows: snapshot.value.reading.rows.length };
    await recordAudit(tx, { action: 'committees.stage-attendance-import', subject: { type: 'import-batch', id: batch.id }, after });
    return ok({ batchId: batch.id, again: false });
  });
}

async function takeSnapshot(ctx: Ctx, bytes: Uint8Array): Promise<Result<ImportSnapshot>> {
  const file = await readTabular(bytes);
  if (!file.ok) return file;
  const reading = readAttendance(file.value.rows);
  if (!reading.ok) return reading;
  const recognitions = await recogniseOrganisations(ctx, printedOrganisations(reading.value.rows));
  const { format, encoding, hiddenSheets } = file.value;
  return ok({ format, encoding, hiddenSheets, reading: reading.value, recognitions: Object.fromEntries(recognitions) });
}

/** A file name as it is shown: without folders and control characters, not endless. */
function tidyFileName(name: string): string {
  return name.split(/[/\\]/).at(-1)?.replace(/\p{C}/gu, '').trim().slice(0, 120) || '–';
}
