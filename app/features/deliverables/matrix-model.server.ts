import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { CELL_STATES, type CellState } from './domain/cell-state.ts';
import { type Cell, countCells } from './domain/readiness.ts';
import { readinessQuery } from './domain/readiness-filter.ts';
import type { Line } from './gather-readiness.server.ts';
import { columnDates, editionText, lineLang, lineName, readinessWords, stateText } from './readiness-words.ts';
import type { ShownReadiness } from './use-cases/read-readiness.server.ts';

/** A cell of the matrix in words; null where nothing is asked. */
export type ShownCell = { state: CellState; text: string } | null;
export type MatrixModel = ReturnType<typeof matrixModel>;

/** The readiness matrix as its page and its files show it, in a language. */
export function matrixModel(shown: ShownReadiness, locale: Locale) {
  const words = readinessWords(shown, locale);
  const { t } = words;
  const { view, filter, today, access, shownColumns, shownLines } = shown;
  const { slug } = view.edition;
  const list = (more: Parameters<typeof readinessQuery>[0]) =>
    `/${locale}/desk/editions/${slug}/readiness/list${readinessQuery({ side: filter.side, ...more })}`;
  const columns = shownColumns.map((column) => {
    const { deliverable } = column;
    const cells = shownLines.flatMap((line) => line.cells.filter((cell) => cell.deliverable === deliverable));
    return {
      ...{
        deliverable,
        what: t(`deliverables.what.${deliverable}`),
        dates: columnDates(column, shownLines, words),
        counts: countCells(cells),
      },
      links: { asked: list({ deliverable }), owing: list({ deliverable, state: 'owing' }), late: list({ deliverable, state: 'late' }) },
    };
  });
  const rowOf = (line: Line) => {
    const by = new Map(line.cells.map((cell) => [cell.deliverable, cell]));
    const own = shownColumns.flatMap(({ deliverable }) => by.get(deliverable) ?? []);
    return {
      ...{
        id: line.organisation.id,
        name: lineName(line, locale),
        lang: lineLang(line, locale),
        href: list({ organisation: line.organisation.id }),
        counts: countCells(own),
      },
      cells: shownColumns.map(({ deliverable }) => cellText(by.get(deliverable))),
    };
  };
  const texts = new Map<string, string>();
  const cellText = (cell: Cell | undefined): ShownCell => {
    if (!cell) return null;
    const key = `${cell.state} ${Boolean(cell.mark?.acceptedAt)}`;
    const text = texts.get(key) ?? stateText(cell, t);
    texts.set(key, text);
    return { state: cell.state, text };
  };
  const sides = view.series.countries.map((side, index) => ({
    ...{ side, mark: index === 0 ? ('a' as const) : ('b' as const), country: countryName(side, locale) },
    rows: shownLines.filter((line) => line.side === side).map(rowOf),
  }));
  return {
    ...{ locale, slug, edition: editionText(words), filter, columns, sides: sides.filter(({ rows }) => rows.length > 0) },
    ...{ count: shownLines.length, today: formatPartialDate(partialDate(today), locale), readsAny: access.reads.length > 0 },
    ...{ legend: CELL_STATES.map((state) => ({ state, text: t(`deliverables.state.${state}`) })), reminds: access.reminds.length > 0 },
    ...filterChoices(shown, locale),
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
