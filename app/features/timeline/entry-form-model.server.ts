import { displayName } from '#app/features/authorities/public.ts';
import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { knowsHolidaysOf } from './domain/entry.ts';
import { editionText, timelineWords } from './timeline-words.ts';
import type { Timeline } from './use-cases/read-timeline.server.ts';

/** What the form of a date offers: the sides for which the reader may act, the organisations of the edition. */
export function entryFormModel(timeline: Timeline, locale: Locale) {
  const { series, edition, organisations } = timeline.view;
  const named = [...(edition.host ? [edition.host] : []), ...organisations, ...timeline.organisations];
  const byId = new Map(named.map((one) => [one.id, displayName(one.names, locale).text]));
  return {
    ...{ locale, slug: edition.slug, edition: editionText(timelineWords(timeline, locale)) },
    sides: timeline.editsFor.flatMap((side) => (side === null ? [] : { value: side, label: countryName(side, locale) })),
    mayBoth: timeline.editsFor.includes(null),
    organisations: [...byId].map(([value, label]) => ({ value, label })),
    countries: series.countries.filter(knowsHolidaysOf).map((value) => ({ value, label: countryName(value, locale) })),
  };
}

export type EntryFormModel = ReturnType<typeof entryFormModel>;
