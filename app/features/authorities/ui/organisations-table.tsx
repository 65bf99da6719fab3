import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { type Column, DataTable } from '#app/ui/tables.tsx';
import { HiddenText } from '#app/ui/text.tsx';
import { nativeName } from '../domain/organisation.ts';
import type { SORTS } from '../domain/registry-filter.ts';
import { kindName } from '../kind-name.ts';
import type { OrganisationHit } from '../queries.server.ts';
import { authoritiesTexts, countryName, populationText } from '../texts.ts';
import { NameRun, ShownName } from './name-run.tsx';
import { OrganisationMarks } from './organisation-marks.tsx';

export type OrganisationsTableProps = {
  locale: Locale;
  caption: string;
  rows: readonly OrganisationHit[];
  empty: ReactNode;
  /** The address of the list sorted by a column, and the column that sorts it now; a search has its own order. */
  sort?: { by: string; href: (sort: (typeof SORTS)[number]) => string } | undefined;
};

/** Organisations with what tells them from their homonyms. */
export function OrganisationsTable({ locale, caption, rows, empty, sort }: OrganisationsTableProps) {
  const t = authoritiesTexts(locale);
  const sorted = (by: (typeof SORTS)[number], direction: 'ascending' | 'descending') =>
    sort ? { href: sort.href(by), ...(sort.by === by ? { direction } : {}) } : undefined;
  const columns: Column<OrganisationHit>[] = [
    {
      key: 'name',
      header: t('authorities.column.name'),
      rowHeader: true,
      sort: sorted('name', 'ascending'),
      cell: (row) => <NameCell row={row} locale={locale} />,
    },
    { key: 'native', header: t('authorities.column.native'), cell: (row) => <NativeName row={row} locale={locale} /> },
    { key: 'kind', header: t('authorities.column.kind'), cell: (row) => kindName(row.kind, locale) },
    { key: 'place', header: t('authorities.column.country'), cell: (row) => <Place row={row} locale={locale} /> },
    {
      key: 'identifier',
      header: t('authorities.column.identifier'),
      sort: sorted('official', 'ascending'),
      cell: (row) => <Identifier row={row} />,
    },
    {
      key: 'population',
      header: t('authorities.column.population'),
      numeric: true,
      sort: sorted('population', 'descending'),
      cell: (row) => populationText(row, locale) || <Unknown locale={locale} />,
    },
  ];
  return <DataTable caption={caption} captionHidden rows={rows} rowKey={(row) => row.id} empty={empty} columns={columns} />;
}

function NameCell({ row, locale }: { row: OrganisationHit; locale: Locale }) {
  return (
    <>
      <a href={`/${locale}/desk/authorities/${row.slug}`}>
        <ShownName names={row.names} locale={locale} />
      </a>
      <OrganisationMarks of={row} locale={locale} />
    </>
  );
}

/** The name at home, as far as the data say. */
function NativeName({ row, locale }: { row: OrganisationHit; locale: Locale }) {
  const native = nativeName(row.names, row.country);
  return native ? <NameRun name={native.name} lang={native.lang} /> : <Unknown locale={locale} />;
}

/** A dash, and in words for those who hear the page. */
function Unknown({ locale }: { locale: Locale }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <HiddenText>{authoritiesTexts(locale)('authorities.unknown')}</HiddenText>
    </>
  );
}

function Place({ row, locale }: { row: OrganisationHit; locale: Locale }) {
  const [nearest] = row.within;
  return (
    <>
      {countryName(row.country, locale)}
      {nearest && (
        <div className="quiet">
          <ShownName names={nearest.names} locale={locale} />
        </div>
      )}
    </>
  );
}

/** Identifiers made here are words joined by hyphens: they tell a reader nothing. */
function Identifier({ row }: { row: OrganisationHit }) {
  if (row.system === 'LOCAL') return <span className="num">{row.system}</span>;
  return (
    <span className="num">
      {row.system} {row.code}
    </span>
  );
}
