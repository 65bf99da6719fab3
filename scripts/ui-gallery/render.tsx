import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { LOCALES } from '../../app/lib/locale.ts';
import { DeskPage } from './desk-page.tsx';
import { FormPage } from './form-page.tsx';
import type { PageProps } from './frame.tsx';
import { PublicPage } from './public-page.tsx';
import { StatesPage } from './states-page.tsx';

const PAGES: Record<string, (props: PageProps) => ReactNode> = {
  public: PublicPage,
  desk: DeskPage,
  form: FormPage,
  states: StatesPage,
};

/** The addresses of the built files that a page links to. */
export type Assets = {
  css: string;
  japaneseFaces: string;
  scripts: readonly string[];
};

/** Every sample page in every language: file name → HTML document. */
export function renderGallery({ css, japaneseFaces, scripts }: Assets): Map<string, string> {
  const files = new Map<string, string>();
  for (const [page, Page] of Object.entries(PAGES)) {
    for (const locale of LOCALES) {
      const document = (
        <html lang={locale}>
          <head>
            <meta charSet="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{`${page} · ${locale}`}</title>
            <link rel="stylesheet" href={css} />
            {scripts.map((src) => (
              <script key={src} type="module" src={src} />
            ))}
          </head>
          <body>
            <Page locale={locale} page={page} />
            <link rel="stylesheet" href={japaneseFaces} />
          </body>
        </html>
      );
      files.set(`${page}-${locale}.html`, `<!doctype html>${renderToStaticMarkup(document)}`);
    }
  }
  return files;
}
