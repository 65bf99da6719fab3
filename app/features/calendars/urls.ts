import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/calendars/routes/${name}`;

/** Everyone's checklist, and the private addresses by which calendar programs follow it. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/calendar', file('checklist.tsx')),
  route('desk/calendar/addresses', file('feeds.tsx')),
];

/** `feeds/SECRET.ics`, for calendar programs; one date of an edition as a file. */
export const resourceUrls: RouteConfigEntry[] = [
  route('feeds/:file', file('feed.ts')),
  route('desk/editions/:edition/calendar/:key', file('single-date.ts')),
];
