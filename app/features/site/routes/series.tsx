import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound } from '#app/platform/http/respond.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { Facts } from '#app/ui/figures.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { TitleText } from '#app/ui/text.tsx';
import { siteCatalogues } from '../messages/index.ts';
import { seriesModel } from '../series-model.server.ts';
import { EditionFeature } from '../ui/edition-feature.tsx';
import { EditionLine } from '../ui/edition-line.tsx';
import { PublicHead } from '../ui/head.tsx';
import { HostWaysMap } from '../ui/partner-map.tsx';
import { seriesFacts } from '../ui/series-facts.ts';
import stylesheet from '../ui/site.css?url';
import { SiteText } from '../ui/text.tsx';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const page = await seriesModel(ctx, args.params.series ?? '');
  if (!page) notFound();
  return { page, publicUrl };
}

export default function SeriesPage(): ReactNode {
  const { page, publicUrl } = useLoaderData<typeof loader>();
  const { locale, name, description, line } = page;
  const t = translator(locale, siteCatalogues);
  const [a, b] = page.countries;
  return (
    <>
      <PublicHead
        locale={locale}
        title={name.text}
        description={description?.text ?? name.text}
        publicUrl={publicUrl}
        path={`/series/${page.slug}`}
      />
      <PageHead
        display
        eyebrow={t('site.series.eyebrow', { countries: t('site.pair', { a, b }) })}
        title={<TitleText text={name.text} lang={name.lang} />}
        titleLang={name.lang === locale ? undefined : name.lang}
        lead={description ? <SiteText value={description} locale={locale} /> : undefined}
        alternates={page.nameElsewhere}
      />
      <Facts items={seriesFacts(page)} />
      {page.map && (
        <figure className="ways">
          <HostWaysMap map={page.map} locale={locale} names={line.map((item) => item.place.text).join(' → ')} />
          <figcaption className="quiet">
            {t('site.series.ways-caption')} {t('site.map.attribution')}
          </figcaption>
        </figure>
      )}
      <Section id="editions" wide title={t('site.series.editions')}>
        {line.length > 0 ? (
          <EditionLine items={line} locale={locale} />
        ) : (
          <EmptyState title={t('site.series.none')}>{t('site.series.none-text')}</EmptyState>
        )}
      </Section>
      {page.next && <EditionFeature edition={page.next} locale={locale} />}
    </>
  );
}
