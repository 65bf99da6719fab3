import { displayName } from '#app/features/authorities/public.ts';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { bounds } from '#app/lib/partial-date.ts';
import { isoWithOffset } from './domain/times.ts';
import { nameOf, placeOf } from './shared-model.ts';

const STATUS = {
  planned: 'https://schema.org/EventScheduled',
  held: 'https://schema.org/EventScheduled',
  postponed: 'https://schema.org/EventPostponed',
  cancelled: 'https://schema.org/EventCancelled',
} as const;

/** First and last day at the precision that is known: schema.org takes ISO 8601 dates of reduced precision. */
function days(dates: EditionView['edition']['dates']): { startDate?: string; endDate?: string } {
  if (bounds(dates) === null) return {};
  const [startDate = '', endDate = startDate] = dates.split('/');
  return { startDate, endDate };
}

/**
 * An edition as a schema.org Event, in one language, for search engines and calendars. Workshops become sub-events once
 * they have a slot. Organisations only: no person is ever named.
 */
export function eventJsonLd(view: EditionView, locale: Locale, url: string): Record<string, unknown> {
  const { series, edition, organisations, postponements, workshops, slots } = view;
  const venue = plainText(edition.venue, locale);
  const place = placeOf(edition, locale).text;
  const [move] = postponements;
  const organiser = [edition.host, ...organisations.filter((item) => item.role === 'co-organiser')].flatMap((item) =>
    item ? [{ '@type': 'Organization', name: displayName(item.names, locale).text }] : [],
  );
  const subEvent = workshops.flatMap((workshop) => {
    const slot = slots.find((candidate) => candidate.id === workshop.slotId);
    if (!slot) return [];
    const at = (time: string) => isoWithOffset(slot.day, time, edition.timeZone);
    return [{ '@type': 'Event', name: plainText(workshop.title, locale), startDate: at(slot.startsAt), endDate: at(slot.endsAt) }];
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': url,
    url,
    inLanguage: locale,
    name: nameOf(series, edition, locale).text,
    ...(edition.theme ? { about: plainText(edition.theme, locale) } : {}),
    ...days(edition.dates),
    ...(move && edition.state !== 'postponed' ? { previousStartDate: move.fromDates.split('/')[0] } : {}),
    eventStatus: STATUS[edition.state],
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: {
      '@type': 'Place',
      name: venue || place,
      address: {
        '@type': 'PostalAddress',
        ...(edition.city || edition.host ? { addressLocality: place } : {}),
        addressCountry: edition.hostCountry,
      },
    },
    superEvent: { '@type': 'EventSeries', name: plainText(series.name, locale) },
    ...(organiser.length > 0 ? { organizer: organiser } : {}),
    ...(subEvent.length > 0 ? { subEvent } : {}),
    contributor: series.countries.map((country) => ({ '@type': 'Country', name: countryName(country, locale) })),
  };
}

/** JSON for a script element: no sequence in it can close the element or open a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
