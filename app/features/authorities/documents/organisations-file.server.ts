import type { Locale } from '#app/lib/locale.ts';
import { printableLine } from '#app/lib/printable.ts';
import { renderCsv } from '#app/platform/documents/csv.ts';
import { renderXlsx } from '#app/platform/documents/office.server.ts';
import type { CellValue, Sheet, SheetColumn } from '#app/platform/documents/tabular.ts';
import { displayName } from '../domain/display-name.ts';
import { nativeName } from '../domain/organisation.ts';
import { modeOf, type RegistryFilter } from '../domain/registry-filter.ts';
import { kindName } from '../kind-name.ts';
import type { OrganisationHit } from '../queries.server.ts';
import { type AuthoritiesKey, authoritiesTexts, countryName } from '../texts.ts';

/** The formats of a list, and what each is sent as. */
export const LIST_FORMATS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type ListFormat = keyof typeof LIST_FORMATS;

type Column = { key: AuthoritiesKey; width: number; cell: (row: OrganisationHit) => CellValue };

function columnsFor(locale: Locale): Column[] {
  const name = (names: OrganisationHit['names']) => printableLine(displayName(names, locale).text);
  return [
    { key: 'authorities.column.name', width: 40, cell: (row) => name(row.names) },
    { key: 'authorities.column.native', width: 34, cell: (row) => printableLine(nativeName(row.names, row.country)?.name ?? '') },
    { key: 'authorities.column.kind', width: 22, cell: (row) => kindName(row.kind, locale) },
    { key: 'authorities.column.container', width: 34, cell: (row) => row.within.map((container) => name(container.names)).join(', ') },
    { key: 'authorities.column.country', width: 18, cell: (row) => countryName(row.country, locale) },
    { key: 'authorities.column.system', width: 14, cell: (row) => row.system },
    { key: 'authorities.column.code', width: 16, cell: (row) => row.code },
    { key: 'authorities.column.population', width: 14, cell: (row) => row.population },
    { key: 'authorities.column.year', width: 14, cell: (row) => row.populationYear },
  ];
}

/** What the list was asked for, in words: the text, the kind, the country. */
function askedInWords(filter: RegistryFilter, locale: Locale): string {
  const t = authoritiesTexts(locale);
  if (modeOf(filter) === 'start') return t('authorities.list.by-hand');
  const parts = [
    filter.q,
    filter.kind && kindName(filter.kind, locale),
    filter.country && countryName(filter.country, locale),
    filter.authoritiesOnly && t('authorities.list.authorities-only'),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The rows of a list, and what it was asked for with the sources that it has to name. */
function sheets(rows: readonly OrganisationHit[], filter: RegistryFilter, locale: Locale, day: string): [Sheet, Sheet] {
  const t = authoritiesTexts(locale);
  const columns = columnsFor(locale);
  const labelled = (key: AuthoritiesKey, width: number): SheetColumn => ({ label: t(key), width });
  const list = {
    name: t('authorities.file.list'),
    columns: columns.map(({ key, width }) => labelled(key, width)),
    rows: rows.map((row) => columns.map((column) => column.cell(row))),
  };
  const about = {
    name: t('authorities.file.origin'),
    filter: false,
    columns: [labelled('authorities.file.asked', 30), { label: printableLine(askedInWords(filter, locale)), width: 80 }],
    rows: [
      [t('authorities.file.date'), new Date(`${day}T00:00:00Z`)],
      [t('authorities.file.list'), rows.length],
      [t('authorities.file.credits'), t('authorities.credits')],
    ],
  };
  return [list, about];
}

/** A list as a file, in the language given; `day` (`YYYY-MM-DD`) stamps it. The same rows give the same bytes. */
export async function renderOrganisations(
  rows: readonly OrganisationHit[],
  filter: RegistryFilter,
  { format, locale, day }: { format: ListFormat; locale: Locale; day: string },
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const t = authoritiesTexts(locale);
  const [list, about] = sheets(rows, filter, locale, day);
  const workbook = { lang: locale, title: t('authorities.list.title'), author: 'Entente', date: day, sheets: [list, about] };
  const bytes = format === 'csv' ? renderCsv(list, { lang: locale }) : await renderXlsx(workbook);
  return { bytes, fileName: `${t('authorities.file.name')}_${day}.${format}` };
}
