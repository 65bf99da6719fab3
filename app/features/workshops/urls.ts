import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/workshops/routes/${name}.tsx`;

/** The board, its runs, the published plan. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/editions/:edition/board', file('board')),
  route('desk/editions/:edition/board/settings', file('board-settings')),
  route('desk/editions/:edition/board/publish', file('publish')),
  route('desk/editions/:edition/board/runs/:number', file('run')),
  route('desk/editions/:edition/plan', file('plan')),
  route('desk/participations/:participation/place', file('place')),
];

/** Downloads. */
export const resourceUrls: RouteConfigEntry[] = [
  route('desk/editions/:edition/plan/:document/:format', 'features/workshops/routes/plan-document.ts'),
];
