import type { Sheet } from '#app/platform/documents/tabular.ts';
import type { ListModel } from '../list-model.server.ts';
import type { MatrixModel } from '../matrix-model.server.ts';
import { deliverablesTexts } from '../texts.ts';

/** The matrix as a sheet: exactly the rows and columns of its page. */
export function matrixSheet(model: MatrixModel): Sheet {
  const t = deliverablesTexts(model.locale);
  return {
    name: t('deliverables.tab.matrix'),
    columns: [
      { label: t('deliverables.side'), width: 12 },
      { label: t('deliverables.organisation'), width: 32 },
      ...model.columns.map(({ what, dates }) => ({ label: `${what}\n${dates.join(' / ')}`, width: 18 })),
      { label: t('deliverables.total'), width: 12 },
    ],
    rows: model.sides.flatMap(({ country, rows }) =>
      rows.map(({ name, cells, counts }) => [
        ...[country, name],
        ...cells.map((cell) => cell?.text ?? ''),
        t('deliverables.received-of', { received: counts.received, asked: counts.asked }),
      ]),
    ),
  };
}

/** The list as a sheet: exactly the rows of its page, people for those who see them. */
export function listSheet(model: ListModel): Sheet {
  const t = deliverablesTexts(model.locale);
  const people = ({ people: of }: ListModel['rows'][number]) =>
    (of ?? [])
      .map(({ name, mailbox, broken }) => [name, mailbox, broken ? `(${t('deliverables.broken')})` : ''].filter(Boolean).join(' '))
      .join('\n');
  return {
    name: t('deliverables.tab.list'),
    columns: [
      { label: t('deliverables.side'), width: 12 },
      { label: t('deliverables.organisation'), width: 32 },
      { label: t('deliverables.deliverable'), width: 30 },
      { label: t('deliverables.date'), width: 22 },
      { label: t('deliverables.state'), width: 14 },
      { label: t('deliverables.recorded'), width: 34 },
      ...(model.seesPeople ? [{ label: t('deliverables.people'), width: 44 }] : []),
    ],
    rows: model.rows.map((row) => [
      ...[row.country, row.name, row.what, row.date, row.text, row.recorded],
      ...(model.seesPeople ? [people(row)] : []),
    ]),
  };
}
