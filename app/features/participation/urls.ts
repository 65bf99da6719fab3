import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/participation/routes/${name}`;

/** Where a personal link leads. */
export const publicUrls: RouteConfigEntry[] = [route('forms/:token', file('form-link.tsx'))];

/** The crossed list and the work on it; an authority's form. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/participation', file('editions-under-way.tsx')),
  route('desk/forms', file('own-forms.tsx')),
  route('desk/participations/:participation/form', file('form.tsx')),
  route('desk/participations/:participation/form/compare', file('form-compare.tsx')),
  route('desk/participations/:participation/history', file('form-history.tsx')),
  route('desk/participations/:participation/links', file('form-links.tsx')),
  route('desk/editions/:edition/intentions', file('intentions.tsx')),
  route('desk/editions/:edition/intentions/add', file('add-authorities.tsx')),
  route('desk/editions/:edition/intentions/settings', file('form-settings.tsx')),
  route('desk/participations/:participation', file('sheet.tsx')),
  route('desk/editions/:edition/returns', file('returns.tsx')),
  route('desk/participations/:participation/returns', file('participation-returns.tsx')),
  route('desk/returns/:return', file('return.tsx')),
  route('desk/editions/:edition/mailings', file('mailings.tsx')),
  route('desk/editions/:edition/mailings/new', file('new-mailing.tsx')),
  route('desk/mailings/:mailing', file('mailing.tsx')),
  route('desk/mailings/:mailing/send', file('send-mailing.tsx')),
  route('desk/mailings/:mailing/discard', file('discard-mailing.tsx')),
];

/** Downloads. */
export const resourceUrls: RouteConfigEntry[] = [
  route('desk/participations/:participation/form/draft', file('form-draft.ts')),
  route('desk/editions/:edition/intentions/export/:format', file('export-intentions.ts')),
  route('desk/editions/:edition/form/:format', file('blank-form.ts')),
  route('desk/participations/:participation/form/:format', file('filled-form.ts')),
];
