import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { outcomeOf, type Tick, type TypedTick } from '../domain/roll.ts';
import { type ExpectedPerson, expectedAt, factsByHand } from '../expected.server.ts';
import { committeesPermissions } from '../permissions.ts';
import type { MeetingInCommittee } from '../queries.server.ts';
import { lockImports } from '../store.server.ts';
import { insertNotes, noteAgain, removeNote } from '../store-roll.server.ts';
import { openMeeting } from './open-meeting.server.ts';

/** What became of the ticks: how many were written, and for whom somebody else had noted something different meanwhile. */
export type TakenAttendance = { written: number; conflicts: string[] };

/**
 * Notes who is there. Each tick stands for itself: what others have noted meanwhile is kept, and told. A tick raises the revision of its
 * row, so that no import is undone over it. Refuses a cancelled meeting, and somebody who is not expected there.
 */
export async function takeAttendance(
  ctx: Ctx,
  input: { meetingId: string; ticks: readonly TypedTick[] },
): Promise<Result<TakenAttendance>> {
  const opened = await openMeeting(ctx, committeesPermissions.takeAttendance, input.meetingId);
  if (!opened.ok) return opened;
  const found = opened.value;
  if (found.meeting.state === 'cancelled') return refuse('committees.is-cancelled');
  const ticks = [...new Map(input.ticks.map((tick) => [tick.personId, tick])).values()].filter(({ tick, was }) => tick !== was);
  if (ticks.length === 0) return ok({ written: 0, conflicts: [] });
  return inTransaction(ctx, async (tx) => {
    // Imports write the same rows: one after the other.
    await lockImports(tx.db);
    const expected = new Map((await expectedAt(tx, found)).map((person) => [person.personId, person]));
    if (ticks.some(({ personId }) => !expected.has(personId))) return refuse('committees.not-expected');
    const taken: TakenAttendance = { written: 0, conflicts: [] };
    const noted: Record<string, Tick> = {};
    for (const tick of ticks) {
      const done = await note(tx, found, expected.get(tick.personId) as ExpectedPerson, tick);
      if (done === 'conflict') taken.conflicts.push(tick.personId);
      if (done === 'written') noted[tick.personId] = tick.tick;
    }
    taken.written = Object.keys(noted).length;
    if (taken.written > 0) {
      await publicPagesChanged(tx.db);
      await recordAudit(tx, { action: 'committees.take-attendance', subject: { type: 'meeting', id: found.meeting.id }, after: { noted } });
    }
    return ok(taken);
  });
}

async function note(
  tx: Ctx,
  found: MeetingInCommittee,
  person: ExpectedPerson,
  tick: TypedTick,
): Promise<'nothing' | 'written' | 'conflict'> {
  const { attendance } = person;
  const standing = attendance && { status: attendance.status, revision: attendance.revision, imported: attendance.batchId !== null };
  const outcome = outcomeOf(tick, standing);
  if (outcome === 'nothing' || outcome === 'conflict') return outcome;
  if (outcome === 'take-back') await removeNote(tx.db, attendance?.id ?? '');
  else if (tick.tick === 'open') throw new Error('nothing is written for an open tick');
  else if (attendance)
    await noteAgain(tx.db, attendance, { status: tick.tick, representedById: tick.tick === 'excused' ? attendance.representedById : null });
  else await insertNotes(tx.db, [{ ...factsByHand(person, found), status: tick.tick }]);
  return 'written';
}
