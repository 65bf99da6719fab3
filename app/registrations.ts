import { registerPersonalData, registerScopeNames } from '#app/features/accounts/public.server.ts';
import { registerMeetingDocuments } from '#app/features/agendas/public.server.ts';
import { registerMeetingAnswers, registerMeetingListeners } from '#app/features/committees/public.server.ts';
import { registerEditionListeners } from '#app/features/editions/public.server.ts';
import { answersOf, invitationsOfMeeting } from '#app/features/invitations/public.server.ts';
import { minutesKind } from '#app/features/minutes/public.server.ts';
import { registerTextKinds } from '#app/features/texts/public.server.ts';
import { timelineFollowsEdition } from '#app/features/timeline/public.server.ts';
import { meetingDocuments } from './meeting-documents.ts';
import { personalData } from './personal-data.ts';
import { scopeNames } from './scope-names.ts';

/**
 * Hands features what they use of others without knowing them: called once when a process opens the instance, be it to
 * serve, to run a command or a job. A feature's registration stands here, in one line.
 */
export function registerFeatures(): void {
  registerPersonalData(personalData);
  registerScopeNames(scopeNames);
  registerTextKinds([minutesKind]);
  registerMeetingDocuments(meetingDocuments);
  registerMeetingListeners([invitationsOfMeeting]);
  registerMeetingAnswers(answersOf);
  registerEditionListeners([timelineFollowsEdition]);
}
