import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import type { Run } from '#app/platform/documents/report.ts';
import type { CellValue, Sheet, Workbook } from '#app/platform/documents/tabular.ts';
import { editionText, itemText, type TimelineWords, timelineWords } from '../timeline-words.ts';
import type { Timeline } from '../use-cases/read-timeline.server.ts';
import { gridLabels, gridRows } from './doc-10-grid.ts';
import { monthName } from './doc-10-report.ts';

const flat = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

function gridSheet(words: TimelineWords): Sheet {
  const { rows } = gridRows(words);
  const widths = [7, 12, 34, 34, 60];
  return {
    name: words.t('timeline.grid'),
    filter: false,
    columns: gridLabels(words).map((label, index) => ({ label, width: widths[index] ?? 10 })),
    rows: rows.map(({ month, cells }): CellValue[] => [
      Number(month.slice(0, 4)),
      monthName(month, words.locale),
      ...cells.map(({ runs }) => flat(runs)),
    ]),
    spans: rows.map(({ cells }) => (cells.length === 3 ? null : [1, 1, ...cells.map(({ span }) => span)])),
  };
}

/** Every date on a line of its own, to be sorted and filtered: an exact day as a real date. */
function listSheet(words: TimelineWords): Sheet {
  const { t, timeline } = words;
  return {
    name: t('timeline.list'),
    columns: [
      { label: t('timeline.date'), width: 16 },
      { label: t('timeline.date'), width: 28 },
      { label: t('timeline.what'), width: 50 },
      { label: t('timeline.form.kind'), width: 16 },
      { label: t('timeline.for'), width: 28 },
      { label: t('timeline.form.note', { language: words.locale }), width: 40 },
      { label: t('timeline.check'), width: 40 },
    ],
    rows: timeline.items.map((item): CellValue[] => {
      const text = itemText(item, words);
      const day = item.date.length === 10 ? new Date(`${item.date}T00:00:00Z`) : null;
      const cells = [text.date, text.title.text, t(`timeline.kind.${text.kind}`), text.audience, text.details.join(' · ')];
      return [day, ...cells, text.flags.join(' · ')];
    }),
  };
}

/** Doc 10 for computing: the grid as printed, and the same dates as a list. */
export function doc10Workbook(timeline: Timeline, lang: Locale): Workbook {
  const words = timelineWords(timeline, lang);
  return {
    lang,
    title: `${words.t('timeline.doc.title')} · ${editionText(words).text}`,
    author: plainText(timeline.view.series.name, lang),
    date: timeline.today,
    sheets: [gridSheet(words), listSheet(words)],
  };
}
