import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/participation/routes/${name}`;

/** Where a personal link leads. */
export const publicUrls: RouteConfigEntry[] = [route('forms/:token', file('form-link.tsx'))];

/** The crossed list and the work on it; an authority's form. */
export const deskUrls: RouteConfigEntry[] = [];

/** Downloads. */
export const resourceUrls: RouteConfigEntry[] = [];
