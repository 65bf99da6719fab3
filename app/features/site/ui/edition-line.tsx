import { Fragment, type ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { SideMark, Tag } from '#app/ui/controls.tsx';
import { HiddenText, Run as RunText } from '#app/ui/text.tsx';
import { siteCatalogues } from '../messages/index.ts';
import type { LineItem } from '../shared-model.ts';

/**
 * All editions of a series on one line of time. On wide screens the hosts of one side stand above the line, those of
 * the other below it, so that one sees the meeting going to and fro; on narrow ones the line runs down the page.
 */
export function EditionLine({ items, locale }: { items: readonly LineItem[]; locale: Locale }): ReactNode {
  const t = translator(locale, siteCatalogues);
  return (
    <ol className="line-of-time">
      {items.map((item) => (
        <li key={item.slug} className={`line-${item.side}${item.current ? ' line-current' : ''}`}>
          <a href={`/${locale}/editions/${item.slug}`} aria-current={item.current ? 'page' : undefined}>
            <span className="line-year num">{item.year || t('site.to-be-confirmed')}</span>
            <span className="line-place">
              {item.place.lang === locale ? <Parts name={item.place.text} /> : <RunText lang={item.place.lang}>{item.place.text}</RunText>}
            </span>
            <HiddenText>
              {item.place.text === item.country ? '' : t('site.line.country', { country: item.country })}
              {item.current ? ` (${t('site.edition.this')})` : ''}
            </HiddenText>
          </a>
          {item.state === 'cancelled' || item.state === 'postponed' ? <Tag tone="late">{t(`site.edition.state.${item.state}`)}</Tag> : null}
          <SideMark side={item.side} />
        </li>
      ))}
    </ol>
  );
}

/** A name whose joining signs stay with the letter before them, and which may break after them: エクス＝アン＝プロヴァンス. */
function Parts({ name }: { name: string }): ReactNode {
  return name.split(/(.[＝゠・])/u).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name have no other identity than their order
      <Fragment key={index}>
        <span className="nowrap">{part}</span>
        <wbr />
      </Fragment>
    ),
  );
}
