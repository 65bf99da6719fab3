import { layout, prefix, type RouteConfig, type RouteConfigEntry } from '@react-router/dev/routes';
import { publicUrls as siteUrls } from './features/site/urls.ts';

/** Public pages, inside the public frame. Add a feature's `publicUrls` here. */
const publicPages: RouteConfigEntry[] = [...siteUrls];

/** Desks, for signed-in people. Add a feature's `deskUrls` here. */
const deskPages: RouteConfigEntry[] = [];

/** Downloads and JSON, without a frame. Add a feature's `resourceUrls` here. */
const resources: RouteConfigEntry[] = [];

/** Every address of the program, under its language. */
export default [
  ...prefix(':lang', [
    ...resources,
    ...(publicPages.length > 0 ? [layout('layouts/public.tsx', publicPages)] : []),
    ...(deskPages.length > 0 ? [layout('layouts/desk.tsx', deskPages)] : []),
  ]),
] satisfies RouteConfig;
