import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/committees/routes/${name}`;

/** Desks: committees with their members and meetings, the attendance list of a meeting, the import desk. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/meetings', file('meetings.tsx')),
  route('desk/meetings/new', file('new-meeting.tsx')),
  route('desk/committees/new', file('new-committee.tsx')),
  route('desk/committees/:committeeId', file('committee.tsx')),
  route('desk/committees/:committeeId/revoke', file('revoke-member.tsx')),
  route('desk/meetings/:meetingId', file('meeting.tsx')),
  route('desk/meetings/:meetingId/edit', file('edit-meeting.tsx')),
  route('desk/meetings/:meetingId/cancel', file('cancel-meeting.tsx')),
  route('desk/meetings/:meetingId/attendance', file('attendance.tsx')),
  route('desk/meetings/:meetingId/import', file('import-file.tsx')),
  route('desk/imports/:batchId', file('import-desk.tsx')),
  route('desk/imports/:batchId/organisations/:index', file('import-organisation.tsx')),
  route('desk/imports/:batchId/undo', file('undo-import.tsx')),
];

/** Downloads: `…/attendance/pdf?lang=ja`. */
export const resourceUrls: RouteConfigEntry[] = [route('desk/meetings/:meetingId/attendance/:format', file('attendance-file.ts'))];
