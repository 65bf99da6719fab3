import { displayName } from '#app/features/authorities/public.ts';
import { countryName, editionName } from '#app/features/editions/public.ts';
import { authorityName } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import type { Cell, Column, Due } from './domain/readiness.ts';
import type { Line, Readiness } from './gather-readiness.server.ts';
import { type DeliverablesTranslate, deliverablesTexts } from './texts.ts';

/** What the words of a readiness are made with. */
export type ReadinessWords = { t: DeliverablesTranslate; locale: Locale; readiness: Pick<Readiness, 'view' | 'today'> };

/** The words of a readiness in a language. */
export function readinessWords(readiness: ReadinessWords['readiness'], locale: Locale): ReadinessWords {
  return { t: deliverablesTexts(locale), locale, readiness };
}

/** The name of the edition with its language. */
export function editionText({ readiness: { view }, locale }: ReadinessWords): { text: string; lang: Locale } {
  return editionName(view.series.editionName, view.edition.title, view.edition.ordinal, locale);
}

/** An organisation's name in lists. */
export function lineName({ organisation }: Pick<Line, 'organisation'>, locale: Locale): string {
  return named(organisation, locale).text;
}

/** The language of an organisation's name in lists, where it is another than that of the page. */
export function lineLang({ organisation }: Pick<Line, 'organisation'>, locale: Locale): string | undefined {
  const { lang } = named(organisation, locale);
  return lang && lang !== locale ? lang : undefined;
}

function named({ kind, names, country }: Line['organisation'], locale: Locale) {
  if (!kind) return displayName(names, locale);
  return authorityName({ kind: kind as Parameters<typeof authorityName>[0]['kind'], names, country }, locale);
}

/** A date by which something is due, said to be doubtful where it is. */
export function dateText({ date, doubtful }: Pick<Due, 'date' | 'doubtful'>, { t, locale }: ReadinessWords): string {
  const text = formatPartialDate(date, locale);
  return doubtful ? t('deliverables.due-doubtful', { date: text }) : text;
}

/** The dates of a column that count for somebody in it: one where all sides have the same, else one for each side. */
export function columnDates({ deliverable, dues }: Column, lines: readonly Pick<Line, 'cells'>[], words: ReadinessWords): string[] {
  const counting = new Set(lines.flatMap(({ cells }) => cells.flatMap((cell) => (cell.deliverable === deliverable ? cell.due.item : []))));
  const texts = dues.filter(({ item }) => counting.has(item)).map((due) => ({ side: due.side, text: dateText(due, words) }));
  if (new Set(texts.map(({ text }) => text)).size === 1) return [texts[0]?.text ?? ''];
  const said = texts.map(({ side, text }) =>
    side === null ? text : words.t('deliverables.due-of', { country: countryName(side, words.locale), date: text }),
  );
  return [...new Set(said)];
}

/** How something stands, in a word. */
export function stateText({ state, mark }: Pick<Cell, 'state' | 'mark'>, t: DeliverablesTranslate): string {
  return t(`deliverables.state.${state === 'received' && mark?.acceptedAt ? 'accepted' : state}`);
}

/** What was recorded: when, accepted when, with which remark. */
export function recordedText({ mark }: Cell, { t, locale, readiness }: ReadinessWords): string {
  if (!mark) return '';
  const on = t('deliverables.recorded-on', { date: formatPartialDate(partialDate(mark.on), locale) });
  const accepted = mark.acceptedAt && t('deliverables.recorded-accepted', { date: dayText(mark.acceptedAt, { locale, readiness }) });
  return [on, accepted, mark.note].filter(Boolean).join(' · ');
}

/** The day of an instant in the edition's zone, in words. */
export function dayText(at: Date, { locale, readiness }: Pick<ReadinessWords, 'locale' | 'readiness'>): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: readiness.view.edition.timeZone, dateStyle: 'short' }).format(at);
  return formatPartialDate(day as PartialDate, locale);
}
