import { type LoaderFunctionArgs, Outlet, useLoaderData, useLocation } from 'react-router';
import { isLocale, type Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound } from '#app/platform/http/respond.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { showsOutbox } from '#app/platform/mail/demo-outbox.ts';
import { PublicShell } from '#app/ui/shell.tsx';
import { demoDayInWords, languageLinks } from './frame.ts';
import { layoutCatalogues } from './messages/index.ts';

/** Nothing here depends on the reader: public pages are cached whole. */
export function loader(args: LoaderFunctionArgs) {
  if (!isLocale(args.params.lang)) notFound();
  const { ctx, localDemo, publicUrl } = requestOf(args);
  const day = ctx.clock.pinned;
  return { locale: ctx.locale as Locale, day, outbox: showsOutbox({ localDemo, demoDay: day, publicUrl }) };
}

export default function PublicLayout() {
  const { locale, day, outbox } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const t = translator(locale, layoutCatalogues);
  const banner = day ? (
    <p>
      {t('layout.demo', { day: demoDayInWords(day, locale) })} {outbox ? <a href={`/${locale}/outbox`}>{t('layout.outbox')}</a> : null}
    </p>
  ) : null;
  return (
    <PublicShell
      brand={{ text: t('layout.brand'), href: `/${locale}` }}
      nav={[]}
      languages={languageLinks(pathname, search, locale)}
      labels={{ skip: t('layout.skip'), nav: t('layout.nav.main'), menu: t('layout.menu'), languages: t('layout.languages') }}
      banner={banner}
      actions={<a href={`/${locale}/desk`}>{t('layout.desk')}</a>}
      footer={<p>{t('layout.footer')}</p>}
    >
      <Outlet />
    </PublicShell>
  );
}
