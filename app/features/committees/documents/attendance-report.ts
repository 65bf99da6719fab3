import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { bounds, formatPartialDate, type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import type { Inline, Report, ReportBlock, ReportColumn } from '#app/platform/documents/report.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import type { AttendanceSheet, AttendanceSheetRow, AttendanceStatus, SideCount } from '../domain/attendance-sheet.ts';
import { homonyms, nameRuns, organisationRun, roleRun, standInName } from './attendance-names.ts';
import { type AttendanceOrder, inOrder, usualOrder } from './attendance-order.ts';
import { documentTexts } from './catalogues.ts';

/** What a caller may choose. */
export type AttendanceChoices = {
  /** `YYYY-MM-DD`: the day whose state the list shows; from the clock of the use case, never the machine's. */
  asOf: string;
  /** Default: the habit of the language, see {@link usualOrder}. */
  order?: AttendanceOrder;
  /** Mailboxes by row. Left out by default: they are personal data, which a list of who was there does not need. */
  mailboxes?: Readonly<Record<string, string>>;
};

/** Formats one of these documents' messages. */
export type Words = Translate<Extract<keyof typeof documentTexts.en, string>>;

/** The words of these documents in a language. */
export function documentWords(lang: Locale): Words {
  return translator(lang, documentTexts);
}

/** A count as its language writes it. */
export function countText(count: number, lang: Locale): string {
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang).format(count);
}

/** The meeting's date in words, with its local time when known. */
export function meetingDate(sheet: AttendanceSheet, lang: Locale): string {
  const date = formatPartialDate(sheet.meeting.date, lang, { weekday: true });
  const time = sheet.meeting.startTime;
  return time === null
    ? date
    : documentWords(lang)('committees.documents.dateAndTime', {
        date,
        time: localTime(time, lang),
      });
}

/** `14:30` as each language writes it: 14 h 30, 14:30, 14時30分. */
function localTime(time: string, lang: Locale): string {
  const [hours = '', minutes = ''] = time.split(':');
  if (lang === 'fr') return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
  return lang === 'ja' ? `${Number(hours)}時${minutes === '00' ? '' : `${minutes}分`}` : time;
}

/** The meeting's title, with its number in the series where there is one. */
export function meetingTitle(sheet: AttendanceSheet, lang: Locale): string {
  const title = printableLine(plainText(sheet.meeting.title, lang));
  const number = sheet.meeting.numberInSeries;
  return number === null ? title : documentWords(lang)('committees.documents.numbered', { title, number });
}

/** The facts of the meeting, label and value, in the order of the document. */
export function meetingFacts(sheet: AttendanceSheet, lang: Locale): { label: string; value: string }[] {
  const t = documentWords(lang);
  const place = printableLine(plainText(sheet.meeting.place, lang));
  return [
    {
      label: t('committees.documents.committee'),
      value: printableLine(plainText(sheet.committee.title, lang)),
    },
    { label: t('committees.documents.date'), value: meetingDate(sheet, lang) },
    {
      label: t('committees.documents.mode'),
      value: t(`committees.documents.mode.${sheet.meeting.mode}`),
    },
    ...(place === '' ? [] : [{ label: t('committees.documents.place'), value: place }]),
  ];
}

/** The figures of one side of the list, each with what it counts. */
function sideFigures(side: SideCount, status: AttendanceStatus, lang: Locale): { value: number; label: string; note: string }[] {
  const t = documentWords(lang);
  const present = status === 'present';
  const authorities = present ? 'committees.documents.figure.presentAuthorities' : 'committees.documents.figure.excusedAuthorities';
  const define = present ? 'committees.documents.define.present' : 'committees.documents.define.excused';
  const besides = [
    t(define),
    t('committees.documents.define.others', { count: side.otherOrganisations }),
    t('committees.documents.define.unrecognised', { count: side.unrecognised }),
  ];
  return [
    {
      value: side.persons,
      label: t(present ? 'committees.documents.figure.present' : 'committees.documents.figure.excused', { count: side.persons }),
      note: t('committees.documents.define.persons', {
        rows: side.rows === side.persons ? 0 : side.rows,
      }),
    },
    {
      value: side.authorities,
      label: t(authorities, { count: side.authorities }),
      note: besides.filter(Boolean).join(lang === 'ja' ? '' : ' '),
    },
  ];
}

/** The figures of the list, present and excused, each with its definition; from the sheet's own counts. */
export function attendanceFigures(sheet: AttendanceSheet, lang: Locale): { value: number; label: string; note: string }[] {
  return [...sideFigures(sheet.counts.present, 'present', lang), ...sideFigures(sheet.counts.excused, 'excused', lang)];
}

function columns(t: Words, withMailboxes: boolean): ReportColumn[] {
  return [
    { label: t('committees.documents.column.organisation'), width: 32 },
    { label: t('committees.documents.column.name'), width: 30 },
    { label: t('committees.documents.column.role'), width: 38 },
    ...(withMailboxes ? [{ label: t('committees.documents.column.mailbox'), width: 33 }] : []),
  ];
}

/** Japanese lists put the function before the name (団体名・役職・氏名), the others the name before the function. */
function arrange<Item>(cells: readonly Item[], lang: Locale): Item[] {
  const [organisation, name, role, ...rest] = cells as [Item, Item, Item, ...Item[]];
  return lang === 'ja' ? [organisation, role, name, ...rest] : [organisation, name, role, ...rest];
}

/** An organisation's name; where another one of the list bears it too, what was printed tells the two apart. */
function organisationCell({ organisation }: AttendanceSheetRow, shared: ReadonlySet<string>, lang: Locale): Inline {
  const run = organisationRun(organisation, lang);
  return shared.has(run.text) ? [run, { text: ` (${printableLine(organisation.printed)})`, style: 'quiet' }] : run;
}

function section(sheet: AttendanceSheet, status: AttendanceStatus, lang: Locale, choices: AttendanceChoices): ReportBlock[] {
  const t = documentWords(lang);
  const order = choices.order ?? usualOrder(lang);
  const rows = inOrder(
    sheet.rows.filter((row) => row.status === status),
    order,
    lang,
  );
  const source = sheet.meeting.title.source;
  const shared = homonyms(sheet.rows, lang);
  const cells = (row: AttendanceSheetRow): Inline[] => [
    organisationCell(row, shared, lang),
    nameRuns(row, lang),
    roleCell(row, source, lang),
    ...(choices.mailboxes ? [printableLine(choices.mailboxes[row.id] ?? '')] : []),
  ];
  const heading = t(`committees.documents.${status}`);
  return [
    {
      kind: 'heading',
      text: heading,
      count: t('committees.documents.people', {
        count: sheet.counts[status].persons,
      }),
    },
    {
      kind: 'table',
      caption: `${heading} – ${meetingTitle(sheet, lang)}`,
      columns: arrange(columns(t, choices.mailboxes !== undefined), lang),
      rows: rows.map((row) => arrange(cells(row), lang)),
      mergeFirst: order !== 'printed',
      empty: t('committees.documents.nobody'),
    },
  ];
}

/** Said above the tables: how the list is ordered and, outside the language of the record, that functions stay as written. */
function preamble(sheet: AttendanceSheet, lang: Locale, order: AttendanceOrder): ReportBlock[] {
  const t = documentWords(lang);
  const notes = [t(`committees.documents.order.${order}`)];
  if (sheet.meeting.title.source !== lang) notes.push(t('committees.documents.asWritten'));
  return [{ kind: 'note', text: notes.join(lang === 'ja' ? '' : ' ') }];
}

/** The day that stamps the file: the meeting's, or the state's when the meeting's is unknown. */
function stamp(date: PartialDate, asOf: string): string {
  return bounds(date)?.first ?? asOf;
}

/** The title that stands alone in a file's metadata: list, meeting and date. */
export function documentTitle(sheet: AttendanceSheet, lang: Locale): string {
  const t = documentWords(lang);
  const date = formatPartialDate(sheet.meeting.date, lang);
  return t('committees.documents.fullTitle', {
    title: t('committees.documents.title'),
    meeting: meetingTitle(sheet, lang),
    date,
  });
}

/** The attendance list as a document for paper or for further editing: present, then excused, with facts and figures. */
export function attendanceReport(sheet: AttendanceSheet, lang: Locale, choices: AttendanceChoices): Report {
  const t = documentWords(lang);
  const title = t('committees.documents.title');
  const meeting = meetingTitle(sheet, lang);
  const edition = printableLine(plainText(sheet.edition.title, lang));
  const date = formatPartialDate(sheet.meeting.date, lang);
  return {
    lang,
    kicker: edition,
    title,
    subtitle: meeting,
    running: [edition, documentTitle(sheet, lang)],
    facts: meetingFacts(sheet, lang),
    figures: attendanceFigures(sheet, lang).map((figure) => ({
      ...figure,
      value: countText(figure.value, lang),
    })),
    blocks: [
      ...preamble(sheet, lang, choices.order ?? usualOrder(lang)),
      ...section(sheet, 'present', lang, choices),
      ...section(sheet, 'excused', lang, choices),
    ],
    footer: t('committees.documents.asOf', {
      date: formatPartialDate(partialDate(choices.asOf), lang),
    }),
    orientation: choices.mailboxes ? 'landscape' : 'portrait',
    author: printableLine(plainText(sheet.committee.title, lang)),
    documentTitle: documentTitle(sheet, lang),
    description: t('committees.documents.description', { meeting, date }),
    keywords: [],
    date: stamp(sheet.meeting.date, choices.asOf),
  };
}

/** The function, and who stood in for somebody excused. */
function roleCell(row: AttendanceSheetRow, source: Locale, lang: Locale): Inline {
  const role = roleRun(row, source, lang);
  const name = standInName(row, lang);
  if (name === '') return role;
  const standIn = documentWords(lang)('committees.documents.stand-in', { name });
  return role.text === '' ? standIn : [role, { text: '\n' }, standIn];
}
