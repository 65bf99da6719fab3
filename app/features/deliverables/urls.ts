import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/deliverables/routes/${name}`;

/** Who owes what to an edition: the matrix, the list with its marking, the reminders. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/editions/:edition/readiness', file('readiness.tsx')),
  route('desk/editions/:edition/readiness/list', file('readiness-list.tsx')),
  route('desk/editions/:edition/reminders', file('reminders.tsx')),
];

/** Downloads of exactly what is shown: `…/readiness/matrix/xlsx?side=FR`. */
export const resourceUrls: RouteConfigEntry[] = [route('desk/editions/:edition/readiness/:what/:format', file('readiness-file.ts'))];
