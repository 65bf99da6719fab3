import { authorize, type Permission, type Scope } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type BatchRow, type CommitteeInEdition, findBatch, findMeeting, type MeetingInCommittee } from '../queries.server.ts';

/** What rights over a committee's things depend on. The host team is of the host's side: what is the other side's alone is not for it. */
export function meetingScope({ committee, edition }: CommitteeInEdition): Scope {
  const scope = { sides: committee.sides, committeeId: committee.id };
  return committee.sides.includes(edition.hostCountry) ? { ...scope, editionId: edition.id } : scope;
}

/** The meeting to be read or worked on, once the actor is known to be allowed; whoever is not learns nothing of what exists. */
export async function openMeeting(ctx: Ctx, permission: Permission, meetingId: string): Promise<Result<MeetingInCommittee>> {
  const found = await findMeeting(ctx.db, meetingId);
  const gate = authorize(ctx.actor, permission, found ? meetingScope(found) : {});
  if (found && gate.ok) return ok(found);
  return gate.ok || (!found && gate.refusal.code === 'not-allowed') ? refuse('not-found') : gate;
}

/** A batch with its meeting, by the rights over that meeting; with `lock`, held until the transaction ends. */
export async function openBatch(
  ctx: Ctx,
  permission: Permission,
  batchId: string,
  lock = false,
): Promise<Result<MeetingInCommittee & { batch: BatchRow }>> {
  const batch = await findBatch(ctx.db, batchId, lock);
  const opened = await openMeeting(ctx, permission, batch?.meetingId ?? '');
  if (!opened.ok) return opened;
  return batch ? ok({ ...opened.value, batch }) : refuse('not-found');
}

/** The person who acts, as batches file it; null for the command line. */
export function actingPerson(ctx: Ctx): string | null {
  return ctx.actor.kind === 'person' ? ctx.actor.personId : null;
}
