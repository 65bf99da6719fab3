import type { RouteConfigEntry } from '@react-router/dev/routes';

/** The board, its runs, the published plan. */
export const deskUrls: RouteConfigEntry[] = [];

/** Downloads. */
export const resourceUrls: RouteConfigEntry[] = [];
