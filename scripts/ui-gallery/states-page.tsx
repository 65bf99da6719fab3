import type { ReactNode } from 'react';

import { Button, ButtonLink, Tag } from '../../app/ui/controls.tsx';
import { Breadcrumbs, Tabs } from '../../app/ui/nav.tsx';
import { Section } from '../../app/ui/page.tsx';
import { ConfirmForm, EmptyState, Notice, Steps, Working } from '../../app/ui/states.tsx';
import { DESK as D, STATE as S } from './desk-words.ts';
import { DeskFrame, type PageProps } from './frame.tsx';
import { words } from './words.ts';

/** Notices, waiting, emptiness, steps, confirmation, buttons, tags. */
export function StatesPage({ locale, page }: PageProps): ReactNode {
  const w = words(locale);
  const tabs = [S.title, S.check, S.importStep].map((label, index) => ({
    href: `#tab-${index}`,
    label: w(label),
    current: index === 0,
  }));
  return (
    <DeskFrame locale={locale} page={page}>
      <Breadcrumbs
        label={w(S.path)}
        items={[{ label: w(S.home), href: '#home' }, { label: w(D.committees), href: '#c' }, { label: w(S.title) }]}
      />
      <div className="stack stack-l">
        <Tabs label={w(S.views)} items={tabs} />
        <Steps
          label={w(S.steps)}
          current="check"
          labels={{ done: w(S.done), current: w(S.current) }}
          steps={[
            { key: 'upload', label: w(S.upload), href: '#upload' },
            { key: 'recognise', label: w(S.recognise), href: '#recognise' },
            { key: 'check', label: w(S.check) },
            { key: 'import', label: w(S.importStep) },
          ]}
        />
        <ConfirmForm
          title={w(S.confirm)}
          consequences={[
            { key: '1', content: w(S.confirm1) },
            { key: '2', content: w(S.confirm2) },
          ]}
          buttons={
            <>
              <Button tone="danger">{w(S.undo)}</Button>
              <ButtonLink href="#keep" tone="quiet">
                {w(S.keep)}
              </ButtonLink>
            </>
          }
        />
        <div className="stack">
          <Notice>{w(S.info)}</Notice>
          <Notice tone="success" live title={w(S.success)} />
          <Notice tone="warning" title={w(S.warning)}>
            <a href="#rows">{w(S.check)}</a>
          </Notice>
          <Notice tone="error" title={w(S.error)}>
            {w(S.errorText)}
          </Notice>
        </div>
        <Working label={w(S.reading)} detail={w(S.rows230)} value={230} max={412}>
          <p className="quiet">{w(S.leave)}</p>
        </Working>
        <Working label={w(S.preparing)} />
        <EmptyState title={w(D.emptyTitle)} actions={<ButtonLink href="#create">{w(D.create)}</ButtonLink>}>
          {w(D.emptyText)}
        </EmptyState>
        <div className="tags">
          <Tag tone="draft">{w(S.draft)}</Tag>
          <Tag tone="ok">{w(S.received)}</Tag>
          <Tag tone="wait">{w(S.expected)}</Tag>
          <Tag tone="late">{w(S.overdue)}</Tag>
          <Tag tone="info">v2</Tag>
          <Tag tone="pinned">{w(D.pinned)}</Tag>
          <Tag>{w(D.all)}</Tag>
        </div>
        <div className="cluster">
          <Button>{w(D.apply)}</Button>
          <Button tone="quiet" icon="download">
            XLSX
          </Button>
          <Button tone="bare">{w(D.clear)}</Button>
          <Button tone="danger">{w(S.undo)}</Button>
          <Button small>{w(D.edit)}</Button>
          <Button disabled>{w(S.disabled)}</Button>
        </div>
        <Section id="second" title={w(S.title)}>
          <p className="prose">{w(S.errorText)}</p>
        </Section>
      </div>
    </DeskFrame>
  );
}
