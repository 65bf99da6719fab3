import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { plainText, readText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Breadcrumbs, Tabs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { LocalisedRun, Ordinals } from '#app/ui/text.tsx';
import type { MeetingHead, MeetingTab } from '../domain/meeting-head.ts';
import { spanText } from '../meeting-words.ts';
import { committeesTexts, meetingName } from '../texts.ts';

type Props = {
  locale: Locale;
  /** From `meetingHead`. */
  head: MeetingHead;
  /** The page shown. */
  current: MeetingTab;
  /** Named in the window's title before the meeting, and by the last step of the path; nothing on the overview. */
  page?: string | undefined;
  actions?: ReactNode;
  children: ReactNode;
};

/** Every page of a meeting: the path to it, its head (title, when, how, where), the tabs to its other pages, the page itself. */
export function MeetingFrame({ locale, head, current, page, actions, children }: Props): ReactNode {
  const t = committeesTexts(locale);
  const title = readText(head.title, locale);
  const edition = readText(head.edition.title, locale);
  const number = plainText(meetingName(head.committee.kind, head.number, locale), locale);
  const own = `/${locale}/desk/meetings/${head.id}`;
  const name = title && <Ordinals text={title.text} lang={title.lang} />;
  const path = [
    { label: t('committees.meetings.title'), href: `/${locale}/desk/meetings` },
    { label: name, href: page ? own : undefined },
  ];
  return (
    <>
      <title>{[page, title?.text].filter(Boolean).join(' · ')}</title>
      <Breadcrumbs label={t('committees.form.back')} items={page ? [...path, { label: page }] : path} />
      <PageHead
        eyebrow={
          <>
            {edition && <LocalisedRun value={edition} />}
            {number !== title?.text && (
              <>
                {' · '}
                <Ordinals text={number} lang={locale} />
              </>
            )}
          </>
        }
        title={name}
        titleLang={title?.lang}
        lead={whenAndWhere(head, locale)}
        actions={actions}
      >
        {head.state === 'cancelled' && (
          <p>
            <Tag tone="late">{t('committees.state.cancelled')}</Tag>
          </p>
        )}
      </PageHead>
      <Tabs
        label={t('committees.tabs.label')}
        items={head.tabs.map((tab) => ({
          href: tab === 'overview' ? own : `${own}/${tab}`,
          label: t(`committees.tabs.${tab}`),
          current: tab === current,
        }))}
      />
      <div className="stack stack-l">{children}</div>
    </>
  );
}

/** When a meeting is, in its own zone, how it is held and where: one line. */
function whenAndWhere(head: MeetingHead, locale: Locale): string {
  const t = committeesTexts(locale);
  const hours = spanText(head.startTime, head.endTime, locale);
  const parts = [
    formatPartialDate(head.date, locale, { weekday: true }),
    hours,
    t(`committees.mode.${head.mode}`),
    plainText(head.place, locale),
  ];
  return parts.filter(Boolean).join(' · ');
}
