import type { ReactNode } from 'react';
import { nameOfPerson } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { Facts } from '#app/ui/figures.tsx';
import { hoursText, languagesText } from '../meeting-words.ts';
import { committeesTexts } from '../texts.ts';
import type { MeetingDetails as Details } from '../use-cases/read-meeting.server.ts';
import { MeetingWarnings } from './change-table.tsx';

/** The facts of a meeting that do not stand in its head, as far as they are known, and what is to be pointed out about its time. */
export function MeetingDetails({ details, locale }: { details: Details; locale: Locale }): ReactNode {
  const t = committeesTexts(locale);
  const { hours, videoUrl, languages, chair, minuteTaker, warnings } = details;
  const link = videoUrl && (
    <a href={videoUrl} rel="noreferrer">
      {new URL(videoUrl).hostname}
    </a>
  );
  const items = [
    { key: 'hours', label: t('committees.facts.hours'), value: hours.length > 1 ? hoursText(hours, locale) : '' },
    { key: 'video', label: t('committees.facts.video'), value: link },
    { key: 'languages', label: t('committees.facts.languages'), value: languagesText(languages, locale) },
    { key: 'chair', label: t('committees.form.chair'), value: chair && nameOfPerson(chair, locale) },
    { key: 'minute-taker', label: t('committees.form.minute-taker'), value: minuteTaker && nameOfPerson(minuteTaker, locale) },
  ].filter(({ value }) => value);
  return (
    <>
      <MeetingWarnings warnings={warnings} locale={locale} />
      {items.length > 0 && <Facts items={items} />}
    </>
  );
}
