import type { ReactNode } from 'react';
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useRouteError } from 'react-router';
import { isLocale, type Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { layoutCatalogues } from './layouts/messages/index.ts';
import japaneseFaces from './ui/styles/fonts-ja.css?url';
import stylesheet from './ui/styles/index.css?url';

export const links = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

function usePageLocale(): Locale {
  const segment = useLocation().pathname.split('/')[1];
  return isLocale(segment) ? segment : 'fr';
}

/**
 * The document. Pages carry no framework script: they are read and submitted as plain HTML. Other pages than Japanese ones
 * need the Japanese faces for a few names at most: these load after the text.
 */
export function Layout({ children }: { children: ReactNode }) {
  const locale = usePageLocale();
  const faces = <link rel="stylesheet" href={japaneseFaces} />;
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {locale === 'ja' ? faces : null}
      </head>
      <body>
        {children}
        {locale === 'ja' ? null : faces}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** What went wrong, what to do next; never a stack trace, never an empty page. */
export function ErrorBoundary() {
  const error = useRouteError();
  const locale = usePageLocale();
  const t = translator(locale, layoutCatalogues);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const refusal = isRouteErrorResponse(error) ? (error.data as { refusal?: Refusal } | undefined)?.refusal : undefined;
  const kind =
    status === 404 ? 'not-found' : status === 403 ? 'not-allowed' : status === 429 ? 'too-many' : status >= 500 ? 'broken' : 'refused';
  return (
    <main className="wrap error-page" id="main">
      <title>{t(`layout.error.${kind}.title`)}</title>
      <p className="eyebrow">{t('layout.error.eyebrow', { status })}</p>
      <h1>{t(`layout.error.${kind}.title`)}</h1>
      <p>{t(`layout.error.${kind}.text`)}</p>
      {refusal && status === 422 ? <p>{refusal.code}</p> : null}
      <p>
        <a className="button" href={`/${locale}`}>
          {t('layout.error.home')}
        </a>
      </p>
    </main>
  );
}
