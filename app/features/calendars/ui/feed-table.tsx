import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Button } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { Run } from '#app/ui/text.tsx';
import { calendarsTexts } from '../texts.ts';
import type { ListedFeed } from '../use-cases/list-feeds.server.ts';

type Row = Omit<ListedFeed, 'createdAt' | 'lastUsedAt'> & { made: string | null; used: string | null };

/** The private addresses, each with the buttons that replace and close it. */
export function FeedTable({ feeds, locale }: { feeds: readonly Row[]; locale: Locale }): ReactNode {
  const t = calendarsTexts(locale);
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (
    <DataTable
      caption={t('calendars.feeds.caption', { count: feeds.length })}
      rows={feeds}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('calendars.feeds.none')} />}
      columns={[
        {
          ...{ key: 'of', header: t('calendars.feeds.of'), rowHeader: true },
          cell: ({ of, holder }) => (
            <>
              {of ? <Run lang={of.lang}>{of.text}</Run> : t('calendars.feeds.kind.person')}
              {holder && <div className="quiet">{t('calendars.feeds.by', { name: holder })}</div>}
            </>
          ),
        },
        { key: 'lang', header: t('calendars.feeds.lang'), cell: ({ lang }) => names.of(lang) },
        { key: 'made', header: t('calendars.feeds.made'), cell: ({ made }) => made },
        { key: 'used', header: t('calendars.feeds.used'), cell: ({ used }) => used ?? t('calendars.feeds.never') },
        {
          ...{ key: 'actions', header: t('calendars.feeds.actions'), hiddenHeader: true },
          cell: ({ id, holder }) => (
            <form method="post" className="cluster">
              <HiddenValues values={{ id }} />
              {!holder && (
                <Button name="act" value="renew" tone="quiet" small>
                  {t('calendars.feeds.renew')}
                </Button>
              )}
              <Button name="act" value="close" tone="danger" small>
                {t('calendars.feeds.close')}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
