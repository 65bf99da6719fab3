import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import type { MeetingHead } from '../domain/meeting-head.ts';
import type { MeetingState } from '../domain/meeting-input.ts';
import { meetingHead } from '../meeting-head.server.ts';
import { type ConcernedPerson, concernedBy, tellListeners } from '../meeting-listeners.server.ts';
import { committeesPermissions } from '../permissions.ts';
import { findMeeting } from '../queries.server.ts';
import { updateMeeting } from '../store.server.ts';
import { openMeeting } from './open-meeting.server.ts';

/** What is shown before a meeting is cancelled or called again: whom it concerns. */
export type StatePreview = { head: MeetingHead; revision: number; concerned: ConcernedPerson[] };

/** Whom cancelling a meeting, or calling it again, concerns. */
export async function previewState(ctx: Ctx, input: { meetingId: string }): Promise<Result<StatePreview>> {
  const opened = await openMeeting(ctx, committeesPermissions.editMeeting, input.meetingId);
  if (!opened.ok) return opened;
  const { meeting } = opened.value;
  return ok({ head: meetingHead(ctx, opened.value), revision: meeting.revision, concerned: await concernedBy(ctx, opened.value) });
}

/**
 * Cancels a meeting, or calls a cancelled one again; it stays on every list either way. Raises `sequence` and tells the listeners, in the
 * same transaction. Refuses what is based on an older revision; a meeting that is in that state already is left alone.
 */
export async function setMeetingState(
  ctx: Ctx,
  input: { meetingId: string; revision: number; state: MeetingState },
): Promise<Result<void>> {
  const opened = await openMeeting(ctx, committeesPermissions.editMeeting, input.meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const found = await findMeeting(tx.db, input.meetingId, true);
    if (!found) return refuse('not-found');
    const { meeting } = found;
    if (meeting.state === input.state) return ok(undefined);
    if (meeting.revision !== input.revision) return refuse('committees.changed-meanwhile');
    const after = await updateMeeting(tx.db, meeting, { state: input.state, sequence: meeting.sequence + 1 }, tx.clock.now());
    if (!after) throw new Error('a meeting changed under its lock');
    const action = input.state === 'cancelled' ? 'committees.cancel-meeting' : 'committees.reinstate-meeting';
    const states = { before: { state: meeting.state }, after: { state: after.state, sequence: after.sequence } };
    await recordAudit(tx, { action, subject: { type: 'meeting', id: meeting.id }, ...states });
    await tellListeners(tx, found, { ...found, meeting: after });
    return ok(undefined);
  });
}
