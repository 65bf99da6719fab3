import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import type { Inline, Report, ReportBlock, ReportTable } from '#app/platform/documents/report.ts';
import type { Flag } from '../domain/flags.ts';
import { editionText, itemText, type TimelineWords, timelineWords } from '../timeline-words.ts';
import type { Timeline, TimelineItem } from '../use-cases/read-timeline.server.ts';
import { gridLabels, gridRows } from './doc-10-grid.ts';

/** The month alone, as the printed grid has it beside its year. */
export function monthName(month: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function gridTable(words: TimelineWords): ReportBlock[] {
  const { t, locale } = words;
  const { rows, undated, outside } = gridRows(words);
  const widths = [7, 11, 22, 22, 38];
  return [
    {
      kind: 'table',
      caption: t('timeline.grid-caption'),
      columns: gridLabels(words).map((label, index) => ({ label, width: widths[index] ?? 0 })),
      mergeFirst: true,
      rows: rows.map(({ month, cells }): Inline[] => [
        { text: month.slice(0, 4), style: 'strong' },
        monthName(month, locale),
        ...cells.map(({ runs }) => runs),
      ]),
      spans: rows.map(({ cells }) => (cells.length === 3 ? null : [1, 1, ...cells.map(({ span }) => span)])),
      empty: t('timeline.empty'),
    },
    ...listOf('timeline.undated', undated, words),
    ...listOf('timeline.outside', outside, words),
  ];
}

/** The grid alone, as other documents (minutes) print it: one table. */
export function doc10Grid(timeline: Timeline, lang: Locale): ReportTable {
  const [grid] = gridTable(timelineWords(timeline, lang));
  if (grid?.kind !== 'table') throw new Error('the grid begins with its table');
  return grid;
}

function listOf(title: 'timeline.undated' | 'timeline.outside', items: readonly TimelineItem[], words: TimelineWords): ReportBlock[] {
  return items.length === 0 ? [] : itemTable(words.t(title), items, words, ({ details }) => details.join(' · '));
}

function itemTable(
  title: string,
  items: readonly TimelineItem[],
  words: TimelineWords,
  last: (text: ReturnType<typeof itemText>) => string,
): ReportBlock[] {
  const { t, locale } = words;
  const texts = items.map((item) => itemText(item, words));
  return [
    { kind: 'heading', text: title },
    {
      kind: 'table',
      caption: title,
      columns: [
        { label: t('timeline.date'), width: 24 },
        { label: t('timeline.what'), width: 40 },
        { label: '', width: 36 },
      ],
      rows: texts.map((text) => [
        text.date,
        { text: text.title.text, ...(text.title.lang === locale ? {} : { lang: text.title.lang }) },
        last(text),
      ]),
      empty: '',
    },
  ];
}

/** What goes without saying in a document: rest days, and hours that were chosen knowingly. */
const UNSAID: readonly Flag['code'][] = ['weekend', 'holiday', 'holiday-week', 'outside-hours'];

/** What a reader of the document must know before relying on a date. */
function checkBlocks(words: TimelineWords): ReportBlock[] {
  const { t, timeline } = words;
  const grave = timeline.items
    .map((item) => ({ ...item, flags: item.flags.filter(({ code }) => !UNSAID.includes(code)) }))
    .filter(({ flags }) => flags.length > 0);
  if (grave.length === 0) return [];
  const [heading, ...table] = itemTable(t('timeline.check'), grave, words, ({ flags }) => flags.join(' · '));
  return [...(heading ? [heading] : []), { kind: 'note', text: t('timeline.doc.check-lead'), keep: true }, ...table];
}

/** Doc 10 for paper or for further editing: the grid, and below it what has no month and what is to be checked. */
export function doc10Report(timeline: Timeline, lang: Locale): Report {
  const words = timelineWords(timeline, lang);
  const { t } = words;
  const { edition, series } = timeline.view;
  const [title, name] = [t('timeline.doc.title'), editionText(words).text];
  const asOf = t('timeline.doc.as-of', { date: formatPartialDate(partialDate(timeline.today), lang) });
  const place = plainText(edition.city, lang);
  return {
    ...{ lang, kicker: name, title, subtitle: asOf, running: [name, title], orientation: 'landscape' },
    facts: [
      { label: t('timeline.doc.dates'), value: formatPartialDate(edition.dates, lang) },
      ...(place ? [{ label: t('timeline.doc.place'), value: place }] : []),
    ],
    figures: [],
    blocks: [...gridTable(words), ...checkBlocks(words)],
    footer: asOf,
    author: printableLine(plainText(series.name, lang)),
    documentTitle: `${title} · ${name}`,
    description: t('timeline.doc.description'),
    keywords: [title, name],
    date: timeline.today,
  };
}
