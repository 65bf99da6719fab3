import { countryName } from '#app/features/editions/public.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { printableLine } from '#app/lib/printable.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { CellValue, Sheet, SheetColumn, Workbook } from '#app/platform/documents/tabular.ts';
import { authorityName, nativeNameOf } from '../authority-name.ts';
import { choiceNumbers, type Doc5Words, dayText, doc5Words, editionOf, wishTexts } from '../doc5-texts.ts';
import type { Wish } from '../domain/answers.ts';
import type { CrossedRow } from '../domain/list/cross-list.ts';
import { PARTICIPATION_STATES } from '../domain/states.ts';
import { stateText } from '../texts.ts';
import type { CrossedList } from '../use-cases/list/read-crossed-list.server.ts';
import type { Intention } from '../use-cases/read-intentions.server.ts';
import { preamble, shownCounts } from './doc-5-report.ts';

type Column<Row> = SheetColumn & { cell: (row: Row) => CellValue };

function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  return {
    name,
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: rows.map((row) => columns.map((column) => column.cell(row))),
  };
}

/** Names in one cell, in the language of the file. */
function namesOf(ids: readonly string[], { named, locale }: Doc5Words): string {
  const known = ids.flatMap((id) => named.get(id) ?? []);
  return listText(
    known.map((organisation) => printableLine(authorityName(organisation, locale).text)),
    locale,
  );
}

type Row = CrossedRow<Intention>;
/** One side of the rows: who stands there, and who is tied with the other side without being on the list. */
type RowSide = { country: string; held: (row: Row) => Intention | null; away: (row: Row) => readonly string[] };

function sideColumns({ country, held, away }: RowSide, words: Doc5Words): Column<Row>[] {
  const { t, locale } = words;
  const named = { country: countryName(country, locale) };
  const column = (label: string, width: number, text: (intention: Intention) => CellValue, otherwise: (row: Row) => string = () => '') => ({
    ...{ label, width },
    cell: (row: Row) => {
      const intention = held(row);
      return intention ? text(intention) : otherwise(row);
    },
  });
  return [
    column(
      t('participation.doc5.file.name-of', named),
      34,
      ({ organisation }) => printableLine(authorityName(organisation, locale).text),
      (row) => namesOf(away(row), words),
    ),
    column(
      t('participation.doc5.file.state-of', named),
      18,
      ({ state }) => stateText(t, state),
      (row) => (away(row).length > 0 ? t('participation.doc5.away') : ''),
    ),
    column(t('participation.doc5.file.choices-of', named), 18, (intention) => choiceNumbers(intention, words)),
    column(t('participation.doc5.file.wishes-of', named), 34, (intention) => printableLine(listText(wishTexts(intention, words), locale))),
  ];
}

/** The rows of the page: an authority with several twins stands in several, so that rows may be sorted and filtered. */
export function crossedSheet(list: CrossedList, words: Doc5Words): Sheet {
  const [left, right] = list.sides;
  const columns = [
    ...sideColumns({ country: left, held: (row) => row.left, away: (row) => row.awayLeft }, words),
    ...sideColumns({ country: right, held: (row) => row.right, away: (row) => row.awayRight }, words),
  ];
  return sheetOf(words.t('participation.doc5.file.sheet.crossed'), columns, list.rows);
}

/** Each authority once, with its answers in columns of their own, to compute with. */
function authoritiesSheet(list: CrossedList, words: Doc5Words): Sheet {
  const { t, locale } = words;
  const wish = (value: Wish | null) => (value ? t(`participation.doc5.wish.${value}`) : '');
  const column = (label: string, width: number, cell: (intention: Intention) => CellValue): Column<Intention> => ({ label, width, cell });
  const numbers = new Map(list.view.workshops.map(({ id, number }) => [id, number]));
  // Choices recorded before their number was lowered are kept, and shown.
  const most = Math.max(list.settings.choiceCount, ...list.matching.map(({ answers }) => answers.choices.length));
  const choices = Array.from({ length: most }, (_, index) =>
    column(t('participation.doc5.file.choice', { number: index + 1 }), 10, ({ answers }) => {
      const id = answers.choices[index];
      return id === undefined ? null : (numbers.get(id) ?? t('participation.doc5.removed'));
    }),
  );
  const columns = [
    column(t('participation.doc5.country'), 12, ({ organisation }) => countryName(organisation.country, locale)),
    column(t('participation.doc5.file.authority'), 40, ({ organisation }) => printableLine(authorityName(organisation, locale).text)),
    column(t('participation.doc5.file.native'), 34, ({ organisation }) => printableLine(nativeNameOf(organisation))),
    column(t('participation.doc5.state'), 20, ({ state }) => stateText(t, state)),
    column(
      t('participation.doc5.file.since'),
      14,
      ({ stateSince }) => new Date(`${dayIn(list.view.edition.timeZone, stateSince)}T00:00:00Z`),
    ),
    ...choices,
    column(t('participation.doc5.file.speak'), 14, ({ answers }) => wish(answers.speak)),
    column(t('participation.doc5.file.chair'), 14, ({ answers }) => wish(answers.chair)),
    column(t('participation.doc5.file.with-twin'), 18, ({ answers }) => wish(answers.withTwin)),
    column(t('participation.doc5.file.twins'), 40, ({ twinIds }) => namesOf(twinIds, words)),
  ];
  return sheetOf(t('participation.doc5.file.sheet.authorities'), columns, list.matching);
}

function countsSheet(list: CrossedList, words: Doc5Words): Sheet {
  const { t, locale } = words;
  const counts = shownCounts(list);
  return {
    name: t('participation.doc5.file.sheet.counts'),
    filter: false,
    columns: [
      { label: t('participation.doc5.file.as-of', { date: dayText(list.today, locale) }), width: 60 },
      ...list.sides.map((side) => ({ label: countryName(side, locale), width: 14 })),
      { label: t('participation.doc5.both'), width: 16 },
    ],
    rows: [
      ...PARTICIPATION_STATES.map((state) => [
        stateText(t, state),
        ...list.sides.map((side) => counts.byCountry.get(side)?.[state] ?? 0),
        counts.all[state],
      ]),
      ...preamble(list, words).map((line) => [line, null, null, null]),
      ...list.view.workshops.map(({ number, title }) => [
        `${t('participation.doc5.workshop-number', { number })} – ${printableLine(plainText(title, locale))}`,
        ...[null, null, null],
      ]),
    ],
  };
}

/** Doc 5 as a workbook: the crossed list, the authorities one a row, the counts. */
export function doc5Workbook(list: CrossedList, lang: Locale): Workbook {
  const words = doc5Words(list, lang);
  const edition = printableLine(editionOf(list, lang).text);
  return {
    lang,
    title: words.t('participation.doc5.file.full-title', {
      title: words.t('participation.doc5.title'),
      edition,
      date: dayText(list.today, lang),
    }),
    author: printableLine(plainText(list.view.series.name, lang)),
    date: list.today,
    sheets: [crossedSheet(list, words), authoritiesSheet(list, words), countsSheet(list, words)],
  };
}
