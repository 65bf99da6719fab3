import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { ButtonLink, SideMark } from '#app/ui/controls.tsx';
import { Filled, Ordinals } from '#app/ui/text.tsx';
import { siteCatalogues } from '../messages/index.ts';
import type { EditionTeaser } from '../shared-model.ts';
import { ThemeTitle } from './text.tsx';

/** The next edition, set large: what a visitor of the home or the series page most likely came for. */
export function EditionFeature({ edition, locale }: { edition: EditionTeaser; locale: Locale }): ReactNode {
  const t = translator(locale, siteCatalogues);
  const { name, theme } = edition;
  const href = `/${locale}/editions/${edition.slug}`;
  const place = <strong lang={edition.place.lang === locale ? undefined : edition.place.lang}>{edition.place.text}</strong>;
  return (
    <section className={`feature feature-${edition.side}`} aria-labelledby={`feature-${edition.slug}`}>
      <p className="eyebrow">{t('site.home.next')}</p>
      <h2 id={`feature-${edition.slug}`} lang={(theme ?? name).lang === locale ? undefined : (theme ?? name).lang}>
        <a href={href}>{theme ? <ThemeTitle value={theme} /> : <Ordinals text={name.text} lang={name.lang} />}</a>
      </h2>
      <p className="feature-where">
        <SideMark side={edition.side} />
        <span>
          {edition.place.text === edition.country ? (
            place
          ) : (
            <Filled text={t('site.place', { city: '{city}', country: '{country}' })} parts={{ city: place, country: edition.country }} />
          )}
          <span className="num"> · {edition.dates}</span>
        </span>
      </p>
      {theme && (
        <p className="quiet" lang={name.lang === locale ? undefined : name.lang}>
          <Ordinals text={name.text} lang={name.lang} />
        </p>
      )}
      <p>
        <ButtonLink href={href}>{t('site.home.see-edition')}</ButtonLink>
      </p>
    </section>
  );
}
