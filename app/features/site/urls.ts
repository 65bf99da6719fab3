import { index, type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The public pages: home, series, edition. */
export const publicUrls: RouteConfigEntry[] = [
  index('features/site/routes/home.tsx'),
  route('series/:series', 'features/site/routes/series.tsx'),
  route('editions/:edition', 'features/site/routes/edition.tsx'),
];
