import { countryName } from '#app/features/editions/public.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import type { Inline, Report, ReportBlock, ReportColumn, Run } from '#app/platform/documents/report.ts';
import { authorityName } from '../authority-name.ts';
import {
  choiceNumbers,
  comparedText,
  type Doc5Words,
  dayText,
  doc5Words,
  editionOf,
  narrowedText,
  printedText,
  wishTexts,
} from '../doc5-texts.ts';
import { countIntentions, sumOf } from '../domain/list/count-intentions.ts';
import { isNarrowed } from '../domain/list/intention-filter.ts';
import { PARTICIPATION_STATES } from '../domain/states.ts';
import { stateText } from '../texts.ts';
import type { CrossedList } from '../use-cases/list/read-crossed-list.server.ts';
import type { Intention } from '../use-cases/read-intentions.server.ts';

/** A name as a run of the document, in its own language where that is another. */
function nameRun(organisation: Parameters<typeof authorityName>[0], lang: Locale, style?: Run['style']): Run {
  const name = authorityName(organisation, lang);
  return {
    text: printableLine(name.text),
    ...(name.lang && name.lang !== lang ? { lang: name.lang } : {}),
    ...(style ? { style } : {}),
  };
}

/** What the document says above its table: its order, what it was narrowed to, and that it is shared. */
export function preamble(list: CrossedList, { t, locale }: Doc5Words): string[] {
  const { filter, sides } = list;
  const lead = filter.country === sides[1] ? sides[1] : sides[0];
  return [
    t(`participation.doc5.file.order.${filter.sort}`, { country: countryName(lead, locale) }),
    ...(isNarrowed(filter) ? [t('participation.doc5.file.narrowed', { filters: narrowedText(filter, { t, locale }) })] : []),
    t('participation.doc5.file.shared'),
  ];
}

/** The counts of what the document shows: of the whole list, or of what it was narrowed to. */
export function shownCounts(list: CrossedList) {
  return countIntentions(list.matching, list.sides);
}

function crossedColumns({ t, locale }: Doc5Words, sides: readonly [string, string]): ReportColumn[] {
  return sides.flatMap((side) => {
    const country = { country: countryName(side, locale) };
    return [
      { label: t('participation.doc5.file.name-of', country), width: 19 },
      { label: t('participation.doc5.file.state-of', country), width: 10 },
      { label: t('participation.doc5.file.choices-of', country), width: 9 },
      { label: t('participation.doc5.file.wishes-of', country), width: 18 },
    ];
  });
}

/** The cells of one side of a row: the authority with its answers; quietly, those tied with the other side that are not on the list. */
function sideCells(held: Intention | null, first: boolean, away: readonly string[], words: Doc5Words): Inline[] {
  const { t, locale, named } = words;
  if (held && !first)
    return [[nameRun(held.organisation, locale, 'quiet')], { text: t('participation.doc5.again'), style: 'quiet' }, '', ''];
  if (held)
    return [
      [nameRun(held.organisation, locale, 'strong')],
      stateText(t, held.state),
      choiceNumbers(held, words),
      listText(wishTexts(held, words), locale),
    ];
  const tied = away.flatMap((id) => named.get(id) ?? []);
  if (tied.length === 0) return ['', '', '', ''];
  const names = tied.flatMap((organisation, index): (string | Run)[] => [
    ...(index > 0 ? [{ text: locale === 'ja' ? '、' : ', ', style: 'quiet' as const }] : []),
    nameRun(organisation, locale, 'quiet'),
  ]);
  return [names, { text: t('participation.doc5.away'), style: 'quiet' }, '', ''];
}

function countsTable(list: CrossedList, { t, locale }: Doc5Words): ReportBlock {
  const counts = shownCounts(list);
  const cells = (label: string, of: (country: string) => number, all: number) => [
    label,
    ...list.sides.map((side) => String(of(side))),
    String(all),
  ];
  return {
    kind: 'table',
    caption: t('participation.doc5.counts-caption'),
    columns: [
      { label: t('participation.doc5.state'), width: 40 },
      ...list.sides.map((side) => ({ label: countryName(side, locale), width: 20, align: 'end' as const })),
      { label: t('participation.doc5.both'), width: 20, align: 'end' },
    ],
    rows: [
      ...PARTICIPATION_STATES.map((state) =>
        cells(stateText(t, state), (side) => counts.byCountry.get(side)?.[state] ?? 0, counts.all[state]),
      ),
      cells(
        t('participation.doc5.total'),
        (side) => {
          const held = counts.byCountry.get(side);
          return held ? sumOf(held) : 0;
        },
        counts.total,
      ),
    ],
    empty: '',
  };
}

/** The comparison with past editions, and what was printed; nothing in a narrowed list, whose counts are not those of the edition. */
function pastBlocks(list: CrossedList, words: Doc5Words): ReportBlock[] {
  const { t, locale } = words;
  if (isNarrowed(list.filter)) return [];
  const printed = list.figures.filter(({ editionId }) => editionId === list.view.edition.id);
  return [
    { kind: 'heading', text: t('participation.doc5.past') },
    ...list.compared.map((compared): ReportBlock => ({ kind: 'paragraph', text: comparedText(compared, words) })),
    ...printed.map((figure): ReportBlock => {
      const { text, note, source } = printedText(figure, words);
      const parts = [
        text,
        note && t('participation.doc5.printed-note', { note: printableLine(note.text) }),
        source && t('participation.doc5.source', { source: printableLine(source.text) }),
      ];
      return { kind: 'note', text: parts.filter(Boolean).join(locale === 'ja' ? '　' : ' ') };
    }),
  ];
}

function workshopsTable(list: CrossedList, { t, locale }: Doc5Words): ReportBlock[] {
  if (list.view.workshops.length === 0) return [];
  return [
    { kind: 'heading', text: t('participation.doc5.file.workshops') },
    {
      kind: 'table',
      caption: t('participation.doc5.file.workshops'),
      columns: [
        { label: t('participation.doc5.file.number'), width: 10 },
        { label: t('participation.doc5.file.workshop-title'), width: 90 },
      ],
      rows: list.view.workshops.map(({ number, title }) => [String(number), printableLine(plainText(title, locale))]),
      empty: '',
    },
  ];
}

/** Doc 5 as a document for paper or for further editing: the counts, the crossed list, what it is against past editions. */
export function doc5Report(list: CrossedList, lang: Locale): Report {
  const words = doc5Words(list, lang);
  const { t } = words;
  const title = t('participation.doc5.title');
  const edition = printableLine(editionOf(list, lang).text);
  const date = dayText(list.today, lang);
  const fullTitle = t('participation.doc5.file.full-title', { title, edition, date });
  const counts = shownCounts(list);
  return {
    ...{ lang, kicker: edition, title, subtitle: printableLine(plainText(list.view.edition.theme, lang)) || null },
    ...{ running: [edition, title], orientation: 'landscape', author: printableLine(plainText(list.view.series.name, lang)) },
    facts: [
      { label: t('participation.doc5.day'), value: date },
      { label: t('participation.doc5.file.dates'), value: formatPartialDate(list.view.edition.dates, lang) },
    ],
    figures: list.sides.flatMap((side) =>
      (['considering', 'confirmed'] as const).map((state) => ({
        value: String(counts.byCountry.get(side)?.[state] ?? 0),
        label: t('participation.doc5.file.figure', { state, country: countryName(side, lang) }),
      })),
    ),
    blocks: [
      { kind: 'note', text: preamble(list, words).join(lang === 'ja' ? '' : ' ') },
      {
        kind: 'heading',
        text: t('participation.doc5.list'),
        count: t('participation.doc5.count', { count: list.matching.length, rows: list.rows.length }),
      },
      {
        kind: 'table',
        caption: `${t('participation.doc5.list')} – ${edition}`,
        columns: crossedColumns(words, list.sides),
        rows: list.rows.map((row) => [
          ...sideCells(row.left, row.firstLeft, row.awayLeft, words),
          ...sideCells(row.right, row.firstRight, row.awayRight, words),
        ]),
        empty: t('participation.doc5.file.nobody'),
      },
      { kind: 'heading', text: t('participation.doc5.counts') },
      countsTable(list, words),
      ...pastBlocks(list, words),
      ...workshopsTable(list, words),
    ],
    footer: t('participation.doc5.file.as-of', { date }),
    documentTitle: fullTitle,
    description: t('participation.doc5.file.description', { edition, date }),
    keywords: [],
    date: list.today,
  };
}
