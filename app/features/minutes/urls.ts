import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/minutes/routes/${name}`;

/** Desks: the minutes of a meeting. Writing and reading them are the texts' pages. */
export const deskUrls: RouteConfigEntry[] = [route('desk/meetings/:meetingId/minutes', file('minutes.tsx'))];

/** Downloads: `…/minutes/text/fr/pdf`, and minutes written elsewhere as they were handed in. */
export const resourceUrls: RouteConfigEntry[] = [
  route('desk/meetings/:meetingId/minutes/text/:textLang/:format', file('minutes-file.ts')),
  route('desk/meetings/:meetingId/minutes/files/:fileId', file('older-file.ts')),
];
