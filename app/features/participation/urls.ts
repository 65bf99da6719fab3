import type { RouteConfigEntry } from '@react-router/dev/routes';

/** Where a personal link leads. */
export const publicUrls: RouteConfigEntry[] = [];

/** The crossed list and the work on it; an authority's form. */
export const deskUrls: RouteConfigEntry[] = [];

/** Downloads. */
export const resourceUrls: RouteConfigEntry[] = [];
