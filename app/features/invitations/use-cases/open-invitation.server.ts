import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type OpenedMeeting, openMeeting } from '../open-meeting.server.ts';
import { findInvitation, type InvitationRow } from '../queries.server.ts';

/**
 * An invitation to a meeting, for those who write to the person; to anybody else there is none. With `lock`, held until the transaction
 * ends.
 */
export async function openInvitation(
  ctx: Ctx,
  input: { meetingId: string; invitationId: string },
  lock = false,
): Promise<Result<{ invitation: InvitationRow; opened: OpenedMeeting }>> {
  const opened = await openMeeting(ctx, input.meetingId);
  if (!opened.ok) return opened;
  const invitation = await findInvitation(ctx.db, input.invitationId, lock);
  if (!invitation || invitation.meetingId !== opened.value.meeting.id || !opened.value.mayWriteFor(invitation.sides))
    return refuse('not-found');
  return ok({ invitation, opened: opened.value });
}
