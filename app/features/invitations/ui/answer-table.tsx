import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Tag } from '#app/ui/controls.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { Run } from '#app/ui/text.tsx';
import { invitationsTexts } from '../texts.ts';
import type { InvitationLine } from '../use-cases/read-invitations.server.ts';
import { PersonCell } from './guest-table.tsx';
import { bodyName, invitationsPath, momentText, STANDING_TONES } from './words.ts';

type Props = { locale: Locale; meetingId: string; lines: readonly InvitationLine[]; caption: string; empty: ReactNode };

/** Who is invited, by organisation in the official order, and what they answered. */
export function AnswerTable({ locale, meetingId, lines, caption, empty }: Props): ReactNode {
  const t = invitationsTexts(locale);
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      rowTone={({ undelivered, outdated }) => (undelivered || outdated ? 'attention' : undefined)}
      empty={empty}
      columns={[
        {
          ...{ key: 'organisation', header: t('invitations.column.organisation') },
          cell: ({ organisation }) => {
            const body = bodyName(organisation?.names ?? null, locale, t);
            return <Run lang={body.lang}>{body.text}</Run>;
          },
        },
        {
          ...{ key: 'person', header: t('invitations.column.person'), rowHeader: true },
          cell: ({ id, name, title, mine }) => (
            <PersonCell {...{ locale, name, title }} {...(mine ? { href: invitationsPath(locale, meetingId, `/of/${id}`) } : {})} />
          ),
        },
        {
          ...{ key: 'answer', header: t('invitations.column.answer'), narrow: true },
          cell: ({ standing }) => <Tag tone={STANDING_TONES[standing]}>{t(`invitations.standing.${standing}`)}</Tag>,
        },
        { key: 'remark', header: t('invitations.column.remark'), cell: (line) => <Remark locale={locale} line={line} /> },
        {
          ...{ key: 'when', header: t('invitations.column.answered') },
          cell: ({ answeredAt, source }) =>
            answeredAt && source ? `${momentText(answeredAt, locale)} · ${t(`invitations.source.${source}`)}` : '',
        },
      ]}
    />
  );
}

/** What somebody should know of an invitation besides its answer. */
function Remark({ locale, line }: { locale: Locale; line: InvitationLine }): ReactNode {
  const t = invitationsTexts(locale);
  const { representative, note, outdated, waitsForOfficer, undelivered } = line;
  const who = representative && [representative.name, representative.function].filter(Boolean).join(', ');
  const parts = [
    ...(who ? [t('invitations.remark.represented', { who })] : []),
    ...(note ? [note] : []),
    ...(outdated ? [t('invitations.remark.outdated')] : []),
    ...(waitsForOfficer ? [t('invitations.remark.officer')] : []),
    ...(undelivered ? [t('invitations.remark.undelivered')] : []),
  ];
  return parts.map((part) => <p key={part}>{part}</p>);
}
