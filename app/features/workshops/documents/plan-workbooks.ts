import { countryName } from '#app/features/editions/public.ts';
import type { Intention } from '#app/features/participation/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { printable, printableLine } from '#app/lib/printable.ts';
import type { CellValue, Sheet, SheetColumn, Workbook } from '#app/platform/documents/tabular.ts';
import {
  basisText,
  countedIn,
  groupText,
  homeName,
  nameText,
  type PlanWords,
  planWords,
  roomText,
  slotText,
  talksOf,
} from '../plan-words.ts';
import type { DistributedWorkshop, Distribution, ListedAuthority } from '../use-cases/read-distribution.server.ts';
import { countRows, countsTitle, type ShortLine, shortLines } from './doc-8-report.ts';
import { choicesText, fullTitle, type PlanDocument } from './plan-frame.ts';

type Column<Row> = SheetColumn & { cell: (row: Row) => CellValue };

function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  return {
    name,
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

const isAsChosen = ({ distribution }: PlanWords) => distribution.basis.kind === 'choices';

type Placed = { held: DistributedWorkshop; one: ListedAuthority; rank: number | null };

const yes = (words: PlanWords, value: boolean) => (value ? words.t('workshops.plan.yes') : '');

function whereColumns<Row extends { held: DistributedWorkshop }>(words: PlanWords): Column<Row>[] {
  const { t, locale } = words;
  return [
    { label: t('workshops.plan.slot'), width: 26, cell: ({ held }) => slotText(held.slot, words) },
    { label: t('workshops.plan.number'), width: 9, cell: ({ held }) => held.workshop.number },
    { label: t('workshops.plan.workshop'), width: 34, cell: ({ held }) => printableLine(plainText(held.workshop.title, locale)) },
    { label: t('workshops.plan.room'), width: 18, cell: ({ held }) => roomText(held, words) },
  ];
}

/** One row per authority and workshop, with its talks; several talks stand under each other in their cells. */
function talksSheet(words: PlanWords): Sheet {
  const { t, locale, distribution } = words;
  const talks = (one: ListedAuthority, text: (talk: ReturnType<typeof talksOf>[number]) => string) =>
    talksOf(one.intention).map(text).join('\n');
  const columns: Column<Placed>[] = [
    ...whereColumns<Placed>(words),
    { label: t('workshops.plan.country'), width: 12, cell: ({ one }) => countryName(one.intention.organisation.country, locale) },
    { label: t('workshops.plan.authority'), width: 32, cell: ({ one }) => nameText(one.intention, locale) },
    { label: t('workshops.plan.home-name'), width: 26, cell: ({ one }) => homeName(one.intention, locale)?.text ?? '' },
    ...(isAsChosen(words) ? [{ label: t('workshops.plan.choice'), width: 16, cell: ({ rank }: Placed) => groupText(rank, words) }] : []),
    { label: t('workshops.plan.chair-column'), width: 14, cell: ({ one }) => yes(words, one.chair) },
    { label: t('workshops.plan.twin-column'), width: 26, cell: ({ one }) => (one.partner ? nameText(one.partner, locale) : '') },
    { label: t('workshops.plan.joint-column'), width: 14, cell: ({ one }) => yes(words, one.joint) },
    { label: t('workshops.plan.talk-title'), width: 40, cell: ({ one }) => talks(one, ({ title }) => printableLine(title)) },
    { label: t('workshops.plan.summary'), width: 70, cell: ({ one }) => talks(one, ({ abstract }) => printable(abstract).trim()) },
    { label: t('workshops.plan.written-in'), width: 14, cell: ({ one }) => talks(one, ({ lang }) => t(`workshops.plan.language.${lang}`)) },
    { label: t('workshops.plan.sponsored-column'), width: 34, cell: ({ one }) => printableLine(one.intention.answers.sponsored) },
  ];
  const rows = distribution.workshops.flatMap((held) =>
    held.groups.flatMap(({ rank, listed }) => listed.map((one) => ({ held, one, rank }))),
  );
  return sheetOf(t('workshops.plan.sheet.talks'), columns, rows);
}

/** The two columns of each workshop, line by line. */
function shortSheet(words: PlanWords): Sheet {
  const { t, locale, distribution } = words;
  type Row = ShortLine & { held: DistributedWorkshop };
  const side = (country: string, of: (row: Row) => ListedAuthority | null): Column<Row>[] => {
    const name = countryName(country, locale);
    return [
      { label: name, width: 34, cell: (row) => nameOf(of(row), locale) },
      { label: t('workshops.plan.chair-of', { country: name }), width: 14, cell: (row) => yes(words, of(row)?.chair ?? false) },
    ];
  };
  const columns: Column<Row>[] = [
    ...whereColumns<Row>(words),
    ...(isAsChosen(words) ? [{ label: t('workshops.plan.choice'), width: 16, cell: ({ rank }: Row) => groupText(rank, words) }] : []),
    ...side(distribution.sides[0], ({ left }) => left),
    { label: t('workshops.plan.pair'), width: 14, cell: ({ together }) => yes(words, together) },
    ...side(distribution.sides[1], ({ right }) => right),
  ];
  const rows = distribution.workshops.flatMap((held) => shortLines(held, distribution).map((line) => ({ ...line, held })));
  return sheetOf(t('workshops.plan.sheet.short'), columns, rows);
}

const nameOf = (one: ListedAuthority | null, locale: Locale) => (one ? nameText(one.intention, locale) : '');

/** What the workbook stands on, and how many of each country speak in each workshop. */
function countsSheet(words: PlanWords): Sheet {
  const { t, locale, distribution } = words;
  const summaries = (held: DistributedWorkshop | null) => {
    const listed = held ? countedIn(held) : distribution.workshops.flatMap(countedIn);
    return listed.filter(({ intention }) => talksOf(intention).some(({ abstract }) => abstract.trim() !== '')).length;
  };
  return {
    name: t('workshops.plan.sheet.counts'),
    filter: false,
    columns: [
      { label: countsTitle(words), width: 60 },
      ...distribution.sides.map((side) => ({ label: countryName(side, locale), width: 12 })),
      { label: t('workshops.plan.total'), width: 12 },
      { label: t('workshops.plan.figure-summaries'), width: 16 },
    ],
    rows: [
      ...countRows(words).map(({ label, held, values }) => [label, ...values, summaries(held)]),
      [basisText(words), null, null, null, null],
      [t(distribution.placeless ? 'workshops.plan.for-organisers' : 'workshops.plan.for-all'), null, null, null, null],
    ],
  };
}

/** Who comes without speaking; for organisers, who has no place. */
function othersSheet(words: PlanWords): Sheet[] {
  const { t, locale, distribution } = words;
  const { listening, placeless, basis } = distribution;
  type Row = { one: Intention; why: string };
  const rows: Row[] = [
    ...listening.map((one) => ({ one, why: t('workshops.plan.listening') })),
    ...(placeless ?? []).map((one) => ({ one, why: t(`workshops.plan.placeless-${basis.kind}`) })),
  ];
  const columns: Column<Row>[] = [
    { label: t('workshops.plan.country'), width: 12, cell: ({ one }) => countryName(one.organisation.country, locale) },
    { label: t('workshops.plan.authority'), width: 34, cell: ({ one }) => nameText(one, locale) },
    { label: t('workshops.plan.home-name'), width: 28, cell: ({ one }) => homeName(one, locale)?.text ?? '' },
    { label: t('workshops.plan.choices'), width: 14, cell: ({ one }) => choicesText(one, words) },
    { label: t('workshops.plan.standing'), width: 36, cell: ({ why }) => why },
  ];
  return rows.length > 0 ? [sheetOf(t('workshops.plan.sheet.others'), columns, rows)] : [];
}

/** Doc 7 or Doc 8 as a workbook. */
export function planWorkbook(document: PlanDocument, distribution: Distribution, lang: Locale): Workbook {
  const words = planWords(distribution, lang);
  const list = document === 'doc-7' ? talksSheet(words) : shortSheet(words);
  return {
    lang,
    title: fullTitle(document, words),
    author: printableLine(plainText(distribution.view.series.name, lang)),
    date: distribution.basis.day,
    sheets: [list, countsSheet(words), ...othersSheet(words)],
  };
}
