import type { MeetingInCommittee } from '#app/features/committees/public.server.ts';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { countryName, editionName } from '#app/features/editions/public.ts';
import type { TextDocument } from '#app/features/texts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { bounds, formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import type { ProseBlock, ProseDocument, ProseRun } from '#app/platform/documents/prose.ts';
import type { MinutesAnnexes } from '../annexes.server.ts';
import { type MinutesTranslate, minutesTexts } from '../texts.ts';
import { minutesBlocks } from './blocks.ts';

/** The seal of approved minutes as it is printed: which sides said yes, by whom where the name is still known, and when. */
export type PrintedSeal = {
  hash: string;
  version: number;
  sealedOn: string;
  approvals: readonly { side: string; name: string | null; on: string; bySilence: boolean }[];
};

export type PrintedErratum = { insteadOf: string; read: string; reason: string; on: string };

/** Minutes as they are printed: what was frozen, or the draft as it stands. */
export type MinutesContent = {
  lang: Locale;
  found: MeetingInCommittee;
  view: EditionView;
  chair: string | null;
  document: TextDocument;
  annexes: MinutesAnnexes;
  /** The version before the members, or null for a draft; `seal` once it is approved. */
  version: number | null;
  seal: PrintedSeal | null;
  errata: readonly PrintedErratum[];
  /** `YYYY-MM-DD`: the day whose state a draft shows. */
  today: string;
};

const dayText = (day: string, lang: Locale) => formatPartialDate(partialDate(day), lang);

/**
 * Minutes in the form of printed ones: the edition with its dates and city, the title with the meeting, the text with its annexes, at the end
 * who approved it, the seal and the errata. Japanese ones are a 議事録: facts of the meeting first, numbered headings, 以上 at the end.
 */
export function minutesProse(content: MinutesContent): ProseDocument {
  const { lang, found, view, document, annexes, seal, version, today } = content;
  const t = minutesTexts(lang);
  const { meeting } = found;
  const [edition, title] = [editionLine(view, lang, t), printableLine(plainText(meeting.title, lang))];
  const date = formatPartialDate(meeting.date, lang);
  const asOf = seal?.sealedOn ?? today;
  return {
    lang,
    kicker: edition,
    title: t('minutes.title'),
    subtitle: t('minutes.doc.subtitle', { meeting: title, date, mode: t(`minutes.mode.${meeting.mode}`) }),
    running: [t('minutes.title-of', { meeting: title }), date],
    facts: lang === 'ja' ? facts(content, t) : [],
    stamp: seal ? null : version === null ? t('minutes.doc.draft') : t('minutes.doc.proposed', { number: version }),
    blocks: [
      ...minutesBlocks(document, annexes, { lang, asOf }),
      ...(lang === 'ja' ? [{ kind: 'paragraph', tone: 'end', runs: [{ text: t('minutes.doc.end') }] } as const] : []),
      ...(seal ? approval(seal, lang, t) : []),
      ...errata(content, t),
    ],
    footer: foot(content, t),
    author: printableLine(plainText(found.committee.name, lang)),
    documentTitle: t('minutes.title-of', { meeting: title }),
    description: t('minutes.doc.description', { meeting: title, date }),
    keywords: [],
    date: seal?.sealedOn ?? bounds(meeting.date)?.first ?? today,
  };
}

function editionLine({ series, edition }: EditionView, lang: Locale, t: MinutesTranslate): string {
  const name = editionName(series.editionName, edition.title, edition.ordinal, lang).text;
  const city = plainText(edition.city, lang) || 'none';
  return printableLine(t('minutes.doc.edition', { edition: name, dates: formatPartialDate(edition.dates, lang), city }));
}

function facts({ found, lang, chair, annexes }: MinutesContent, t: MinutesTranslate): ProseDocument['facts'] {
  const { meeting } = found;
  const date = formatPartialDate(meeting.date, lang, { weekday: true });
  const hours = [meeting.startTime, meeting.endTime].filter(Boolean).join('～');
  const where = [plainText(meeting.place, lang), t(`minutes.mode.${meeting.mode}`)].filter(Boolean).join('、');
  const counts = annexes.attendance?.counts;
  return [
    { label: t('minutes.doc.fact.when'), value: hours ? t('minutes.doc.time', { date, time: hours }) : date },
    { label: t('minutes.doc.fact.where'), value: printableLine(where) },
    ...(chair ? [{ label: t('minutes.doc.fact.chair'), value: printableLine(chair) }] : []),
    ...(counts
      ? [
          {
            label: t('minutes.doc.fact.attendance'),
            value: t('minutes.doc.counts', { present: counts.present.persons, excused: counts.excused.persons }),
          },
        ]
      : []),
  ];
}

const heading = (text: string): ProseBlock => ({ kind: 'heading', level: 2, runs: [{ text }] });
const line = (text: string): ProseBlock => ({ kind: 'paragraph', runs: [{ text }] });

function approval({ hash, version, sealedOn, approvals }: PrintedSeal, lang: Locale, t: MinutesTranslate): ProseBlock[] {
  const said = approvals.map(({ side, name, on, bySilence }) => {
    const values = { side: countryName(side, lang), date: dayText(on, lang), name: printableLine(name ?? '') };
    if (bySilence) return t('minutes.doc.approved-by-silence', values);
    return values.name ? t('minutes.doc.approved-by', values) : t('minutes.doc.approved-unnamed', values);
  });
  const groups = (hash.match(/.{1,8}/g) ?? []).join(' ');
  return [
    heading(t('minutes.doc.approval')),
    { kind: 'list', ordered: false, items: said.map((text) => [line(text)]) },
    {
      kind: 'paragraph',
      tone: 'note',
      runs: [{ text: t('minutes.doc.sealed', { number: version, date: dayText(sealedOn, lang) }) }, { lineBreak: true }, { text: groups }],
    },
  ];
}

function errata({ errata: found, lang }: MinutesContent, t: MinutesTranslate): ProseBlock[] {
  if (found.length === 0) return [];
  const items = found.map(({ insteadOf, read, reason, on }) => {
    const how = insteadOf === '' ? 'add' : read === '' ? 'drop' : 'change';
    const text = t('minutes.doc.erratum', { how, insteadOf, read, reason, date: dayText(on, lang) });
    return [{ kind: 'paragraph', runs: [{ text } satisfies ProseRun] } as const];
  });
  return [heading(t('minutes.doc.errata')), { kind: 'list', ordered: true, items }];
}

/** The foot of every page says what state is seen: a loose page of a draft is never taken for the approved text. */
function foot({ seal, version, lang, today }: MinutesContent, t: MinutesTranslate): string {
  if (seal) return t('minutes.doc.foot.sealed', { date: dayText(seal.sealedOn, lang), hash: seal.hash.slice(0, 16) });
  return version === null
    ? t('minutes.doc.foot.draft', { date: dayText(today, lang) })
    : t('minutes.doc.foot.proposed', { number: version });
}
