import { translator } from '#app/platform/i18n/messages.ts';
import { siteCatalogues } from '../messages/index.ts';
import type { SeriesModel } from '../series-model.server.ts';

/** The few figures that open the page of a series: countries, editions, rhythm, the next one. */
export function seriesFacts(page: SeriesModel) {
  const { locale, countries, line, cadenceYears, alternates, since, next } = page;
  const t = translator(locale, siteCatalogues);
  const [a, b] = countries;
  const turn = alternates ? t('site.series.alternates', { a, b }) : undefined;
  const count = { key: 'editions', label: t('site.series.facts.editions'), value: t('site.series.count', { count: line.length }) };
  return [
    { ...count, note: since ? t('site.series.since', { year: since }) : undefined },
    ...(cadenceYears === null
      ? [{ key: 'countries', label: t('site.series.facts.countries'), value: t('site.pair', { a, b }), note: turn }]
      : [{ key: 'rhythm', label: t('site.series.facts.rhythm'), value: t('site.series.cadence', { years: cadenceYears }), note: turn }]),
    ...(next ? [{ key: 'next', label: t('site.series.facts.next'), value: next.place.text, note: next.dates }] : []),
  ];
}
