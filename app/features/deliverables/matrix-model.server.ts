import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { CELL_STATES, type CellState } from './domain/cell-state.ts';
import { type Cell, countCells } from './domain/readiness.ts';
import { readinessQuery } from './domain/readiness-filter.ts';
import type { Line } from './gather-readiness.server.ts';
import { columnDates, editionText, lineLang, lineName, type ReadinessWords, readinessWords, stateText } from './readiness-words.ts';
import type { ShownReadiness } from './use-cases/read-readiness.server.ts';

/** A cell of the matrix in words; null where nothing is asked. */
export type ShownCell = { state: CellState; text: string } | null;
export type MatrixModel = ReturnType<typeof matrixModel>;

/** The readiness matrix as its page and its files show it, in a language. */
export function matrixModel(shown: ShownReadiness, locale: Locale) {
  const words = readinessWords(shown, locale);
  const { view, filter, today, access, shownLines } = shown;
  const { slug } = view.edition;
  const list: ListHref = (more) => `/${locale}/desk/editions/${slug}/readiness/list${readinessQuery({ side: filter.side, ...more })}`;
  const textOf = cellTexts(words);
  const sides = view.series.countries.map((side, index) => ({
    ...{ side, mark: index === 0 ? ('a' as const) : ('b' as const), country: countryName(side, locale) },
    rows: shownLines.filter((line) => line.side === side).map((line) => rowOf(line, { shown, words, list, textOf })),
  }));
  return {
    ...{ locale, slug, edition: editionText(words), filter, columns: columnsShown(shown, words, list) },
    ...{ sides: sides.filter(({ rows }) => rows.length > 0), count: shownLines.length },
    ...{ today: formatPartialDate(partialDate(today), locale), readsAny: access.reads.length > 0, reminds: access.reminds.length > 0 },
    legend: CELL_STATES.map((state) => ({ state, text: words.t(`deliverables.state.${state}`) })),
    ...filterChoices(shown, locale),
  };
}

type ListHref = (more: Parameters<typeof readinessQuery>[0]) => string;
type RowFrame = { shown: ShownReadiness; words: ReadinessWords; list: ListHref; textOf: ReturnType<typeof cellTexts> };

function columnsShown({ shownColumns, shownLines }: ShownReadiness, words: ReadinessWords, list: ListHref) {
  return shownColumns.map((column) => {
    const { deliverable } = column;
    const cells = shownLines.flatMap((line) => line.cells.filter((cell) => cell.deliverable === deliverable));
    const dates = columnDates(column, shownLines, words);
    return {
      ...{ deliverable, what: words.t(`deliverables.what.${deliverable}`), dates, counts: countCells(cells) },
      links: { asked: list({ deliverable }), owing: list({ deliverable, state: 'owing' }), late: list({ deliverable, state: 'late' }) },
    };
  });
}

function rowOf(line: Line, { shown: { shownColumns }, words: { locale }, list, textOf }: RowFrame) {
  const by = new Map(line.cells.map((cell) => [cell.deliverable, cell]));
  const own = shownColumns.flatMap(({ deliverable }) => by.get(deliverable) ?? []);
  const { id } = line.organisation;
  return {
    ...{ id, name: lineName(line, locale), lang: lineLang(line, locale), href: list({ organisation: id }), counts: countCells(own) },
    cells: shownColumns.map(({ deliverable }) => textOf(by.get(deliverable))),
  };
}

/** The words of cells: thousands of cells say the same few, each worded once. */
function cellTexts({ t }: ReadinessWords): (cell: Cell | undefined) => ShownCell {
  const texts = new Map<string, string>();
  return (cell) => {
    if (!cell) return null;
    const key = `${cell.state} ${Boolean(cell.mark?.acceptedAt)}`;
    const text = texts.get(key) ?? stateText(cell, t);
    texts.set(key, text);
    return { state: cell.state, text };
  };
}

/** What there is to filter by. */
export function filterChoices({ view, columns, lines, access }: ShownReadiness, locale: Locale) {
  const { t } = readinessWords({ view, today: '' }, locale);
  return {
    choices: {
      sides: view.series.countries
        .filter((side) => access.reads.length > 1 || lines.some((line) => line.side === side))
        .map((value) => ({ value, label: countryName(value, locale) })),
      deliverables: columns.map(({ deliverable: value }) => ({ value, label: t(`deliverables.what.${value}`) })),
    },
  };
}
