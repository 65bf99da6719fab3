import type { ReactNode } from 'react';
import { nameOfPerson } from '#app/features/accounts/public.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import type { MeetingWarning } from '../domain/meeting-warnings.ts';
import type { ConcernedPerson } from '../meeting-listeners.server.ts';
import { type FieldDifference, meetingWarningText } from '../meeting-words.ts';
import { committeesTexts } from '../texts.ts';

/** What differs between two states of a meeting, field by field. */
export function ChangeTable(props: {
  differences: readonly FieldDifference[];
  caption: string;
  columns: { before: string; after: string };
  locale: Locale;
}): ReactNode {
  const { differences, caption, columns, locale } = props;
  return (
    <DataTable
      caption={caption}
      rows={differences}
      rowKey={({ field }) => field}
      empty={null}
      columns={[
        { key: 'field', header: committeesTexts(locale)('committees.change.field'), rowHeader: true, cell: ({ label }) => label },
        { key: 'before', header: columns.before, cell: ({ before }) => before },
        { key: 'after', header: columns.after, cell: ({ after }) => <strong>{after}</strong> },
      ]}
    />
  );
}

/** What is pointed out about a meeting's time; nothing where there is nothing. */
export function MeetingWarnings({ warnings, locale }: { warnings: readonly MeetingWarning[]; locale: Locale }): ReactNode {
  if (warnings.length === 0) return null;
  const t = committeesTexts(locale);
  const texts = warnings.map((warning) => meetingWarningText(warning, locale));
  return (
    <Notice tone="warning" title={t('committees.notice.title', { count: texts.length })}>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Whom a change concerns, by name; those who have no mailbox apart, for they must be told otherwise. */
export function Concerned({ concerned, locale }: { concerned: readonly ConcernedPerson[]; locale: Locale }): ReactNode {
  const t = committeesTexts(locale);
  const names = (of: readonly ConcernedPerson[]) =>
    listText(
      of.map(({ name }) => nameOfPerson(name, locale)),
      locale,
    );
  const told = concerned.filter(({ reachable }) => reachable);
  const untold = concerned.filter(({ reachable }) => !reachable);
  if (concerned.length === 0) return <p>{t('committees.concerned.nobody')}</p>;
  return (
    <div className="stack stack-s">
      {told.length > 0 && <p>{t('committees.concerned.told', { count: told.length, names: names(told) })}</p>}
      {untold.length > 0 && <p>{t('committees.concerned.untold', { count: untold.length, names: names(untold) })}</p>}
    </div>
  );
}
