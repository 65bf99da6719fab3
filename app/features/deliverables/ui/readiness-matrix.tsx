// biome-ignore-all lint/a11y/noRedundantRoles: the roles repeat the elements' own, which some browsers forget once a row is displayed as a card
import type { ReactNode } from 'react';
import { SideMark } from '#app/ui/controls.tsx';
import type { MatrixModel } from '../matrix-model.server.ts';
import { deliverablesTexts } from '../texts.ts';
import { StateSign } from './state-sign.tsx';

type Row = MatrixModel['sides'][number]['rows'][number];

/** Authorities by deliverables: each cell a shape and a word, each figure a way to the people behind it. */
export function ReadinessMatrix({ model }: { model: MatrixModel }): ReactNode {
  const { columns, sides, locale } = model;
  const t = deliverablesTexts(locale);
  const caption = t('deliverables.matrix-caption', { count: model.count, columns: columns.length, today: model.today });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-region" aria-label={caption} tabIndex={0}>
      <table className="table table-stack table-dense readiness-matrix" role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('deliverables.organisation')}
            </th>
            {columns.map((column) => (
              <th key={column.deliverable} scope="col" role="columnheader">
                <strong>{column.what}</strong>
                {column.dates.join(' / ')}
                <ColumnFigures column={column} locale={locale} />
              </th>
            ))}
            <th scope="col" role="columnheader">
              {t('deliverables.total')}
            </th>
          </tr>
        </thead>
        {sides.map((side) => (
          <tbody key={side.side} role="rowgroup">
            <tr role="row">
              <th scope="rowgroup" colSpan={columns.length + 2}>
                <SideMark side={side.mark} /> {t('deliverables.side-row', { country: side.country, count: side.rows.length })}
              </th>
            </tr>
            {side.rows.map((row) => (
              <MatrixRow key={row.id} row={row} model={model} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function MatrixRow({ row, model: { columns, locale } }: { row: Row; model: MatrixModel }): ReactNode {
  const t = deliverablesTexts(locale);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={row.href} lang={row.lang}>
          {row.name}
        </a>
      </th>
      {columns.map((column, index) => {
        const cell = row.cells[index];
        return cell ? (
          <td key={column.deliverable} role="cell" data-label={column.what}>
            <StateSign state={cell.state}>{cell.text}</StateSign>
          </td>
        ) : (
          <td key={column.deliverable} role="cell" />
        );
      })}
      <td role="cell" className="num" data-label={t('deliverables.total')}>
        <a href={row.href}>{`${row.counts.received}/${row.counts.asked}`}</a>
      </td>
    </tr>
  );
}

type Column = MatrixModel['columns'][number];

/** How many of a column came, are late, are still to come: links to the list of them. */
function ColumnFigures({ column, locale }: { column: Column; locale: MatrixModel['locale'] }): ReactNode {
  const t = deliverablesTexts(locale);
  const { counts, links } = column;
  return (
    <>
      <a href={links.asked}>{t('deliverables.received-of', { received: counts.received, asked: counts.asked })}</a>
      {counts.owing > 0 && <a href={links.owing}>{t('deliverables.still-owed', { count: counts.owing })}</a>}
      {counts.late > 0 && (
        <a href={links.late} className="state-late">
          {t('deliverables.late-count', { count: counts.late })}
        </a>
      )}
    </>
  );
}

/** The figures of the columns as a list, for narrow screens, on which the heads of the columns are not seen. */
export function ColumnList({ model }: { model: MatrixModel }): ReactNode {
  return (
    <ul className="readiness-counts plain stack stack-s">
      {model.columns.map((column) => (
        <li key={column.deliverable}>
          <strong>{column.what}</strong> <span className="quiet">{column.dates.join(' / ')}</span>{' '}
          <span className="cluster">
            <ColumnFigures column={column} locale={model.locale} />
          </span>
        </li>
      ))}
    </ul>
  );
}
