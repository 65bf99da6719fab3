import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { gridOf } from './domain/grid.ts';
import { columnsOf, editionText, itemText, timelineWords } from './timeline-words.ts';
import type { Timeline, TimelineItem } from './use-cases/read-timeline.server.ts';

/** A timeline as its page shows it, in a language. */
export function timelineModel(timeline: Timeline, locale: Locale) {
  const words = timelineWords(timeline, locale);
  const { t } = words;
  const { slug } = timeline.view.edition;
  const shown = timeline.items.map((item) => ({ item, shown: shownItem(item, timeline, locale) }));
  const of = (item: TimelineItem) => shown.find((one) => one.item === item)?.shown as ShownItem;
  const { lines, undated, outside } = gridOf(timeline.items, columnsOf(timeline), timeline.anchor);
  return {
    ...{ locale, slug, edition: editionText(words), mayEdit: timeline.editsFor.length > 0, mayDerive: timeline.editsFor.includes(null) },
    committees: columnsOf(timeline).map((side) => t('timeline.committee', { country: countryName(side, locale) })),
    lines: lines.map((line) => {
      if (line.form === 'across') return { ...line, items: line.items.map(of) };
      if (line.form === 'joint') return { ...line, items: line.items.map(of), deadlines: line.deadlines.map(of) };
      return { ...line, cells: line.cells.map((cell) => cell.map(of)), deadlines: line.deadlines.map(of) };
    }),
    ...{ undated: undated.map(of), outside: outside.map(of), items: shown.map((one) => one.shown) },
    flagged: timeline.items.filter(({ flags }) => flags.length > 0).length,
  };
}

/** A date in words, with the page on which it is changed, for those who may. */
export type ShownItem = ReturnType<typeof itemText> & { href: string | null; byRule: boolean; shifted: string | null };
export type TimelineModel = ReturnType<typeof timelineModel>;

function shownItem(item: TimelineItem, timeline: Timeline, locale: Locale): ShownItem {
  const words = timelineWords(timeline, locale);
  const { origin } = item;
  const shiftedFrom = origin.kind === 'entry' ? origin.entry.shiftedFrom : null;
  return {
    ...itemText(item, words),
    href: hrefOf(item, timeline, locale),
    byRule: item.timing?.kind === 'relative',
    shifted: shiftedFrom && words.t('timeline.shifted', { date: formatPartialDate(shiftedFrom, locale) }),
  };
}

/** Where a date of the timeline is opened or changed, for those who may. */
export function hrefOf({ origin }: TimelineItem, { view, whole, editsFor }: Timeline, locale: Locale): string | null {
  const edition = `/${locale}/desk/editions/${view.edition.slug}`;
  if (origin.kind === 'entry') return origin.mayEdit ? `${edition}/timeline/entries/${origin.entry.id}` : null;
  if (!whole) return null;
  if (origin.kind === 'meeting') return origin.mayOpen ? `/${locale}/desk/meetings/${origin.meeting.id}` : null;
  if (origin.kind === 'stage') return editsFor.includes(null) ? `${edition}/timeline/stages/${origin.stage}` : null;
  if (origin.kind === 'opening') return editsFor.includes(null) ? `${edition}/intentions/settings` : null;
  return edition;
}
