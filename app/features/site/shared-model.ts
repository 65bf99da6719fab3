import { displayName } from '#app/features/authorities/public.ts';
import type { EditionOnLine, OrganisationRow, SeriesView } from '#app/features/editions/public.server.ts';
import { countryName, editionName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { type LocalisedText, type ReadText, readText } from '#app/lib/localised-text.ts';
import { bounds, formatPartialDate } from '#app/lib/partial-date.ts';

/** A name in the language it is in; `fallback` when that is not the page's. */
export type Run = { text: string; lang: string; fallback: boolean };

/** A side of a meeting as pages mark it: `a` is the first of the series' two countries. */
export type SideKey = 'a' | 'b';

/** Which side a country is, in a series; the second for whatever is not the first. */
export function sideOf(series: { countries: readonly string[] }, country: string): SideKey {
  return series.countries[0] === country ? 'a' : 'b';
}

/** The language versions of a text, as a page shows them. */
export function run(text: LocalisedText | null, locale: Locale): Run | null {
  return readText(text, locale);
}

/** An organisation's name as a page shows it. A name in another language is no missing translation: names need none. */
export function organisationRun(organisation: Pick<OrganisationRow, 'names'>, locale: Locale): Run {
  return { ...displayName(organisation.names, locale), fallback: false };
}

/** Where an edition is held, in words: the city as printed, else its host's name, else the country. */
export function placeOf(edition: EditionOnLine, locale: Locale): Run {
  const city = run(edition.city, locale);
  if (city) return { ...city, fallback: false };
  if (edition.host) return organisationRun(edition.host, locale);
  return { text: countryName(edition.hostCountry, locale), lang: locale, fallback: false };
}

/** One edition on the line of time of its series. */
export type LineItem = {
  slug: string;
  ordinal: number;
  year: string;
  place: Run;
  country: string;
  side: SideKey;
  state: EditionOnLine['state'];
  current: boolean;
};

/** The year of an edition as a line of time shows it; empty while nothing is known. */
export function yearOf(edition: { dates: EditionOnLine['dates'] }): string {
  return bounds(edition.dates)?.first.slice(0, 4) ?? '';
}

/** The editions of a series as their line of time shows them. */
export function lineOf(series: SeriesView['series'], editions: readonly EditionOnLine[], locale: Locale, currentSlug?: string): LineItem[] {
  return editions.map((edition) => ({
    slug: edition.slug,
    ordinal: edition.ordinal,
    year: yearOf(edition),
    place: placeOf(edition, locale),
    country: countryName(edition.hostCountry, locale),
    side: sideOf(series, edition.hostCountry),
    state: edition.state,
    current: edition.slug === currentSlug,
  }));
}

/** The name of an edition for a page. */
export function nameOf(series: SeriesView['series'], edition: EditionOnLine, locale: Locale): ReadText {
  return editionName(series.editionName, edition.title, edition.ordinal, locale);
}

/** The next edition at a day (`YYYY-MM-DD`): the first that is not over, held or cancelled. */
export function nextEdition(editions: readonly EditionOnLine[], today: string): EditionOnLine | null {
  const coming = editions.filter(({ state, dates }) => {
    const range = bounds(dates);
    return (state === 'planned' || state === 'postponed') && (range === null || range.last >= today);
  });
  return coming[0] ?? null;
}

/** An edition in short, for the home page and the links to its neighbours. */
export type EditionTeaser = { slug: string; name: Run; theme: Run | null; dates: string; place: Run; country: string; side: SideKey };

/** An edition in short, in a language. */
export function teaserOf(series: SeriesView['series'], edition: EditionOnLine, locale: Locale): EditionTeaser {
  return {
    slug: edition.slug,
    name: nameOf(series, edition, locale),
    theme: run(edition.theme, locale),
    dates: formatPartialDate(edition.dates, locale),
    place: placeOf(edition, locale),
    country: countryName(edition.hostCountry, locale),
    side: sideOf(series, edition.hostCountry),
  };
}
