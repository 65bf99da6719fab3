import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/invitations/routes/${name}`;

/** Where a personal link leads: a meeting, and the buttons that answer. */
export const publicUrls: RouteConfigEntry[] = [route('answer/:token', file('answer.tsx'))];

/** Desks of a meeting: who is invited and what they answered, what is written to them, the numbered letters. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/meetings/:meetingId/invitations', file('invitations.tsx')),
  route('desk/meetings/:meetingId/invitations/write', file('write.tsx')),
  route('desk/meetings/:meetingId/invitations/letters', file('formal-letters.tsx')),
  route('desk/meetings/:meetingId/invitations/mailings/:mailingId', file('mailing.tsx')),
  route('desk/meetings/:meetingId/invitations/of/:invitationId', file('invitation.tsx')),
];

/** Downloads: `…/invitations/answers/xlsx?standing=waiting`, `…/invitations/letters/pdf`, `answer/…/calendar`. */
export const resourceUrls: RouteConfigEntry[] = [
  route('answer/:token/calendar', file('answer-calendar.ts')),
  route('desk/meetings/:meetingId/invitations/answers/:format', file('answers-file.ts')),
  route('desk/meetings/:meetingId/invitations/letters/:format', file('formal-letters-file.ts')),
];
