import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { isAllowed } from '#app/access/authorize.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import { editionName } from '../domain/edition-title.ts';
import { editionsPermissions } from '../permissions.ts';
import { editionsTexts, placeText } from '../texts.ts';
import { readAllSeries } from '../views.server.ts';

/** The facts are public, so every signed-in person sees the list; buttons show only what may be done. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const all = await readAllSeries(ctx.db);
  const { locale, actor } = ctx;
  return {
    locale,
    // Somebody with a side may open a series for it; which one is checked when the form is sent.
    mayOpen:
      actor.kind === 'person' &&
      actor.grants.some(({ side }) => isAllowed(actor, editionsPermissions.createSeries, { sides: side ? [side] : [] })),
    series: all.map(({ series, editions }) => ({
      slug: series.slug,
      name: plainText(series.name, locale),
      mayAdd: isAllowed(actor, editionsPermissions.createEdition, { sides: series.countries }),
      editions: editions.map((edition) => ({
        slug: edition.slug,
        name: editionName(series.editionName, edition.title, edition.ordinal, locale),
        place: placeText(edition.city, edition.hostCountry, locale),
        dates: formatPartialDate(edition.dates, locale),
        state: edition.state,
      })),
    })),
  };
}

export default function Editions() {
  const { locale, series, mayOpen } = useLoaderData<typeof loader>();
  const t = editionsTexts(locale);
  const open = mayOpen ? <ButtonLink href={`/${locale}/desk/editions/series/new`}>{t('editions.list.new-series')}</ButtonLink> : undefined;
  return (
    <>
      <title>{t('editions.list.title')}</title>
      <PageHead title={t('editions.list.title')} actions={open} />
      {series.length === 0 && (
        <EmptyState title={t('editions.list.empty')} actions={open}>
          {t('editions.list.empty-text')}
        </EmptyState>
      )}
      {series.map((one) => (
        <SeriesSection key={one.slug} series={one} locale={locale} />
      ))}
    </>
  );
}

type OneSeries = ReturnType<typeof useLoaderData<typeof loader>>['series'][number];

function SeriesSection({ series, locale }: { series: OneSeries; locale: Locale }) {
  const t = editionsTexts(locale);
  const add = series.mayAdd && (
    <ButtonLink small tone="quiet" href={`/${locale}/desk/editions/series/${series.slug}/new`}>
      {t('editions.list.new-edition')}
    </ButtonLink>
  );
  const actions = (
    <>
      {add}
      <a href={`/${locale}/series/${series.slug}`}>{t('editions.list.public')}</a>
    </>
  );
  const name = ({ slug, name: run }: OneSeries['editions'][number]) => (
    <a href={`/${locale}/desk/editions/${slug}`} lang={run.lang}>
      <Ordinals text={run.text} lang={run.lang} />
    </a>
  );
  return (
    <Section id={series.slug} title={series.name} actions={actions}>
      <DataTable
        caption={t('editions.list.caption', { series: series.name })}
        captionHidden
        empty={<p>{t('editions.list.none')}</p>}
        rows={series.editions}
        rowKey={(row) => row.slug}
        columns={[
          { key: 'edition', header: t('editions.column.edition'), rowHeader: true, cell: name },
          { key: 'place', header: t('editions.column.place'), cell: (row) => row.place },
          { key: 'dates', header: t('editions.column.dates'), cell: (row) => row.dates },
          { key: 'state', header: t('editions.column.state'), cell: (row) => t(`editions.state.${row.state}`) },
        ]}
      />
    </Section>
  );
}
