import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/editions/routes/${name}.tsx`;

/** The desk of series and editions. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/editions', file('editions')),
  route('desk/editions/series/new', file('new-series')),
  route('desk/editions/series/:series/new', file('new-edition')),
  route('desk/editions/:edition', file('edition')),
  route('desk/editions/:edition/facts', file('edit-edition')),
  route('desk/editions/:edition/host-team', file('host-team')),
  route('desk/editions/:edition/workshops/:number', file('workshop')),
  route('desk/editions/:edition/slots/new', file('new-slot')),
  route('desk/editions/:edition/figures/new', file('new-figure')),
  route('desk/editions/:edition/organisations/new', file('new-organisation')),
];
