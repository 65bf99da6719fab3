import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Run } from '#app/platform/documents/report.ts';
import { type GridLine, gridOf } from '../domain/grid.ts';
import { columnsOf, type ItemText, itemText, type TimelineWords } from '../timeline-words.ts';
import type { Timeline, TimelineItem } from '../use-cases/read-timeline.server.ts';

/** A row of the printed grid: its cells after year and month, each with the columns that it takes. */
export type GridRow = { month: string; cells: readonly { runs: readonly Run[]; span: number }[] };

/** Doc 10 as it is circulated: without what is for organisers alone, meetings that will not be held, and the opening of the form, as in print. */
export function circulated(timeline: Timeline): Timeline {
  const printed = ({ audience, cancelled, origin }: TimelineItem) => audience !== 'organisers' && !cancelled && origin.kind !== 'opening';
  return { ...timeline, items: timeline.items.filter(printed) };
}

/** The labels of the columns: year, month, the two committees, deadlines. */
export function gridLabels({ t, locale, timeline }: TimelineWords): string[] {
  const committees = columnsOf(timeline).map((side) => t('timeline.committee', { country: countryName(side, locale) }));
  return [t('timeline.year'), t('timeline.month'), ...committees, t('timeline.deadlines')];
}

/** The rows of the printed grid; at its end what has no month, or one far from the edition. */
export function gridRows(words: TimelineWords): { rows: GridRow[]; undated: TimelineItem[]; outside: TimelineItem[] } {
  const { timeline } = words;
  const { lines, undated, outside } = gridOf(timeline.items, columnsOf(timeline), timeline.anchor);
  return { rows: lines.map((line) => rowOf(line, words)), undated, outside };
}

function rowOf(line: GridLine<TimelineItem>, words: TimelineWords): GridRow {
  const { month } = line;
  const cell = (runs: Run[], span = 1) => ({ runs, span });
  if (line.form === 'across') return { month, cells: [cell(meetingRuns(line.items, words), 3)] };
  const deadlines = cell(deadlineRuns(line.deadlines, words));
  if (line.form === 'joint') return { month, cells: [cell(meetingRuns(line.items, words), 2), deadlines] };
  return { month, cells: [...line.cells.map((items) => cell(meetingRuns(items, words))), deadlines] };
}

const BREAK: Run = { text: '\n' };
const foreign = ({ text, lang }: ItemText['title'], locale: Locale): Run => (lang === locale ? { text } : { text, lang });
const between = (parts: Run[][]): Run[] => parts.flatMap((part, index) => (index === 0 ? part : [BREAK, ...part]));

/** Meetings: the title, then when and how. */
function meetingRuns(items: readonly TimelineItem[], words: TimelineWords): Run[] {
  return between(
    items.map((item) => {
      const { title, date, details } = itemText(item, words);
      return [{ ...foreign(title, words.locale), style: 'strong' }, BREAK, { text: [date, ...details].join(' · ') }];
    }),
  );
}

/** Deadlines: those of one day under that day, as in print, each with the other facts behind it. */
function deadlineRuns(items: readonly TimelineItem[], words: TimelineWords): Run[] {
  const byDate = Map.groupBy(items, ({ date }) => date);
  return between(
    [...byDate.values()].map((held) => {
      const texts = held.map((item) => ({ ...itemText(item, words), whose: whoseOf(item, words) }));
      const lines = texts.map(({ title, whose, details }) => {
        const more = [...whose, ...details].join(' · ');
        return [{ text: '– ' }, foreign(title, words.locale), ...(more ? [{ text: ` (${more})` }] : [])];
      });
      return between([[{ text: texts[0]?.date ?? '', style: 'strong' }], ...lines]);
    }),
  );
}

/** Whom a deadline is for, where that is not every authority of both sides. */
function whoseOf({ audience, side }: TimelineItem, { t, locale }: TimelineWords): string[] {
  const narrower = audience && audience !== 'authorities' ? [t(`timeline.audience.${audience}`)] : [];
  return side ? [...narrower, countryName(side, locale)] : narrower;
}
