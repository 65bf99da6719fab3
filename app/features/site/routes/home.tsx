import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { siteCatalogues } from '../messages/index.ts';
import { homeModel, type SeriesModel } from '../series-model.server.ts';
import { EditionFeature } from '../ui/edition-feature.tsx';
import { EditionLine } from '../ui/edition-line.tsx';
import { PublicHead } from '../ui/head.tsx';
import stylesheet from '../ui/site.css?url';
import { SiteText } from '../ui/text.tsx';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  return { locale: ctx.locale as Locale, series: await homeModel(ctx), publicUrl };
}

export default function HomePage(): ReactNode {
  const { locale, series, publicUrl } = useLoaderData<typeof loader>();
  const t = translator(locale, siteCatalogues);
  const featured = series.find((one) => one.next)?.next;
  return (
    <>
      <PublicHead
        locale={locale}
        title={`Entente · ${t('site.home.title')}`}
        description={t('site.home.lead')}
        publicUrl={publicUrl}
        path=""
      />
      <PageHead display title={t('site.home.title')} lead={t('site.home.lead')} />
      {featured && <EditionFeature edition={featured} locale={locale} />}
      {series.length > 0 ? (
        <Section id="series" wide title={t('site.home.series')} lead={t('site.home.series-lead')}>
          {series.map((one) => (
            <SeriesOnHome key={one.slug} series={one} />
          ))}
        </Section>
      ) : (
        <EmptyState title={t('site.home.none')} actions={<ButtonLink href={`/${locale}/desk`}>{t('site.home.open-desk')}</ButtonLink>}>
          {t('site.home.none-text')}
        </EmptyState>
      )}
    </>
  );
}

function SeriesOnHome({ series }: { series: SeriesModel }): ReactNode {
  const { locale, name, description, line } = series;
  return (
    <article className="series-on-home">
      <h3 lang={name.lang === locale ? undefined : name.lang}>
        <a href={`/${locale}/series/${series.slug}`}>{name.text}</a>
      </h3>
      {description && (
        <p className="series-text">
          <SiteText value={description} locale={locale} />
        </p>
      )}
      {line.length > 0 && <EditionLine items={line} locale={locale} />}
    </article>
  );
}
