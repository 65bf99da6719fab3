import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** JSON for the search fields of desks, under the language. */
export const resourceUrls: RouteConfigEntry[] = [route('organisations/search.json', 'features/authorities/routes/search-organisations.ts')];
