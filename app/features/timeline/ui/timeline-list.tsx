import type { ReactNode } from 'react';
import { Tag } from '#app/ui/controls.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { timelineTexts } from '../texts.ts';
import type { ShownItem, TimelineModel } from '../timeline-model.server.ts';
import { Title } from './timeline-grid.tsx';

/** All dates in their order, with what is to be checked in words. */
export function TimelineList({ model }: { model: TimelineModel }): ReactNode {
  const t = timelineTexts(model.locale);
  return (
    <DataTable
      caption={t('timeline.list')}
      captionHidden
      rows={model.items}
      rowKey={({ key }: ShownItem) => key}
      rowTone={({ flags, shifted }) => (flags.length > 0 || shifted ? 'attention' : undefined)}
      empty={<EmptyState title={t('timeline.empty')} />}
      columns={[
        {
          key: 'date',
          header: t('timeline.date'),
          cell: ({ date, byRule }) => (
            <>
              {date}
              {byRule && <span className="quiet"> ({t('timeline.by-rule')})</span>}
            </>
          ),
        },
        {
          key: 'what',
          header: t('timeline.what'),
          rowHeader: true,
          cell: (item) => (
            <>
              <Title item={item} /> <Tag>{t(`timeline.kind.${item.kind}`)}</Tag>
              {item.details.length > 0 && <div className="quiet">{item.details.join(' · ')}</div>}
            </>
          ),
        },
        { key: 'for', header: t('timeline.for'), cell: ({ audience }) => audience },
        {
          key: 'check',
          header: t('timeline.check'),
          cell: ({ flags, shifted }) => [...flags, ...(shifted ? [shifted] : [])].map((flag) => <div key={flag}>{flag}</div>),
        },
      ]}
    />
  );
}
