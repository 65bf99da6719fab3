import { countryName } from '#app/features/editions/public.ts';
import type { Intention } from '#app/features/participation/public.server.ts';
import { listText } from '#app/lib/list-text.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import type { Report, ReportBlock } from '#app/platform/documents/report.ts';
import { basisText, editionText, nameRun, type PlanWords } from '../plan-words.ts';

/** The two documents about the distribution over the workshops. */
export const PLAN_DOCUMENTS = ['doc-7', 'doc-8'] as const;
export type PlanDocument = (typeof PLAN_DOCUMENTS)[number];

/** The title of a document with the edition and what it stands on, as a file bears it. */
export function fullTitle(document: PlanDocument, words: PlanWords): string {
  const { t } = words;
  const title = t(`workshops.plan.${document}.title`);
  return t('workshops.plan.full-title', { title, edition: editionText(words), basis: basisText(words) });
}

/** What both documents have around their content; the line of the title says what they stand on. */
export function frameOf(document: PlanDocument, words: PlanWords): Omit<Report, 'figures' | 'blocks' | 'description'> {
  const { t, locale, distribution } = words;
  const { view, basis, placeless } = distribution;
  const [title, edition, stands] = [t(`workshops.plan.${document}.title`), editionText(words), basisText(words)];
  const number = t(`workshops.plan.${document}.short`);
  return {
    ...{ lang: locale, kicker: `${edition} · ${number}`, title, subtitle: stands, running: [edition, title], orientation: 'portrait' },
    facts: [
      { label: t('workshops.plan.dates'), value: formatPartialDate(view.edition.dates, locale) },
      { label: t('workshops.plan.version'), value: t(placeless ? 'workshops.plan.for-organisers' : 'workshops.plan.for-all') },
    ],
    footer: stands,
    author: printableLine(plainText(view.series.name, locale)),
    documentTitle: fullTitle(document, words),
    keywords: [title, edition],
    date: basis.day,
  };
}

/** The choices of an authority by number, in its order. */
export function choicesText({ answers }: Intention, { locale, distribution: { view } }: PlanWords): string {
  return listText(
    answers.choices.flatMap((id) => view.workshops.find((workshop) => workshop.id === id)?.number ?? []),
    locale,
  );
}

/** The end of both documents: who comes without speaking; for organisers, who has no place. */
export function endBlocks(words: PlanWords): ReportBlock[] {
  const { t, locale, distribution } = words;
  const { listening, placeless } = distribution;
  const row = (one: Intention) => [
    [nameRun(one, locale, 'strong')],
    countryName(one.organisation.country, locale),
    choicesText(one, words),
  ];
  const table = (title: string, count: string, ones: readonly Intention[]): ReportBlock[] => [
    { kind: 'heading', text: title, count },
    {
      kind: 'table',
      caption: title,
      columns: [
        { label: t('workshops.plan.authority'), width: 56 },
        { label: t('workshops.plan.country'), width: 22 },
        { label: t('workshops.plan.choices'), width: 22 },
      ],
      rows: ones.map(row),
      empty: t('workshops.plan.nobody'),
    },
  ];
  const authorities = (ones: readonly Intention[]) => t('workshops.plan.authorities', { count: ones.length });
  return [
    ...(listening.length > 0 ? table(t('workshops.plan.listening'), authorities(listening), listening) : []),
    ...(placeless ? table(t(`workshops.plan.placeless-${distribution.basis.kind}`), authorities(placeless), placeless) : []),
  ];
}
