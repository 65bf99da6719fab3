import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { printable, printableLine } from '#app/lib/printable.ts';
import type { CellValue, Sheet, Workbook } from '#app/platform/documents/tabular.ts';
import { invitationsTexts } from '../texts.ts';
import { bodyName, languageText, momentText, personText } from '../ui/words.ts';
import type { InvitationLine } from '../use-cases/read-invitations.server.ts';

/** What the page of answers shows, filtered as it is there, as a sheet. */
export function answersSheet(lines: readonly InvitationLine[], lang: Locale): Sheet {
  const t = invitationsTexts(lang);
  const columns: { label: string; width: number; cell: (line: InvitationLine) => CellValue }[] = [
    {
      label: t('invitations.column.organisation'),
      width: 36,
      cell: ({ organisation }) => printableLine(bodyName(organisation?.names ?? null, lang, t).text),
    },
    {
      label: t('invitations.column.country'),
      width: 12,
      cell: ({ organisation }) => (organisation ? countryName(organisation.country, lang) : ''),
    },
    { label: t('invitations.column.person'), width: 26, cell: ({ name }) => printableLine(personText(name, lang, t)) },
    { label: t('invitations.field.function'), width: 30, cell: ({ title }) => printableLine(plainText(title, lang)) },
    { label: t('invitations.column.language'), width: 10, cell: (line) => languageText(line.lang, lang) },
    { label: t('invitations.column.answer'), width: 16, cell: ({ standing }) => t(`invitations.standing.${standing}`) },
    { label: t('invitations.field.representative'), width: 26, cell: ({ representative }) => printableLine(representative?.name ?? '') },
    {
      label: t('invitations.column.representative-function'),
      width: 26,
      cell: ({ representative }) => printableLine(representative?.function ?? ''),
    },
    { label: t('invitations.field.note'), width: 40, cell: ({ note }) => printable(note) },
    { label: t('invitations.column.answered'), width: 22, cell: ({ answeredAt }) => (answeredAt ? momentText(answeredAt, lang) : '') },
    { label: t('invitations.field.source'), width: 16, cell: ({ source }) => (source ? t(`invitations.source.${source}`) : '') },
    { label: t('invitations.column.invited'), width: 22, cell: ({ invitedAt }) => (invitedAt ? momentText(invitedAt, lang) : '') },
  ];
  return {
    name: t('invitations.answers'),
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: lines.map((line) => columns.map(({ cell }) => cell(line))),
  };
}

/** The same as a workbook. */
export function answersWorkbook(
  lines: readonly InvitationLine[],
  lang: Locale,
  of: { title: string; date: string; author: string },
): Workbook {
  return { lang, ...of, sheets: [answersSheet(lines, lang)] };
}
