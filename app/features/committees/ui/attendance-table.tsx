import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Tag } from '#app/ui/controls.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { Run } from '#app/ui/text.tsx';
import { nativeName, organisationName, shownCivility } from '../documents/attendance-names.ts';
import type { AttendanceSheetRow } from '../domain/attendance-sheet.ts';
import { committeesTexts } from '../texts.ts';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** A person's name as a reader of a language expects it, the other script beside it. */
function Name({ row, locale }: { row: AttendanceSheetRow; locale: Locale }): ReactNode {
  const romanised = [row.givenName, row.familyName].filter(Boolean).join(' ');
  const latin = [shownCivility(row, locale), romanised].filter(Boolean).join(' ');
  const native = nativeName(row);
  const own = native && <Run lang={JAPANESE.test(native) ? 'ja' : 'und'}>{native}</Run>;
  if (!native) return latin;
  if (!romanised) return own;
  return locale === 'ja' ? (
    <>
      {own} <small>{latin}</small>
    </>
  ) : (
    <>
      {latin} <small>{own}</small>
    </>
  );
}

/** A name as one run of text, in the script that a reader expects where it is known. */
function plainName(
  { givenName, familyName, native }: Pick<AttendanceSheetRow, 'givenName' | 'familyName' | 'native'>,
  locale: Locale,
): string {
  const latin = [givenName, familyName].filter(Boolean).join(' ');
  const own = native ? [native.familyName, native.givenName].filter(Boolean).join(' ') : '';
  return locale === 'ja' ? own || latin : latin || own;
}

/** The people of an attendance list, in the order given. */
export function AttendanceTable({ rows, locale, empty }: { rows: readonly AttendanceSheetRow[]; locale: Locale; empty: ReactNode }) {
  const t = committeesTexts(locale);
  return (
    <DataTable
      caption={t('committees.attendance.caption', { count: rows.length })}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        { key: 'person', header: t('committees.attendance.person'), rowHeader: true, cell: (row) => <Name row={row} locale={locale} /> },
        { key: 'role', header: t('committees.attendance.role'), cell: (row) => row.role },
        {
          key: 'organisation',
          header: t('committees.attendance.organisation'),
          cell: (row) => {
            const name = organisationName(row.organisation, locale);
            const text = <span lang={name.lang ?? undefined}>{name.text}</span>;
            if (row.organisation.isAuthority !== null) return text;
            return (
              <>
                {text} <Tag>{t('committees.attendance.as-printed')}</Tag>
              </>
            );
          },
        },
        {
          key: 'status',
          header: t('committees.attendance.status'),
          narrow: true,
          cell: (row) => (
            <>
              <Tag tone={row.status === 'present' ? 'ok' : 'plain'}>{t(`committees.status.${row.status}`)}</Tag>
              {row.representedBy && (
                <small className="quiet"> {t('committees.roll.stand-in', { name: plainName(row.representedBy, locale) })}</small>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
