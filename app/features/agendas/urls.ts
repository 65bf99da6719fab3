import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/agendas/routes/${name}`;

/** The agenda of a meeting with its documents; the file of participants; what was voiced. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/meetings/:meetingId/agenda', file('agenda.tsx')),
  route('desk/meetings/:meetingId/agenda/items/:item', file('item.tsx')),
  route('desk/meetings/:meetingId/documents/:document', file('document.tsx')),
  route('desk/meetings/:meetingId/file', file('file.tsx')),
  route('desk/meetings/:meetingId/file/:document', file('preview.tsx')),
  route('desk/editions/:edition/voiced', file('voiced-list.tsx')),
  route('desk/committees/:committeeId/voiced/new', file('new-voiced.tsx')),
  route('desk/voiced/:note', file('voiced.tsx')),
];

/** Downloads: `…/file/download/pdf?lang=ja`, `…/documents/ID/content?lang=ja&show=1`. */
export const resourceUrls: RouteConfigEntry[] = [
  route('desk/meetings/:meetingId/file/download/:format', file('meeting-file.ts')),
  route('desk/meetings/:meetingId/documents/:document/content', file('document-content.ts')),
];
