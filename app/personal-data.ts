import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import { agendasPersonalData } from '#app/features/agendas/public.server.ts';
import { feedPersonalData } from '#app/features/calendars/public.server.ts';
import { attendancePersonalData } from '#app/features/committees/public.server.ts';
import { reminderPersonalData } from '#app/features/deliverables/public.server.ts';
import { invitationsPersonalData } from '#app/features/invitations/public.server.ts';
import { formPersonalData, mailingPersonalData } from '#app/features/participation/public.server.ts';
import { textPersonalData } from '#app/features/texts/public.server.ts';
import { noticePersonalData } from '#app/features/timeline/public.server.ts';

/** What the features hold on persons besides accounts: an export takes all of it out, an erasure empties all of it. */
export const personalData: readonly PersonalDataSource[] = [
  attendancePersonalData,
  agendasPersonalData,
  invitationsPersonalData,
  formPersonalData,
  mailingPersonalData,
  reminderPersonalData,
  noticePersonalData,
  feedPersonalData,
  textPersonalData,
];
