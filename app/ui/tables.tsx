// biome-ignore-all lint/a11y/noRedundantRoles: the roles repeat the elements' own, which some browsers forget once a row is displayed as a card
import type { ReactNode } from 'react';

import { classes } from './classes.ts';
import { HiddenValues } from './forms.tsx';
import { Icon } from './icons.tsx';

/** A column. `header` is text, for it also names the cell where rows are stacked. */
export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures: aligned on the right. */
  numeric?: boolean | undefined;
  /** Names the row; one column at most, the first as a rule. */
  rowHeader?: boolean | undefined;
  /** As narrow as its content, for dates and tags. */
  narrow?: boolean | undefined;
  /** The header is for assistive technology only: a column of actions. */
  hiddenHeader?: boolean | undefined;
  /** The link that sorts by this column, and how the rows are sorted by it now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined;
};

export type DataTableProps<Row> = {
  /** What the table holds, and how many rows: “45 authorities, by side”. */
  caption: string;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What stands in place of the rows when there is none: an {@link EmptyState}. */
  empty: ReactNode;
  /** On narrow screens: rows as cards (`stack`), or a region that scrolls sideways (`scroll`, for many figures). */
  narrow?: 'stack' | 'scroll' | undefined;
  dense?: boolean | undefined;
  /** Marks a row that needs someone (`attention`) or counts no longer (`quiet`); its cells must say so in words too. */
  rowTone?: ((row: Row) => 'attention' | 'quiet' | undefined) | undefined;
  /** Cells of a last row, by column key: totals. */
  foot?: Readonly<Record<string, ReactNode>> | undefined;
};

function HeaderCell<Row>({ column }: { column: Column<Row> }): ReactNode {
  const { header, numeric, narrow, hiddenHeader, sort } = column;
  return (
    <th scope="col" role="columnheader" className={classes(numeric && 'cell-end', narrow && 'cell-narrow')} aria-sort={sort?.direction}>
      {sort ? (
        <a className="sort" href={sort.href}>
          {header}
          <Icon name={sort.direction === 'ascending' ? 'up' : sort.direction === 'descending' ? 'down' : 'updown'} />
        </a>
      ) : hiddenHeader ? (
        <span className="hidden-text">{header}</span>
      ) : (
        header
      )}
    </th>
  );
}

function BodyCell<Row>({ column, content }: { column: Column<Row>; content: ReactNode }): ReactNode {
  const className = classes(column.numeric && 'cell-end', column.narrow && 'cell-narrow');
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader" className={className}>
        {content}
      </th>
    );
  }
  return (
    <td role="cell" className={className} data-label={column.hiddenHeader ? undefined : column.header}>
      <div>{content}</div>
    </td>
  );
}

/** A typeset table with a caption, headers, sort links and a state for when it is empty. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, captionHidden, columns, rows, rowKey, empty, narrow = 'stack', dense, rowTone, foot } = props;
  if (rows.length === 0) return empty;
  const tone = (row: Row) => rowTone?.(row);
  const table = (
    <table className={classes('table', narrow === 'stack' && 'table-stack', dense && 'table-dense')} role="table">
      <caption className={classes(captionHidden && 'hidden-text')}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={tone(row) && `row-${tone(row)}`}>
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} content={foot[column.key]} />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (narrow === 'stack') return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-region" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  );
}

export type FilterBarProps = {
  /** Where the list is; by default the page itself. */
  action?: string | undefined;
  /** Names the search landmark. */
  label: string;
  /** What the filters must not lose: the sort order. */
  hidden?: Readonly<Record<string, string>> | undefined;
  /** The button that applies them, and the link that clears them. */
  buttons: ReactNode;
  children: ReactNode;
};

/** Search and filters of a list, as a form whose values stand in the URL. Put fields in it, the search first with `grow`. */
export function FilterBar({ action, label, hidden = {}, buttons, children }: FilterBarProps): ReactNode {
  return (
    <search aria-label={label}>
      <form className="filter-bar" method="get" action={action}>
        <HiddenValues values={hidden} />
        {children}
        <div className="filter-bar-end">{buttons}</div>
      </form>
    </search>
  );
}

/** The foot of a list: the count, the exports of exactly what is shown, the pages. */
export function ListFoot({ count, exports, children }: { count: ReactNode; exports?: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <div className="list-foot">
      <p className="num">{count}</p>
      {exports && <div className="cluster">{exports}</div>}
      {children}
    </div>
  );
}

/** The numbers shown for a page among many: the first, the last, the neighbours; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((n, i, all) => n >= 1 && n <= pages && all.indexOf(n) === i);
  return shown.flatMap((n, i) => {
    const before = shown[i - 1] ?? 0;
    return n - before === 2 ? [n - 1, n] : n - before > 2 ? [0, n] : [n];
  });
}

export type PaginationProps = {
  page: number;
  pages: number;
  href: (page: number) => string;
  labels: {
    nav: string;
    previous: string;
    next: string;
    page: (page: number) => string;
  };
};

/** The pages of a list, as links; nothing when there is but one. Pages count from 1. */
export function Pagination({ page, pages, href, labels }: PaginationProps): ReactNode {
  if (pages <= 1) return null;
  return (
    <nav className="pagination" aria-label={labels.nav}>
      <ul>
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              <Icon name="previous" />
              {labels.previous}
            </a>
          </li>
        )}
        {pageNumbers(page, pages).map((n, index) => (
          <li key={n || `gap-${index}`}>
            {n === 0 ? (
              <span className="gap">…</span>
            ) : (
              <a className="num" href={href(n)} aria-label={labels.page(n)} aria-current={n === page ? 'page' : undefined}>
                {n}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              {labels.next}
              <Icon name="next" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
