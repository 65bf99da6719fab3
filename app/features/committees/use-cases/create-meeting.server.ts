import { authorize } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import type { MeetingInput } from '../domain/meeting-input.ts';
import { committeesPermissions } from '../permissions.ts';
import { findCommittee, type MeetingRow } from '../queries.server.ts';
import { insertMeeting } from '../store.server.ts';
import { checkTyped } from './check-meeting.server.ts';
import { meetingScope } from './open-meeting.server.ts';

/**
 * Calls a meeting of a committee. Refuses a number that is taken, and dates, times, zones, addresses, persons and texts that do not hold.
 * Hours, holidays and contradictions are pointed out on its page, and stop nobody.
 */
export async function createMeeting(ctx: Ctx, input: MeetingInput & { committeeId: string }): Promise<Result<MeetingRow>> {
  const found = await findCommittee(ctx.db, input.committeeId);
  const gate = authorize(ctx.actor, committeesPermissions.createMeeting, found ? meetingScope(found) : {});
  if (!gate.ok) return gate;
  if (!found) return refuse('not-found');
  const facts = await checkTyped(ctx, found, input);
  if (!facts.ok) return facts;
  return inTransaction(ctx, async (tx) => {
    const meeting = await insertMeeting(tx.db, { ...facts.value, committeeId: found.committee.id });
    if (!meeting) return refuse('committees.number-taken', { number: facts.value.number });
    await recordAudit(tx, { action: 'committees.create-meeting', subject: { type: 'meeting', id: meeting.id }, after: meeting });
    return ok(meeting);
  });
}
