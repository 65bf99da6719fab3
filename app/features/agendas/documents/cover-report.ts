import type { MeetingInCommittee } from '#app/features/committees/public.server.ts';
import { spanText } from '#app/features/committees/public.ts';
import { listText } from '#app/lib/list-text.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import type { Inline, Report, ReportBlock } from '#app/platform/documents/report.ts';
import type { Agenda, AgendaItem } from '../queries.server.ts';
import { speakerText } from '../speaker-text.ts';
import { agendasTexts } from '../texts.ts';
import { type Sheet, sheetReport } from './document-report.ts';

/** What the first pages of a file show. `pages`: on which page of the file each document begins, by its identifier. */
export type Cover = {
  found: MeetingInCommittee;
  agenda: Agenda;
  /** Names of the persons that the meeting names, by identifier, in the language of the sheet. */
  names: ReadonlyMap<string, string>;
  pages: ReadonlyMap<string, number>;
};

/** The first pages: the meeting's facts, its agenda, the list of documents with their pages. */
export function coverReport({ found, agenda, names, pages }: Cover, sheet: Sheet): Report {
  const t = agendasTexts(sheet.lang);
  const { lang } = sheet;
  const { items, documents } = agenda;
  const timed = items.some(({ minutes }) => minutes !== null);
  const blocks: ReportBlock[] = [
    { kind: 'heading', text: t('agendas.file.items'), ...totalOf(items, sheet) },
    {
      kind: 'table',
      caption: t('agendas.file.items'),
      columns: [
        { label: '', width: 5 },
        { label: t('agendas.file.item'), width: timed ? 60 : 67 },
        { label: t('agendas.file.speakers'), width: 28 },
        ...(timed ? [{ label: t('agendas.file.minutes'), width: 7, align: 'end' as const }] : []),
      ],
      rows: items.map((item, i) => itemRow(item, i + 1, agenda, sheet).slice(0, timed ? 4 : 3)),
      empty: t('agendas.file.no-items'),
    },
    { kind: 'heading', text: t('agendas.documents.title'), count: t('agendas.documents.caption', { count: documents.length }) },
    {
      kind: 'table',
      caption: t('agendas.documents.title'),
      columns: [
        { label: t('agendas.documents.number'), width: 14 },
        { label: t('agendas.documents.name'), width: 74 },
        { label: t('agendas.file.page'), width: 12, align: 'end' },
      ],
      rows: documents.map(({ id, number, title }) => [t('agendas.doc', { number }), plainText(title, lang), String(pages.get(id) ?? '')]),
      empty: t('agendas.file.no-documents'),
    },
  ];
  return { ...sheetReport(sheet, t('agendas.file.title'), blocks), facts: factsOf(found, names, sheet) };
}

function totalOf(items: readonly AgendaItem[], { lang }: Sheet): { count?: string } {
  if (items.length === 0) return {};
  return { count: agendasTexts(lang)('agendas.total', { count: items.length, minutes: minutesOf(items) }) };
}

/** What an agenda is meant to take; 0 where one of its items does not say. */
export function minutesOf(items: readonly AgendaItem[]): number {
  return items.some(({ minutes }) => minutes === null) ? 0 : items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

function itemRow(
  { title, note, speakers, minutes, documentIds }: AgendaItem,
  number: number,
  { documents }: Agenda,
  { lang }: Sheet,
): Inline[] {
  const t = agendasTexts(lang);
  const named = documents.filter(({ id }) => documentIds.includes(id)).map((document) => t('agendas.doc', { number: document.number }));
  const under = [...(plainText(note, lang) ? [plainText(note, lang)] : []), ...(named.length > 0 ? [listText(named, lang)] : [])];
  const text = [
    { text: plainText(title, lang), style: 'strong' as const },
    ...under.flatMap((line) => ['\n', { text: line, style: 'quiet' as const }]),
  ];
  const speaking = speakers.map((speaker) => speakerText(speaker, lang)).filter(Boolean);
  const names = speaking.flatMap((name, i) => (i > 0 ? ['\n', name] : [name]));
  return [String(number), text, names, minutes === null ? '' : String(minutes)];
}

function factsOf({ meeting, committee }: MeetingInCommittee, names: ReadonlyMap<string, string>, { lang }: Sheet): Report['facts'] {
  const t = agendasTexts(lang);
  const hours = spanText(meeting.startTime, meeting.endTime, lang);
  const facts = [
    { label: t('agendas.file.committee'), value: plainText(committee.name, lang) },
    { label: t('agendas.file.date'), value: formatPartialDate(meeting.date, lang, { weekday: true }) },
    { label: t('agendas.file.hours'), value: hours && t('agendas.file.hours-in', { hours, zone: zoneName(meeting.timeZone, lang) }) },
    { label: t('agendas.file.how'), value: t(`agendas.mode.${meeting.mode}`) },
    { label: t('agendas.file.place'), value: plainText(meeting.place, lang) },
    { label: t('agendas.file.chair'), value: names.get(meeting.chairId ?? '') ?? '' },
    { label: t('agendas.file.minute-taker'), value: names.get(meeting.minuteTakerId ?? '') ?? '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** The name of a zone in a language: Central European Time. */
function zoneName(timeZone: string, lang: Sheet['lang']): string {
  const parts = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
