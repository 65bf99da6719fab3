import type { Ctx } from '#app/platform/ctx.ts';
import type { Answer, Representative } from './domain/answer.ts';
import { listInvitations } from './queries.server.ts';

/** What somebody invited to a meeting answered; null for nothing yet. */
export type MeetingAnswer = {
  personId: string;
  organisationId: string | null;
  answer: Answer | null;
  representedBy: Representative | null;
};

/** Who is expected at a meeting and what they answered, in the official order. The caller has authorised. */
export async function answersOf(db: Ctx['db'], meetingId: string): Promise<MeetingAnswer[]> {
  return (await listInvitations(db, meetingId))
    .filter(({ person, invitation }) => person.erasedAt === null && (invitation.invitedAt !== null || invitation.answer !== null))
    .map(({ invitation: { personId, organisationId, answer, representedBy } }) => ({ personId, organisationId, answer, representedBy }));
}
