import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { expectedAt, factsByHand } from '../expected.server.ts';
import { committeesPermissions } from '../permissions.ts';
import { lockImports } from '../store.server.ts';
import { insertNotes, noteAgain } from '../store-roll.server.ts';
import { openMeeting } from './open-meeting.server.ts';

/** Who is represented, and by whom; null takes it back. */
export type Representation = { meetingId: string; personId: string; representativeId: string | null };

/**
 * Notes that somebody expected at a meeting is excused and that somebody present stands in. Refuses a cancelled meeting, a person who is not
 * expected there, and a representative who is not noted as present or is the same person.
 */
export async function setRepresentative(ctx: Ctx, input: Representation): Promise<Result<void>> {
  const opened = await openMeeting(ctx, committeesPermissions.takeAttendance, input.meetingId);
  if (!opened.ok) return opened;
  const found = opened.value;
  if (found.meeting.state === 'cancelled') return refuse('committees.is-cancelled');
  const { personId, representativeId } = input;
  return inTransaction(ctx, async (tx) => {
    await lockImports(tx.db);
    const expected = await expectedAt(tx, found);
    const person = expected.find((each) => each.personId === personId);
    if (!person) return refuse('committees.not-expected');
    const standIn = expected.find((each) => each.personId === representativeId);
    if (representativeId !== null && (standIn?.attendance?.status !== 'present' || representativeId === personId))
      return refuse('committees.not-present');
    const note = { status: 'excused' as const, representedById: representativeId };
    if (person.attendance) await noteAgain(tx.db, person.attendance, note);
    else await insertNotes(tx.db, [{ ...factsByHand(person, found), ...note }]);
    await publicPagesChanged(tx.db);
    const subject = { type: 'meeting', id: found.meeting.id };
    await recordAudit(tx, { action: 'committees.set-representative', subject, after: { personId, representativeId } });
    return ok(undefined);
  });
}
