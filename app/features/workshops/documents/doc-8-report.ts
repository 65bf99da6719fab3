import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Inline, Report, ReportBlock } from '#app/platform/documents/report.ts';
import { type CrossedLine, crossLines } from '../domain/distribution.ts';
import {
  countedIn,
  countOf,
  countsText,
  groupText,
  nameRun,
  type PlanWords,
  planWords,
  roomText,
  slotText,
  speakersOf,
  workshopText,
} from '../plan-words.ts';
import type { DistributedWorkshop, Distribution, ListedAuthority } from '../use-cases/read-distribution.server.ts';
import { endBlocks, frameOf } from './plan-frame.ts';

/** A line of a workshop's two columns, with the choice that it belongs to. */
export type ShortLine = CrossedLine<ListedAuthority> & { rank: number | null };

/** The lines of a workshop: first choices before second ones, each in two columns. */
export function shortLines({ groups }: DistributedWorkshop, { sides }: Distribution): ShortLine[] {
  return groups.flatMap(({ rank, listed }) =>
    crossLines(listed, sides[1], ({ intention }) => intention.organisation.country).map((line) => ({ ...line, rank })),
  );
}

function nameCell(one: ListedAuthority | null, { t, locale }: PlanWords): Inline {
  if (!one) return '';
  const name = nameRun(one.intention, locale, 'strong');
  return one.chair ? [name, { text: ` ${t('workshops.plan.chair-mark')}`, style: 'quiet' }] : [name];
}

function workshopTable(held: DistributedWorkshop, words: PlanWords): ReportBlock {
  const { t, locale, distribution } = words;
  const rows = shortLines(held, distribution);
  const ranked = rows.some(({ rank }) => rank !== null);
  const [left, right] = distribution.sides.map((side) => countryName(side, locale));
  return {
    kind: 'table',
    caption: workshopText(held, words),
    columns: [
      ...(ranked ? [{ label: t('workshops.plan.choice'), width: 16 }] : []),
      { label: left ?? '', width: 38 },
      { label: t('workshops.plan.pair'), width: 14 },
      { label: right ?? '', width: 38 },
    ],
    rows: rows.map(({ rank, left: one, right: other, together }) => [
      ...(ranked ? [{ text: groupText(rank, words), style: 'quiet' as const }] : []),
      nameCell(one, words),
      together ? { text: t('workshops.plan.together'), style: 'quiet' as const } : '',
      nameCell(other, words),
    ]),
    empty: t('workshops.plan.nobody'),
  };
}

/** The slots in their order with their workshops; those without a time at the end. */
export function bySlot({ view, workshops }: Distribution): { slot: DistributedWorkshop['slot']; held: DistributedWorkshop[] }[] {
  const slots = [...view.slots, null].map((slot) => ({
    slot,
    held: workshops.filter((one) => (one.slot?.id ?? null) === (slot?.id ?? null)),
  }));
  return slots.filter(({ held }) => held.length > 0);
}

/** How many of each country speak in each workshop, and in all: nobody counts twice. */
export function countRows(words: PlanWords): { label: string; held: DistributedWorkshop | null; values: number[] }[] {
  const { t, distribution } = words;
  const row = (listed: readonly ListedAuthority[]) => [...distribution.sides.map((side) => countOf(listed, side)), listed.length];
  const all = distribution.workshops.flatMap(countedIn);
  return [
    ...distribution.workshops.map((held) => ({ label: workshopText(held, words), held, values: row(countedIn(held)) })),
    { label: t('workshops.plan.total'), held: null, values: row([...new Map(all.map((one) => [one.organisationId, one])).values()]) },
  ];
}

/** The title of the counts: those who speak, or first choices. */
export function countsTitle({ t, distribution }: PlanWords): string {
  const ranked = distribution.workshops.some(({ groups }) => groups.some(({ rank }) => rank !== null));
  return t(ranked ? 'workshops.plan.counts-first' : 'workshops.plan.counts');
}

function countsTable(words: PlanWords): ReportBlock[] {
  const { t, locale, distribution } = words;
  const caption = countsTitle(words);
  return [
    { kind: 'heading', text: caption },
    {
      kind: 'table',
      caption,
      columns: [
        { label: t('workshops.plan.workshop'), width: 55 },
        ...distribution.sides.map((side) => ({ label: countryName(side, locale), width: 15, align: 'end' as const })),
        { label: t('workshops.plan.total'), width: 15, align: 'end' },
      ],
      rows: countRows(words).map(({ label, held, values }) => [
        held ? label : { text: label, style: 'strong' as const },
        ...values.map(String),
      ]),
      empty: t('workshops.plan.no-workshops'),
    },
  ];
}

/** Doc 8 as a document for paper or for further editing: per slot and workshop the two countries side by side. */
export function doc8Report(distribution: Distribution, lang: Locale): Report {
  const words = planWords(distribution, lang);
  const { t } = words;
  const speakers = speakersOf(distribution);
  return {
    ...frameOf('doc-8', words),
    figures: distribution.sides.map((side) => ({
      value: String(speakers.filter(({ organisation }) => organisation.country === side).length),
      label: t(`workshops.plan.figure-${distribution.basis.kind}`, { country: countryName(side, lang) }),
    })),
    blocks: [
      ...bySlot(distribution).flatMap(({ slot, held }): ReportBlock[] => [
        { kind: 'heading', text: slotText(slot, words) },
        ...held.flatMap((one): ReportBlock[] => {
          const room = roomText(one, words);
          return [
            { kind: 'heading', level: 3, text: workshopText(one, words), count: countsText(countedIn(one), words) },
            ...(room ? [{ kind: 'note' as const, text: room, keep: true }] : []),
            workshopTable(one, words),
          ];
        }),
      ]),
      ...countsTable(words),
      ...endBlocks(words),
    ],
    description: t('workshops.plan.doc-8.description'),
  };
}
