import type { ReactNode } from 'react';
import { Button, Tag } from '#app/ui/controls.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { HiddenText } from '#app/ui/text.tsx';
import type { MadeLink } from '../../use-cases/form/list-form-links.server.ts';
import type { FormWords } from './form-words.ts';

const TONES = { good: 'ok', over: 'plain', revoked: 'plain' } as const;

/** The links made so far, each with the button that ends it. */
export function LinkTable({ words, links, action }: { words: FormWords; links: readonly MadeLink[]; action: string }): ReactNode {
  const { t, instant } = words;
  const name = (link: MadeLink) => link.name || t('participation.links.gone');
  return (
    <DataTable
      caption={t('participation.links.list')}
      captionHidden
      rows={links}
      rowKey={({ id }) => id}
      empty={<p className="quiet">{t('participation.links.none')}</p>}
      columns={[
        { key: 'to', header: t('participation.links.to'), rowHeader: true, cell: name },
        { key: 'on', header: t('participation.links.on'), cell: ({ createdAt }) => instant(createdAt) },
        { key: 'until', header: t('participation.links.until'), cell: ({ expiresAt }) => instant(expiresAt) },
        {
          key: 'state',
          header: t('participation.links.state'),
          narrow: true,
          cell: ({ state }) => <Tag tone={TONES[state]}>{t(`participation.links.${state}`)}</Tag>,
        },
        {
          key: 'action',
          header: t('participation.links.action'),
          hiddenHeader: true,
          narrow: true,
          cell: (link) =>
            link.state === 'good' && (
              <form method="post" action={action}>
                <Button tone="quiet" small name="revoke" value={link.id}>
                  <span aria-hidden="true">{t('participation.links.revoke')}</span>
                  <HiddenText>{t('participation.links.revoke-of', { name: name(link) })}</HiddenText>
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}
