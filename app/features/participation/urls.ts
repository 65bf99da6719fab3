import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const file = (name: string) => `features/participation/routes/${name}`;

/** Where a personal link leads. */
export const publicUrls: RouteConfigEntry[] = [route('forms/:token', file('form/form-link.tsx'))];

/** The crossed list and the work on it; an authority's form. */
export const deskUrls: RouteConfigEntry[] = [
  route('desk/participation', file('list/editions-under-way.tsx')),
  route('desk/forms', file('form/own-forms.tsx')),
  route('desk/participations/:participation/form', file('form/form.tsx')),
  route('desk/participations/:participation/form/compare', file('form/form-compare.tsx')),
  route('desk/participations/:participation/history', file('form/form-history.tsx')),
  route('desk/participations/:participation/links', file('form/form-links.tsx')),
  route('desk/editions/:edition/intentions', file('list/intentions.tsx')),
  route('desk/editions/:edition/intentions/add', file('list/add-authorities.tsx')),
  route('desk/editions/:edition/intentions/settings', file('form/form-settings.tsx')),
  route('desk/participations/:participation', file('list/sheet.tsx')),
  route('desk/editions/:edition/returns', file('form-file/returns.tsx')),
  route('desk/participations/:participation/returns', file('form-file/participation-returns.tsx')),
  route('desk/returns/:return', file('form-file/return.tsx')),
  route('desk/editions/:edition/mailings', file('mailings/mailings.tsx')),
  route('desk/editions/:edition/mailings/new', file('mailings/new-mailing.tsx')),
  route('desk/mailings/:mailing', file('mailings/mailing.tsx')),
  route('desk/mailings/:mailing/send', file('mailings/send-mailing.tsx')),
  route('desk/mailings/:mailing/discard', file('mailings/discard-mailing.tsx')),
];

/** Downloads. */
export const resourceUrls: RouteConfigEntry[] = [
  route('desk/participations/:participation/form/draft', file('form/form-draft.ts')),
  route('desk/editions/:edition/intentions/export/:format', file('list/export-intentions.ts')),
  route('desk/editions/:edition/form/:format', file('form-file/blank-form.ts')),
  route('desk/participations/:participation/form/:format', file('form-file/filled-form.ts')),
];
