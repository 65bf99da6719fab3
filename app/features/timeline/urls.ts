import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/timeline/routes/${name}`;

/** The timeline of an edition, its dates one by one, deriving it from the edition before. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/editions/:edition/timeline', file('timeline.tsx')),
  route('desk/editions/:edition/timeline/new', file('new-entry.tsx')),
  route('desk/editions/:edition/timeline/derive', file('derive.tsx')),
  route('desk/editions/:edition/timeline/move', file('move.tsx')),
  route('desk/editions/:edition/timeline/stages/:stage', file('stage.tsx')),
  route('desk/editions/:edition/timeline/notices', file('notices.tsx')),
  route('desk/editions/:edition/timeline/notices/:notice', file('notice.tsx')),
  route('desk/editions/:edition/timeline/entries/:entry', file('entry.tsx')),
];

/** Downloads: `…/doc-10/pdf?lang=ja`. */
export const resourceUrls: RouteConfigEntry[] = [route('desk/editions/:edition/timeline/doc-10/:format', file('doc-10-file.ts'))];
