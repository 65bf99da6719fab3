import { displayName } from '#app/features/authorities/public.ts';
import { meetingHead } from '#app/features/committees/public.server.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText, type ReadText, readText } from '#app/lib/localised-text.ts';
import { bounds, formatPartialDate } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { minutesOf } from './documents/cover-report.ts';
import { documentTitle } from './documents/document-report.ts';
import type { AgendaItem, MeetingDocument, VoicedNote } from './queries.server.ts';
import { speakerText } from './speaker-text.ts';
import { agendasTexts } from './texts.ts';
import type { AgendaView } from './use-cases/read-agenda.server.ts';

/** What every page of a meeting's agenda needs: its head, and what of the agenda the reader sees in words. */
export function agendaModel(ctx: Ctx, view: AgendaView) {
  const { locale } = ctx;
  const { found, items, documents, notes, mayEdit, mayRecord, previous } = view;
  const { date } = found.meeting;
  return {
    ...{ locale, head: meetingHead(ctx, found), mayEdit, mayRecord },
    // A month or a range is a date that can be worked with; "to be confirmed" is none.
    undated: bounds(date) === null,
    previous: previous && (readText(previous.title, locale)?.text ?? ''),
    minutes: minutesOf(items),
    items: items.map((item) => shownItem(item, documents, locale)),
    documents: documents.map((document) => shownDocument(document, locale)),
    notes: notes.map((note) => shownNote(note, mayRecord, locale)),
    voiced: { committeeId: found.committee.id, edition: found.edition.slug },
  };
}

export type AgendaModel = ReturnType<typeof agendaModel>;
export type ShownDocument = ReturnType<typeof shownDocument>;
export type ShownNote = ReturnType<typeof shownNote>;

/** An item in words. */
function shownItem(
  { id, title, note, minutes, speakers, documentIds, revision }: AgendaItem,
  documents: readonly MeetingDocument[],
  locale: Locale,
) {
  const t = agendasTexts(locale);
  return {
    ...{ id, revision, title: readText(title, locale), note: readText(note, locale) },
    minutes: minutes === null ? null : t('agendas.minutes', { count: minutes }),
    speakers: listText(speakers.map((speaker) => speakerText(speaker, locale)).filter(Boolean), locale),
    documents: documents
      .filter((document) => documentIds.includes(document.id))
      .map((document) => ({
        id: document.id,
        label: t('agendas.doc', { number: document.number }),
        title: documentTitle(document, locale),
      })),
  };
}

/** A document in words. */
function shownDocument(document: MeetingDocument, locale: Locale) {
  const { id, number, kind, title, files, revision } = document;
  const t = agendasTexts(locale);
  const formats = files.map(({ type, lang }) => `${FORMATS[type] ?? ''} (${languageShort(lang, locale)})`);
  return {
    ...{
      id,
      number,
      kind,
      revision,
      title: readText(title, locale),
      label: t('agendas.doc', { number }),
      full: documentTitle(document, locale),
    },
    kindText: kind === 'file' ? listText(formats, locale) : t(`agendas.kind.${kind}`),
  };
}

const FORMATS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
};

/** The language of a file in a word. */
export function languageShort(lang: string, locale: Locale): string {
  return lang === 'mul'
    ? agendasTexts(locale)('agendas.document.several')
    : (new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang);
}

/** A note in words, with the page on which it is changed for those who may. */
export function shownNote(note: VoicedNote, mayRecord: boolean, locale: Locale) {
  const t = agendasTexts(locale);
  const organisation = note.organisation && displayName(note.organisation.names, locale).text;
  const person = speakerText({ label: note.byLabel, name: note.byLabel ? null : note.personName }, locale);
  const outcome = plainText(note.outcome, locale);
  const settled = note.settledOn && formatPartialDate(note.settledOn, locale);
  return {
    ...{ id: note.id, kind: note.kind, state: note.state, committeeId: note.committeeId, text: readText(note.text, locale) as ReadText },
    by: listText([person, organisation ?? ''].filter(Boolean), locale),
    source: sourceText(note, locale),
    outcome:
      outcome && (settled ? t('agendas.voiced.outcome-on', { date: settled, outcome }) : t('agendas.voiced.outcome-of', { outcome })),
    href: mayRecord ? `/${locale}/desk/voiced/${note.id}` : null,
  };
}

/** Where a note comes from: the meeting, the mail, the paragraph. */
function sourceText({ meetingTitle, mailDate, source }: VoicedNote, locale: Locale): string {
  const t = agendasTexts(locale);
  const mail = mailDate && t('agendas.voiced.mail-of', { date: formatPartialDate(mailDate, locale) });
  return [plainText(meetingTitle, locale), mail ?? '', plainText(source, locale)].filter(Boolean).join(' · ');
}
