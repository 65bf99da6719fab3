import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { readText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink, Tag } from '#app/ui/controls.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { DateRun, LocalisedRun } from '#app/ui/text.tsx';
import { committeesTexts } from '../texts.ts';
import type { CommitteeOverview } from '../use-cases/list-meetings.server.ts';
import { listMeetings } from '../use-cases/list-meetings.server.ts';
import { editionTitle } from '../use-cases/read-attendance-sheet.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { committees, editions } = valueOrThrow(await listMeetings(ctx), args.request);
  return {
    locale: ctx.locale,
    mayCreate: editions.length > 0,
    committees: committees.map((found) => ({ ...found, editionTitle: editionTitle(found.edition) })),
  };
}

export default function Meetings() {
  const { locale, committees, mayCreate } = useLoaderData<typeof loader>();
  const t = committeesTexts(locale);
  const create = mayCreate ? (
    <ButtonLink tone="quiet" href={`/${locale}/desk/committees/new`}>
      {t('committees.meetings.new-committee')}
    </ButtonLink>
  ) : null;
  return (
    <>
      <title>{t('committees.meetings.title')}</title>
      <PageHead title={t('committees.meetings.title')} lead={t('committees.meetings.lead')} actions={create} />
      {committees.length === 0 ? (
        <EmptyState title={t('committees.meetings.none')} actions={create}>
          {t('committees.meetings.none-text')}
        </EmptyState>
      ) : (
        committees.map((found) => <Committee key={found.committee.id} found={found} locale={locale} />)
      )}
    </>
  );
}

type Found = CommitteeOverview & { editionTitle: ReturnType<typeof editionTitle> };

function Committee({ found, locale }: { found: Found; locale: 'fr' | 'en' | 'ja' }) {
  const t = committeesTexts(locale);
  const { committee, meetings } = found;
  const name = readText(committee.name, locale);
  const edition = readText(found.editionTitle, locale);
  return (
    <Section
      id={`committee-${committee.id}`}
      title={name && <LocalisedRun value={name} />}
      lead={edition && <LocalisedRun value={edition} />}
      actions={<CommitteeActions found={found} locale={locale} />}
      wide
    >
      <DataTable
        caption={t('committees.meetings.caption', { committee: name?.text ?? '' })}
        captionHidden
        rows={meetings}
        rowKey={({ meeting }) => meeting.id}
        empty={<p className="quiet">{t('committees.meetings.no-meeting')}</p>}
        columns={[
          {
            key: 'date',
            header: t('committees.meetings.date'),
            narrow: true,
            cell: ({ meeting }) => <DateRun value={meeting.date}>{formatPartialDate(meeting.date, locale)}</DateRun>,
          },
          {
            key: 'meeting',
            header: t('committees.meetings.meeting'),
            rowHeader: true,
            cell: ({ meeting }) => <MeetingLink meeting={meeting} locale={locale} />,
          },
          { key: 'mode', header: t('committees.meetings.mode'), cell: ({ meeting }) => t(`committees.mode.${meeting.mode}`) },
          { key: 'people', header: t('committees.meetings.people'), numeric: true, cell: ({ people }) => people },
        ]}
      />
    </Section>
  );
}

function MeetingLink({ meeting, locale }: { meeting: Found['meetings'][number]['meeting']; locale: 'fr' | 'en' | 'ja' }) {
  const title = readText(meeting.title, locale);
  return (
    <>
      <a href={`/${locale}/desk/meetings/${meeting.id}`}>{title && <LocalisedRun value={title} />}</a>
      {meeting.state === 'cancelled' && (
        <>
          {' '}
          <Tag tone="late">{committeesTexts(locale)('committees.state.cancelled')}</Tag>
        </>
      )}
    </>
  );
}

function CommitteeActions({ found: { committee, mayCall, mayManage }, locale }: { found: Found; locale: 'fr' | 'en' | 'ja' }) {
  const t = committeesTexts(locale);
  const action = (path: string, label: string) => (
    <ButtonLink small tone="quiet" href={`/${locale}/desk/${path}`}>
      {label}
    </ButtonLink>
  );
  return (
    <>
      {mayManage && action(`committees/${committee.id}`, t('committees.members.title'))}
      {mayCall && action(`meetings/new?committee=${committee.id}`, t('committees.meetings.new'))}
    </>
  );
}
