import { countryName, editionName } from '#app/features/editions/public.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { type LocalisedText, type ReadText, readText } from '#app/lib/localised-text.ts';
import { bounds, formatPartialDate, type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import { dayIn } from '#app/platform/clock.ts';
import { authorityName } from './authority-name.ts';
import type { ComparedCount } from './domain/list/compare-editions.ts';
import type { IntentionFilter } from './domain/list/intention-filter.ts';
import { type ParticipationTranslate, participationTexts, stateText } from './texts.ts';
import type { CrossedList } from './use-cases/list/read-crossed-list.server.ts';
import type { Intention } from './use-cases/read-intentions.server.ts';

type Named = Parameters<typeof authorityName>[0];

/** What the texts need to know of a list. */
export type Doc5Words = {
  t: ParticipationTranslate;
  locale: Locale;
  line: Line;
  list: Pick<CrossedList, 'view' | 'settings'>;
  /** The authorities of the list and those tied with them, by identifier. */
  named: ReadonlyMap<string, Named>;
};

/** The words of a list in a language, with the names of all whom it speaks of. */
export function doc5Words(
  list: Pick<CrossedList, 'view' | 'settings'> & {
    intentions: readonly { organisation: Named & { id: string } }[];
    others: ReadonlyMap<string, Named>;
  },
  locale: Locale,
): Doc5Words {
  const named = new Map<string, Named>(list.others);
  for (const { organisation } of list.intentions) named.set(organisation.id, organisation);
  return { t: participationTexts(locale), locale, line: list.view.line, list, named };
}

/** A day (`YYYY-MM-DD`) in words. */
export function dayText(day: string, locale: Locale): string {
  return formatPartialDate(partialDate(day), locale);
}

/** The day of an instant in the edition's time zone, in words. */
export function instantText(instant: Date, { edition }: { edition: { timeZone: string } }, locale: Locale): string {
  return dayText(dayIn(edition.timeZone, instant), locale);
}

/** How the edition of a list is called. */
export function editionOf({ view: { series, edition } }: Pick<CrossedList, 'view'>, locale: Locale): ReadText {
  return editionName(series.editionName, edition.title, edition.ordinal, locale);
}

/** The numbers of the workshops chosen, the preferred one first where choices are ranked; those gone since are named as such. */
export function choiceNumbers({ answers }: Pick<Intention, 'answers'>, { t, locale, list }: Doc5Words): string {
  const numbers = answers.choices.map((id) => {
    const workshop = list.view.workshops.find((held) => held.id === id);
    return workshop ? String(workshop.number) : t('participation.doc5.removed');
  });
  const [first, ...others] = numbers;
  if (first === undefined) return '';
  const ranked = list.settings.choicesRanked && others.length > 0;
  return ranked ? t('participation.doc5.ranked', { first, others: listText(others, locale) }) : listText(numbers, locale);
}

/** The workshops chosen, in words; empty for none. */
export function choicesText(intention: Pick<Intention, 'answers'>, words: Doc5Words): string {
  const choices = choiceNumbers(intention, words);
  return choices && words.t('participation.doc5.choices', { count: intention.answers.choices.length, choices });
}

/** What an authority wishes, one wish each; nothing for what it has not said. */
export function wishTexts({ answers }: Pick<Intention, 'answers'>, { t, locale, named }: Doc5Words): string[] {
  const { speak, chair, withTwin, twinId } = answers;
  const twin = named.get(twinId ?? '');
  const together = withTwin
    ? twin
      ? [t(`participation.doc5.with-named.${withTwin}`, { twin: authorityName(twin, locale).text })]
      : [t(`participation.doc5.with-twin.${withTwin}`)]
    : [];
  return [
    ...(speak ? [t(`participation.doc5.speak.${speak}`)] : []),
    ...(chair ? [t(`participation.doc5.chair.${chair}`)] : []),
    ...together,
  ];
}

type Line = readonly { ordinal: number; dates: PartialDate }[];

/** The year of an edition of the series, or its number while the year is unknown. */
function yearOf(ordinal: number, line: Line): string {
  const dates = line.find((edition) => edition.ordinal === ordinal)?.dates;
  return (dates && bounds(dates)?.first.slice(0, 4)) || String(ordinal);
}

/** What names the editions of a series: `line` holds them all. */
type LineWords = { t: ParticipationTranslate; locale: Locale; line: Line };

/** What a count is against past editions, in words: a record, below one, nothing to compare with. */
export function comparisonText({ comparison }: Pick<ComparedCount, 'comparison'>, { t, line }: LineWords): string {
  const year = (ordinal: number) => yearOf(ordinal, line);
  switch (comparison.kind) {
    case 'nothing':
      return t('participation.doc5.compare.nothing');
    case 'record':
      return t('participation.doc5.compare.record', { year: year(comparison.since), known: comparison.known });
    case 'equals':
      return t('participation.doc5.compare.equals', { year: year(comparison.ordinal), known: comparison.known });
    case 'uncertain':
      return t('participation.doc5.compare.uncertain', { year: year(comparison.ordinal) });
    case 'below': {
      const { ordinal, value, known, above } = comparison;
      if (above === null) return t('participation.doc5.compare.below', { year: year(ordinal), value, known });
      return t('participation.doc5.compare.below-since', { year: year(ordinal), value, known, above: year(above) });
    }
  }
}

/** A count with what it is against past editions, as one sentence. */
export function comparedText(compared: ComparedCount, words: LineWords): string {
  const { country, state, count } = compared;
  const counted = words.t('participation.doc5.counted', { country: countryName(country, words.locale), count, state });
  return words.t('participation.doc5.compared', { count: counted, comparison: comparisonText(compared, words) });
}

type Figure = CrossedList['figures'][number];

/** A printed figure of this edition, with its date, its note and its source, as they were printed. */
export function printedText(
  figure: Figure,
  { t, locale }: Pick<Doc5Words, 't' | 'locale'>,
): { text: string; note: ReadText | null; source: ReadText | null } {
  const value = t(`participation.doc5.qualifier.${figure.qualifier}`, { value: figure.value });
  const state = figure.kind === 'authorities' ? 'authorities' : figure.kind.replace('authorities-', '');
  const side = figure.side ? countryName(figure.side, locale) : t('participation.doc5.both');
  const date = formatPartialDate(figure.asOf, locale);
  return {
    text: t('participation.doc5.printed', { date, value, state, side }),
    note: readText(figure.note as LocalisedText | null, locale),
    source: readText(figure.source, locale),
  };
}

/** A figure of a past edition beside the curve: its year, and what it counted. */
export function markerText(figure: Pick<Figure, 'kind' | 'value' | 'qualifier' | 'dates'>, { t }: Pick<Doc5Words, 't'>): string {
  const year = bounds(figure.dates as PartialDate)?.first.slice(0, 4) ?? '';
  const value = t(`participation.doc5.qualifier.${figure.qualifier}`, { value: figure.value });
  return t(`participation.doc5.marker.${figure.kind as 'authorities'}`, { year, value });
}

/** What a list was narrowed to, in words; empty for the whole list. */
export function narrowedText(filter: IntentionFilter, { t, locale }: Pick<Doc5Words, 't' | 'locale'>): string {
  const parts: unknown[] = [
    filter.q && `“${filter.q}”`,
    filter.country && countryName(filter.country, locale),
    filter.state && stateText(t, filter.state),
    filter.workshop !== null && t('participation.doc5.workshop-number', { number: filter.workshop }),
    filter.twin !== null && t(filter.twin ? 'participation.doc5.twin-yes' : 'participation.doc5.twin-no'),
    filter.owing && t('participation.doc5.file.owing'),
  ];
  return listText(
    parts.filter((part): part is string => typeof part === 'string' && part !== ''),
    locale,
  );
}
