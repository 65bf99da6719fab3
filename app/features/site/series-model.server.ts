import { readAllSeries, readSeries, type SeriesView } from '#app/features/editions/public.server.ts';
import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type HostMap, type HostPlace, hostMap, placed } from './map-model.server.ts';
import {
  type EditionTeaser,
  type LineItem,
  lineOf,
  nextEdition,
  placeOf,
  type Run,
  run,
  sideOf,
  teaserOf,
  yearOf,
} from './shared-model.ts';

/** A series as its page, or a part of the home page, shows it. */
export type SeriesModel = {
  locale: Locale;
  slug: string;
  name: Run;
  nameElsewhere: { lang: string; text: string }[];
  description: Run | null;
  countries: [string, string];
  cadenceYears: number | null;
  alternates: boolean;
  since: string;
  line: LineItem[];
  next: EditionTeaser | null;
  map: HostMap | null;
};

/** A series in a language, seen on the day of the context's clock. */
export function seriesModelOf({ series, editions }: SeriesView, ctx: Ctx): SeriesModel {
  const { locale } = ctx;
  const name = run(series.name, locale) ?? { text: series.slug, lang: locale, fallback: false };
  const [a = '', b = ''] = series.countries;
  // The host's own day decides when an edition is over, but a line of time needs no such care: UTC will do.
  const next = nextEdition(editions, dayIn('UTC', ctx.clock.now()));
  const stops: HostPlace[] = editions.flatMap((edition) => {
    const [host] = placed(edition.host ? [edition.host] : []);
    if (!host) return [];
    const { text, lang } = placeOf(edition, locale);
    const at = { id: host.id, longitude: host.longitude, latitude: host.latitude };
    return [{ ...at, name: text, lang, side: sideOf(series, edition.hostCountry), current: edition.id === next?.id }];
  });
  const known = editions.map(yearOf).filter(Boolean);
  return {
    ...{ locale, slug: series.slug, name, cadenceYears: series.cadenceYears, alternates: series.alternates },
    nameElsewhere: (['fr', 'ja'] as const).flatMap((lang) => {
      const version = series.name.texts[lang];
      return version && lang !== name.lang ? [{ lang, text: version.text }] : [];
    }),
    description: run(series.description, locale),
    countries: [countryName(a, locale), countryName(b, locale)],
    since: known[0] ?? '',
    line: lineOf(series, editions, locale),
    next: next && teaserOf(series, next, locale),
    map: hostMap(stops),
  };
}

/** The page of a series by its slug; `null` when there is none. */
export async function seriesModel(ctx: Ctx, slug: string): Promise<SeriesModel | null> {
  const view = await readSeries(ctx.db, slug);
  return view && seriesModelOf(view, ctx);
}

/** The home page: every series, the one with the nearest next edition first. */
export async function homeModel(ctx: Ctx): Promise<SeriesModel[]> {
  const all = (await readAllSeries(ctx.db)).map((view) => seriesModelOf(view, ctx));
  return all.sort((a, b) => Number(b.next !== null) - Number(a.next !== null));
}
