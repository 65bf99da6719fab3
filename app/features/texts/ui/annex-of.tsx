import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { AnnexTable } from '../domain/annex.ts';

/** A frozen annex where the text names it, as a table that moves sideways by itself; words instead when nothing was frozen. */
export function AnnexOf({ table, empty, locale }: { table: AnnexTable; empty: string; locale: Locale }): ReactNode {
  if (table.rows.length === 0)
    return (
      <p className="text-annex" lang={locale}>
        {empty}
      </p>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <div className="text-table text-frozen" tabIndex={0}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frozen table; a row is its place
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
