import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/authorities/routes/${name}`;

/** Desks: the registry, one record, a new one. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/authorities', file('organisations.tsx')),
  route('desk/authorities/new', file('new-organisation.tsx')),
  route('desk/authorities/:slug', file('organisation.tsx')),
];

/** JSON for the search fields of desks, and lists as files (`…/export/xlsx?kind=region`), under the language. */
export const resourceUrls: RouteConfigEntry[] = [
  route('organisations/search.json', file('search-organisations.ts')),
  route('desk/authorities/export/:format', file('export-organisations.ts')),
];
