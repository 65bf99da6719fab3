import { layout, prefix, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes';
import * as accounts from './features/accounts/urls.ts';
import * as agendas from './features/agendas/urls.ts';
import * as authorities from './features/authorities/urls.ts';
import * as calendars from './features/calendars/urls.ts';
import * as committees from './features/committees/urls.ts';
import * as deliverables from './features/deliverables/urls.ts';
import * as editions from './features/editions/urls.ts';
import * as invitations from './features/invitations/urls.ts';
import * as minutes from './features/minutes/urls.ts';
import * as participation from './features/participation/urls.ts';
import * as site from './features/site/urls.ts';
import * as texts from './features/texts/urls.ts';
import * as timeline from './features/timeline/urls.ts';
import * as workshops from './features/workshops/urls.ts';

/** Public pages, inside the public frame. Add a feature's `publicUrls` here. */
const publicPages: RouteConfigEntry[] = [
  route('session-ended', 'layouts/session-ended.tsx'),
  ...site.publicUrls,
  ...accounts.publicUrls,
  ...participation.publicUrls,
  ...invitations.publicUrls,
];

/** Desks, for signed-in people. Add a feature's `deskUrls` here. */
const deskPages: RouteConfigEntry[] = [
  route('desk', 'layouts/desk-home.tsx'),
  ...editions.deskUrls,
  ...committees.deskUrls,
  ...agendas.deskUrls,
  ...invitations.deskUrls,
  ...minutes.deskUrls,
  ...participation.deskUrls,
  ...workshops.deskUrls,
  ...timeline.deskUrls,
  ...calendars.deskUrls,
  ...deliverables.deskUrls,
  ...texts.deskUrls,
  ...authorities.deskUrls,
  ...accounts.deskUrls,
];

/** Downloads and JSON, without a frame. Add a feature's `resourceUrls` here. */
const resources: RouteConfigEntry[] = [
  ...authorities.resourceUrls,
  ...committees.resourceUrls,
  ...agendas.resourceUrls,
  ...invitations.resourceUrls,
  ...minutes.resourceUrls,
  ...accounts.resourceUrls,
  ...participation.resourceUrls,
  ...workshops.resourceUrls,
  ...timeline.resourceUrls,
  ...calendars.resourceUrls,
  ...deliverables.resourceUrls,
];

/** Every address of the program, under its language. */
export default [
  ...prefix(':lang', [...resources, layout('layouts/public.tsx', publicPages), layout('layouts/desk.tsx', deskPages)]),
] satisfies RouteConfig;
