import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { type MinutesTranslate, minutesTexts } from '../texts.ts';
import type { ActionView, TextView } from '../use-cases/read-minutes.server.ts';
import { languageName } from './language-name.ts';

/** What a text says is to be done, and what should be looked at before it is proposed. */
export function ActionsSection({ locale, text, alone }: { locale: Locale; text: TextView; alone: boolean }): ReactNode {
  const t = minutesTexts(locale);
  const title = alone ? t('minutes.actions') : `${t('minutes.actions')} – ${languageName(text.lang, locale)}`;
  const lead = text.datesFrom
    ? t('minutes.actions-elsewhere', { language: languageName(text.datesFrom, locale) })
    : t('minutes.actions-lead');
  return (
    <Section id={`actions-${text.lang}`} title={title} lead={lead} wide>
      <div className="stack">
        <EmptyParts text={text} t={t} />
        {text.actions.length === 0 ? (
          <p className="quiet">{t('minutes.actions-none')}</p>
        ) : (
          <DataTable
            caption={title}
            captionHidden
            rows={text.actions.map((action, index) => ({ ...action, index }))}
            rowKey={({ index }) => String(index)}
            empty={null}
            columns={[
              {
                key: 'what',
                header: t('minutes.action.what'),
                rowHeader: true,
                cell: (action) => (action.text ? <span lang={text.lang}>{action.text}</span> : t('minutes.action.no-text')),
              },
              { key: 'owner', header: t('minutes.action.owner'), cell: ({ owner }) => <span lang={text.lang}>{owner}</span> },
              { key: 'due', header: t('minutes.action.due'), cell: ({ due }) => (due ? formatPartialDate(due, locale) : '') },
              {
                key: 'seen',
                header: t('minutes.action.seen'),
                cell: ({ audience, due }) => (due ? t(`minutes.audience.${audience}`) : ''),
              },
              {
                key: 'check',
                header: t(text.sealedOn === null ? 'minutes.action.check' : 'minutes.state'),
                cell: (action) => <Check action={action} t={t} />,
              },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

function Check({ action, t }: { action: ActionView; t: MinutesTranslate }): ReactNode {
  if (action.onTimeline !== null)
    return (
      <Tag tone={action.onTimeline ? 'ok' : 'plain'}>
        {t(action.onTimeline ? 'minutes.action.on-timeline' : 'minutes.action.off-timeline')}
      </Tag>
    );
  return action.remarks.map((remark) => (
    <p key={remark}>
      <Tag tone={remark === 'no-due' ? 'plain' : 'late'}>{t(`minutes.remark.${remark}`)}</Tag>
    </p>
  ));
}

function EmptyParts({ text: { empty }, t }: { text: TextView; t: MinutesTranslate }): ReactNode {
  if (empty.decisions + empty.statements === 0) return null;
  return (
    <Notice>
      {empty.decisions > 0 && <p>{t('minutes.remark.empty-decisions', { count: empty.decisions })}</p>}
      {empty.statements > 0 && <p>{t('minutes.remark.empty-statements', { count: empty.statements })}</p>}
    </Notice>
  );
}
