import { type LoaderFunctionArgs, Outlet, redirect, useLoaderData, useLocation } from 'react-router';
import { ownAuthorities } from '#app/features/participation/public.server.ts';
import { readsIntentions } from '#app/features/participation/public.ts';
import { isLocale, type Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, signInUrl } from '#app/platform/http/respond.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { showsOutbox } from '#app/platform/mail/demo-outbox.ts';
import { DeskShell, Menu } from '#app/ui/shell.tsx';
import { demoDayInWords, languageLinks } from './frame.ts';
import { layoutCatalogues } from './messages/index.ts';

/** Desks are for signed-in people; what each page shows is decided by its own use cases. */
export function loader(args: LoaderFunctionArgs) {
  if (!isLocale(args.params.lang)) notFound();
  const { ctx, localDemo, publicUrl } = requestOf(args);
  if (ctx.actor.kind !== 'person') throw redirect(signInUrl(args.request));
  const day = ctx.clock.pinned;
  const hidden = [...(readsIntentions(ctx.actor) ? [] : ['desk/participation']), ...(ownAuthorities(ctx).length > 0 ? [] : ['desk/forms'])];
  return { locale: ctx.locale as Locale, hidden, day, outbox: showsOutbox({ localDemo, demoDay: day, publicUrl }), name: ctx.actor.name };
}

/** An edition's pages that are about who comes to it and who speaks where. */
const OF_PARTICIPATION = /^\/\w+\/desk\/(editions\/[^/]+\/(intentions|returns|mailings|form|board|plan)|mailings|returns)(\/|$)/;

/** The desk's pages, in the order of the work; `below` are the addresses under which each has its further pages. */
const PAGES = [
  { path: 'desk', key: 'layout.nav.desk', below: [] },
  { path: 'desk/calendar', key: 'layout.nav.calendar', below: ['desk/calendar/'] },
  { path: 'desk/forms', key: 'layout.nav.forms', below: [] },
  { path: 'desk/editions', key: 'layout.nav.editions', below: ['desk/editions/'] },
  { path: 'desk/participation', key: 'layout.nav.participation', below: ['desk/participations/'] },
  { path: 'desk/meetings', key: 'layout.nav.meetings', below: ['desk/meetings/', 'desk/committees/', 'desk/imports/'] },
  { path: 'desk/authorities', key: 'layout.nav.authorities', below: ['desk/authorities/'] },
  { path: 'desk/people', key: 'layout.nav.people', below: ['desk/people/'] },
] as const;

export default function DeskLayout() {
  const { locale, hidden, day, outbox, name } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const t = translator(locale, layoutCatalogues);
  const items = PAGES.filter(({ path }) => !hidden.includes(path)).map(({ path, key, below }) => ({
    href: `/${locale}/${path}`,
    label: t(key),
    current:
      pathname === `/${locale}/${path}` ||
      (OF_PARTICIPATION.test(pathname) ? path === 'desk/participation' : below.some((start) => pathname.startsWith(`/${locale}/${start}`))),
  }));
  return (
    <DeskShell
      brand={{ text: t('layout.brand'), href: `/${locale}` }}
      groups={[{ items }]}
      languages={languageLinks(pathname, search, locale)}
      labels={{ skip: t('layout.skip'), nav: t('layout.nav.main'), menu: t('layout.menu'), languages: t('layout.languages') }}
      user={
        <Menu
          label={name}
          items={[
            { key: 'account', content: <a href={`/${locale}/account`}>{t('layout.account')}</a> },
            {
              key: 'out',
              content: (
                <form method="post" action={`/${locale}/sign-out`}>
                  <button type="submit">{t('layout.sign-out')}</button>
                </form>
              ),
            },
          ]}
        />
      }
      banner={
        day ? (
          <p>
            {t('layout.demo', { day: demoDayInWords(day, locale) })}{' '}
            {outbox ? <a href={`/${locale}/outbox`}>{t('layout.outbox')}</a> : null}
          </p>
        ) : null
      }
    >
      <Outlet />
      <script type="module" src="/enhance/entente.js" />
    </DeskShell>
  );
}
