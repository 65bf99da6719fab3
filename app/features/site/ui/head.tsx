import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '#app/lib/locale.ts';

export type HeadProps = {
  locale: Locale;
  title: string;
  description: string;
  /** The address of this instance, without a final slash. */
  publicUrl: string;
  /** The page's path after its language: `/editions/rfj-9`, empty for the home page. */
  path: string;
};

/** The title, description and addresses of a public page, in each language; React lifts them into the document's head. */
export function PublicHead({ locale, title, description, publicUrl, path }: HeadProps): ReactNode {
  const here = `${publicUrl}/${locale}${path}`;
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={here} />
      {LOCALES.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={`${publicUrl}/${other}${path}`} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={`${publicUrl}/fr${path}`} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={here} />
      <meta property="og:locale" content={{ fr: 'fr_FR', en: 'en_GB', ja: 'ja_JP' }[locale]} />
    </>
  );
}
