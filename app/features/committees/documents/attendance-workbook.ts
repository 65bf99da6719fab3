import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { bounds } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import type { CellValue, Sheet, SheetColumn, Workbook } from '#app/platform/documents/tabular.ts';
import type { AttendanceSheet, AttendanceSheetRow } from '../domain/attendance-sheet.ts';
import { nativeName, organisationName, standInName } from './attendance-names.ts';
import { inOrder, usualOrder } from './attendance-order.ts';
import {
  type AttendanceChoices,
  attendanceFigures,
  documentTitle,
  documentWords,
  meetingDate,
  meetingFacts,
  meetingTitle,
  type Words,
} from './attendance-report.ts';

/** A column of the list: its header, its width in characters, and what it holds. */
type ListColumn = SheetColumn & {
  cell: (row: AttendanceSheetRow) => CellValue;
};

type ColumnKey<Key = Parameters<Words>[0]> = Key extends `committees.documents.column.${infer Name}` ? Name : never;

/** Makes a column from the last part of its header's message key. */
function columnsOf(t: Words): (key: ColumnKey, width: number, cell: ListColumn['cell']) => ListColumn {
  return (key, width, cell) => ({ label: t(`committees.documents.column.${key}`), width, cell });
}

/** A country's name in the language of the list. */
function countryName(code: string | null, lang: Locale): string {
  return code === null ? '' : (new Intl.DisplayNames(lang, { type: 'region', fallback: 'code' }).of(code) ?? code);
}

function ranks(rows: readonly AttendanceSheetRow[]): Map<string, number> {
  return new Map(rows.map((row, index) => [row.id, index + 1]));
}

/** The columns that name the person; Japanese lists put the native name first and omit honorifics. */
function personColumns(t: Words, lang: Locale): ListColumn[] {
  const column = columnsOf(t);
  const latin = [
    column('familyName', 22, (row) => printableLine(row.familyName).toLocaleUpperCase('fr')),
    column('givenName', 16, (row) => printableLine(row.givenName)),
  ];
  const native = [column('nativeName', 16, nativeName), column('kana', 18, (row) => row.native?.kana ?? '')];
  if (lang === 'ja') return [...native, ...latin];
  return [column('civility', 11, (row) => printableLine(row.civility ?? '')), ...latin, ...native];
}

function organisationColumns(t: Words, lang: Locale): ListColumn[] {
  const column = columnsOf(t);
  return [
    column('organisation', 44, (row) => organisationName(row.organisation, lang).text),
    column('country', 12, (row) => countryName(row.organisation.country, lang)),
    column('printed', 48, (row) => row.organisation.printed),
    column('system', 12, (row) => row.organisation.system),
    column('code', 12, (row) => row.organisation.code),
  ];
}

function listColumns(sheet: AttendanceSheet, lang: Locale, { mailboxes }: AttendanceChoices): ListColumn[] {
  const t = documentWords(lang);
  const column = columnsOf(t);
  const printed = ranks(sheet.rows);
  const official = ranks(inOrder(sheet.rows, 'official', lang));
  return [
    column('number', 6, (row) => printed.get(row.id) ?? null),
    column('status', 10, (row) => t(`committees.documents.status.${row.status}`)),
    ...personColumns(t, lang),
    column('role', 50, (row) => row.role),
    ...(sheet.rows.some(({ representedBy }) => representedBy) ? [column('standIn', 30, (row) => standInName(row, lang))] : []),
    ...organisationColumns(t, lang),
    column('official', 10, (row) => official.get(row.id) ?? null),
    ...(mailboxes ? [column('mailbox', 40, (row) => mailboxes[row.id] ?? '')] : []),
  ];
}

/** The list as rows that can be filtered and computed with: present, then excused, each in the order asked for. */
export function attendanceSheet(sheet: AttendanceSheet, lang: Locale, choices: AttendanceChoices): Sheet {
  const columns = listColumns(sheet, lang, choices);
  const ordered = inOrder(sheet.rows, choices.order ?? usualOrder(lang), lang);
  const rows = [...ordered.filter((row) => row.status === 'present'), ...ordered.filter((row) => row.status === 'excused')];
  return {
    name: documentWords(lang)('committees.documents.sheet.list'),
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: rows.map((row) => columns.map((column) => column.cell(row))),
  };
}

/** The meeting's date as a real date when the day is known, in words otherwise. */
function dateCell(sheet: AttendanceSheet, lang: Locale): CellValue {
  const { date } = sheet.meeting;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : meetingDate(sheet, lang);
}

/** The meeting's facts, and its figures with what each of them counts. */
function meetingSheet(sheet: AttendanceSheet, lang: Locale, choices: AttendanceChoices): Sheet {
  const t = documentWords(lang);
  const dateLabel = t('committees.documents.date');
  const facts = meetingFacts(sheet, lang).map((fact): CellValue[] => [
    fact.label,
    fact.label === dateLabel ? dateCell(sheet, lang) : fact.value,
    '',
  ]);
  return {
    name: t('committees.documents.sheet.meeting'),
    filter: false,
    columns: [
      { label: t('committees.documents.column.item'), width: 34 },
      { label: t('committees.documents.column.value'), width: 44 },
      { label: t('committees.documents.column.definition'), width: 60 },
    ],
    rows: [
      [t('committees.documents.edition'), printableLine(plainText(sheet.edition.title, lang)), ''],
      [t('committees.documents.meeting'), meetingTitle(sheet, lang), ''],
      ...facts,
      ...attendanceFigures(sheet, lang).map((figure): CellValue[] => [figure.label, figure.value, figure.note]),
      [t('committees.documents.sheet.state'), new Date(`${choices.asOf}T00:00:00Z`), ''],
    ],
  };
}

/** The attendance list as a workbook: the list, then the meeting with its figures. */
export function attendanceWorkbook(sheet: AttendanceSheet, lang: Locale, choices: AttendanceChoices): Workbook {
  return {
    lang,
    title: documentTitle(sheet, lang),
    author: printableLine(plainText(sheet.committee.title, lang)),
    date: bounds(sheet.meeting.date)?.first ?? choices.asOf,
    sheets: [attendanceSheet(sheet, lang, choices), meetingSheet(sheet, lang, choices)],
  };
}
