import { countryName } from '#app/features/editions/public.ts';
import type { Intention } from '#app/features/participation/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { printable, printableLine } from '#app/lib/printable.ts';
import type { Inline, Report, ReportBlock, Run } from '#app/platform/documents/report.ts';
import {
  countedIn,
  countsText,
  groupText,
  homeName,
  nameRun,
  nameText,
  type PlanWords,
  planWords,
  roomText,
  slotText,
  speakersOf,
  talksOf,
  workshopText,
} from '../plan-words.ts';
import type { DistributedWorkshop, Distribution, ListedAuthority } from '../use-cases/read-distribution.server.ts';
import { endBlocks, frameOf } from './plan-frame.ts';

const NEXT_LINE: Run = { text: '\n' };

/** Runs set one under the other; those without text are left out. */
function lines(parts: readonly (readonly Run[])[]): Inline {
  return parts
    .filter((part) => part.some(({ text }) => text !== ''))
    .flatMap((part, index) => (index > 0 ? [NEXT_LINE, ...part] : [...part]));
}

/** The slot, the room and the chairs of a workshop. */
function headOf(held: DistributedWorkshop, words: PlanWords): ReportBlock {
  const { t, locale } = words;
  const place = [slotText(held.slot, words), roomText(held, words)].filter(Boolean).join(' · ');
  const chairs = held.chairs.flatMap((chair, index): Run[] => [
    ...(index > 0 ? [{ text: locale === 'ja' ? '、' : ', ' }] : []),
    nameRun(chair, locale, 'strong'),
  ]);
  const label = { text: t('workshops.plan.chairs', { count: held.chairs.length }), style: 'quiet' as const };
  return { kind: 'paragraph', keep: true, text: lines([[{ text: place }], chairs.length > 0 ? [label, ...chairs] : []]) };
}

/** An authority with its name at home beside it. */
function nameLine(intention: Intention, locale: Locale): Run[] {
  const home = homeName(intention, locale);
  return [nameRun(intention, locale, 'strong'), ...(home ? [{ text: ' ' }, { ...home, style: 'quiet' as const }] : [])];
}

/** A talk of one authority, or the joint talk of two: who speaks. */
function speakerCell(talk: readonly ListedAuthority[], { t, locale }: PlanWords): Inline {
  const [first] = talk;
  const twin = first?.partner && !first.joint ? nameText(first.partner, locale) : '';
  return lines([
    ...talk.flatMap(({ intention, chair }) => [
      nameLine(intention, locale),
      chair ? [{ text: t('workshops.plan.chair'), style: 'quiet' as const }] : [],
    ]),
    talk.length > 1 ? [{ text: t('workshops.plan.joint'), style: 'quiet' }] : [],
    twin ? [{ text: t('workshops.plan.with-twin', { twin }), style: 'quiet' }] : [],
  ]);
}

/** The title and the summary of each talk in the language it was written in, and who speaks under the authority. */
function talkCell(talk: readonly ListedAuthority[], { t, locale }: PlanWords): Inline {
  const inTheirs = (lang: Locale) => (lang === locale ? {} : { lang });
  const said = talk.flatMap(({ intention }) => {
    const talks = talksOf(intention).flatMap(({ title, abstract, lang }): Run[][] => [
      title.trim() ? [{ text: printableLine(title), style: 'strong', ...inTheirs(lang) }] : [],
      ...printable(abstract)
        .split('\n')
        .map((line) => [{ text: line.trim(), ...inTheirs(lang) }]),
      abstract.trim() ? [] : [{ text: t('workshops.plan.no-summary'), style: 'quiet' as const }],
    ]);
    const sponsored = printableLine(intention.answers.sponsored);
    return [...talks, sponsored ? [{ text: t('workshops.plan.sponsored', { name: sponsored }), style: 'quiet' as const }] : []];
  });
  const none = talk.every(({ intention }) => talksOf(intention).length === 0);
  return lines([none ? [{ text: t('workshops.plan.no-summary'), style: 'quiet' }] : [], ...said]);
}

/** The talks of a list: a pair that shares its time is one. */
export function talksIn(listed: readonly ListedAuthority[]): ListedAuthority[][] {
  return listed.flatMap((one) => {
    const twin = one.joint ? listed.find(({ organisationId }) => organisationId === one.partnerId) : undefined;
    if (!twin) return [[one]];
    return listed.indexOf(one) < listed.indexOf(twin) ? [[one, twin]] : [];
  });
}

function talksTable(listed: readonly ListedAuthority[], caption: string, words: PlanWords): ReportBlock {
  const { t } = words;
  return {
    kind: 'table',
    caption,
    columns: [
      { label: t('workshops.plan.authority'), width: 32 },
      { label: t('workshops.plan.talk'), width: 68 },
    ],
    rows: talksIn(listed).map((talk) => [speakerCell(talk, words), talkCell(talk, words)]),
    empty: t('workshops.plan.nobody'),
  };
}

/** Those whose later choice a workshop is: their summaries stand where their first choice is. */
function laterBlock(listed: readonly ListedAuthority[], { locale }: PlanWords): ReportBlock {
  const separator = locale === 'ja' ? '、' : ', ';
  return {
    kind: 'paragraph',
    text: listed.flatMap(({ intention }, index) => [...(index > 0 ? [separator] : []), nameRun(intention, locale)]),
  };
}

function workshopBlocks(held: DistributedWorkshop, words: PlanWords): ReportBlock[] {
  const title = workshopText(held, words);
  const [first = { rank: null, listed: [] }, ...later] = held.groups;
  // Where nobody chose it first, the summaries of the others still stand elsewhere.
  const leads = first.rank === null || first.rank === 1;
  const heading = (rank: number | null): ReportBlock[] => {
    const text = groupText(rank, words);
    return text ? [{ kind: 'heading', level: 3, text }] : [];
  };
  return [
    { kind: 'heading', text: title, count: countsText(countedIn(held), words) },
    headOf(held, words),
    ...(leads ? [...heading(first.rank), talksTable(first.listed, title, words)] : []),
    ...(leads ? later : held.groups).flatMap(({ rank, listed }) => [...heading(rank), laterBlock(listed, words)]),
  ];
}

/** Doc 7 as a document for paper or for further editing: who speaks in each workshop, with the summaries given. */
export function doc7Report(distribution: Distribution, lang: Locale): Report {
  const words = planWords(distribution, lang);
  const { t } = words;
  const speakers = speakersOf(distribution);
  const given = speakers.filter((one) => talksOf(one).some(({ abstract }) => abstract.trim() !== ''));
  return {
    ...frameOf('doc-7', words),
    figures: [
      ...distribution.sides.map((side) => ({
        value: String(speakers.filter(({ organisation }) => organisation.country === side).length),
        label: t(`workshops.plan.figure-${distribution.basis.kind}`, { country: countryName(side, lang) }),
      })),
      {
        value: t('workshops.plan.of', { part: given.length, whole: speakers.length }),
        label: t('workshops.plan.figure-summaries'),
      },
    ],
    blocks: [
      ...distribution.workshops.flatMap((held) => workshopBlocks(held, words)),
      ...(distribution.workshops.length === 0 ? [{ kind: 'paragraph' as const, text: t('workshops.plan.no-workshops') }] : []),
      ...endBlocks(words),
    ],
    description: t('workshops.plan.doc-7.description', { theme: printableLine(plainText(distribution.view.edition.theme, lang)) }),
  };
}
