import { LOCALES } from '#app/lib/locale.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { changedFacts, retyped, touchesCalendars } from '../domain/meeting-change.ts';
import type { MeetingFacts, MeetingInput } from '../domain/meeting-input.ts';
import type { MeetingWarning } from '../domain/meeting-warnings.ts';
import { type ConcernedPerson, concernedBy, tellListeners } from '../meeting-listeners.server.ts';
import { committeesPermissions } from '../permissions.ts';
import { findMeeting, listMeetings, type MeetingInCommittee, type MeetingRow } from '../queries.server.ts';
import { lockCommittee, updateMeeting } from '../store.server.ts';
import { checkTyped, warningsOf } from './check-meeting.server.ts';
import { openMeeting } from './open-meeting.server.ts';

/** A meeting as somebody has changed it; `revision` is the one on which that was based, `confirmed` that the preview was seen. */
export type MeetingChange = { meetingId: string; revision: number; input: MeetingInput; confirmed: boolean };

/** What became of it: saved, or shown first: what is pointed out, and who would be told. */
export type MeetingEdit = { saved: true } | { saved: false; warnings: MeetingWarning[]; concerned: ConcernedPerson[] };

/**
 * Changes the facts of a meeting. What calendars show (date, hours, zone, form, place, video) is saved only once it is confirmed: until then
 * the answer says whom it concerns. Saving it raises `sequence` and tells the listeners, in the same transaction. Refuses what is based on an
 * older revision (`committees.changed-meanwhile`), a cancelled meeting, a number that is taken.
 */
export async function editMeeting(ctx: Ctx, change: MeetingChange): Promise<Result<MeetingEdit>> {
  const opened = await openMeeting(ctx, committeesPermissions.editMeeting, change.meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const found = await findMeeting(tx.db, change.meetingId, true);
    if (!found) return refuse('not-found');
    const { meeting } = found;
    if (meeting.revision !== change.revision) return refuse('committees.changed-meanwhile');
    if (meeting.state === 'cancelled') return refuse('committees.is-cancelled');
    const before = factsOf(meeting);
    const typed = await checkTyped(tx, found, change.input, [meeting.chairId, meeting.minuteTakerId]);
    if (!typed.ok) return typed;
    const facts = {
      ...typed.value,
      title: retyped(before.title, typed.value.title) ?? before.title,
      place: retyped(before.place, typed.value.place),
    };
    const changed = changedFacts(before, facts);
    if (changed.length === 0) return ok({ saved: true });
    if (changed.includes('number') && (await isTaken(tx, found, facts.number)))
      return refuse('committees.number-taken', { number: facts.number });
    const moves = touchesCalendars(changed);
    if (moves && !change.confirmed) {
      const warnings = await warningsOf(tx, found, { ...meeting, ...facts });
      return ok({ saved: false, warnings, concerned: await concernedBy(tx, found) });
    }
    await save(tx, found, facts, moves);
    return ok({ saved: true });
  });
}

async function save(tx: Ctx, found: MeetingInCommittee, facts: MeetingFacts, moves: boolean): Promise<void> {
  const { meeting } = found;
  const after = await updateMeeting(tx.db, meeting, { ...facts, sequence: meeting.sequence + (moves ? 1 : 0) }, tx.clock.now());
  if (!after) throw new Error('a meeting changed under its lock');
  await recordAudit(tx, { action: 'committees.edit-meeting', subject: { type: 'meeting', id: meeting.id }, before: meeting, after });
  if (moves) await tellListeners(tx, found, { ...found, meeting: after });
}

async function isTaken(tx: Ctx, { committee, meeting }: MeetingInCommittee, number: number): Promise<boolean> {
  await lockCommittee(tx.db, committee.id);
  const rows = await listMeetings(tx.db, [committee.id]);
  return rows.some((other) => other.meeting.id !== meeting.id && other.meeting.number === number);
}

/** The facts of a recorded meeting, as they are typed. */
function factsOf(meeting: MeetingRow): MeetingFacts {
  const { number, title, date, startTime, endTime, timeZone, mode, place, videoUrl, languages, chairId, minuteTakerId } = meeting;
  const spoken = LOCALES.filter((lang) => languages.includes(lang));
  return { number, title, date, startTime, endTime, timeZone, mode, place, videoUrl, languages: spoken, chairId, minuteTakerId };
}
