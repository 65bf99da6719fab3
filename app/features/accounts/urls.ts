import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/accounts/routes/${name}`;

/** Signing in and out, and the outbox of the demo. */
export const publicUrls: RouteConfigEntry[] = [
  route('sign-in', file('sign-in.tsx')),
  route('sign-in/code', file('code.tsx')),
  route('sign-in/confirm', file('confirm.tsx')),
  route('sign-in/who', file('who.tsx')),
  route('sign-out', file('sign-out.ts')),
  route('outbox', file('outbox.tsx')),
];

/** One's own account; people and their roles. */
export const deskUrls: RouteConfigEntry[] = [
  route('account', file('account.tsx')),
  route('desk/people', file('people.tsx')),
  route('desk/people/new', file('new-person.tsx')),
  route('desk/people/:personId', file('person.tsx')),
  route('desk/people/:personId/functions', file('person-function.tsx')),
  route('desk/people/:personId/grant', file('grant.tsx')),
  route('desk/people/:personId/revoke', file('revoke.tsx')),
  route('desk/people/:personId/erase', file('erase.tsx')),
];

/** Downloads: the list of people as it is shown (`…/export/xlsx?country=FR`), everything held on a person. */
export const resourceUrls: RouteConfigEntry[] = [
  route('desk/people/export/:format', file('export-people.ts')),
  route('desk/people/:personId/data', file('personal-data.ts')),
];
