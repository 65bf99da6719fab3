import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink, Tag } from '#app/ui/controls.tsx';
import { TextField } from '#app/ui/forms.tsx';
import { Tabs } from '#app/ui/nav.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { FilterBar, ListFoot } from '#app/ui/tables.tsx';
import { type ListFilter, passes, readListFilter } from '../domain/filter-list.ts';
import { committeesTexts, fileNameText } from '../texts.ts';
import { AttendanceTable } from '../ui/attendance-table.tsx';
import stylesheet from '../ui/committees.css?url';
import { Counts } from '../ui/counts.tsx';
import { MeetingDetails } from '../ui/meeting-details.tsx';
import { MeetingFrame } from '../ui/meeting-frame.tsx';
import { QuotedFigures } from '../ui/quoted-figures.tsx';
import { type MeetingView, readMeeting } from '../use-cases/read-meeting.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = valueOrThrow(await readMeeting(ctx, { meetingId: args.params.meetingId ?? '' }), args.request);
  const params = new URL(args.request.url).searchParams;
  const filter = readListFilter(params);
  const done = {
    saved: params.has('saved'),
    applied: /^\d+$/.test(params.get('applied') ?? '') ? Number(params.get('applied')) : null,
    undone: params.has('undone'),
  };
  const rows = view.sheet.rows.filter((row) => {
    const { printed, names } = row.organisation;
    const native = row.native ? [row.native.familyName, row.native.givenName, row.native.kana ?? ''] : [];
    return passes(filter, {
      status: row.status,
      texts: [row.givenName, row.familyName, row.role, printed, ...native, ...Object.values(names)],
    });
  });
  return { locale: ctx.locale, filter, done, ...view, sheet: { ...view.sheet, rows }, all: view.sheet.rows.length };
}

type Data = Awaited<ReturnType<typeof loader>>;

export default function Meeting() {
  const data = useLoaderData<typeof loader>();
  const { locale, batches, all } = data;
  const t = committeesTexts(locale);
  return (
    <MeetingFrame locale={locale} head={data.head} current="overview" actions={<Actions data={data} />}>
      {data.done.applied !== null && (
        <Notice tone="success" live>
          {t('committees.import.applied', { people: data.done.applied })}
        </Notice>
      )}
      {data.done.undone && (
        <Notice tone="success" live>
          {t('committees.import.undone')}
        </Notice>
      )}
      {data.done.saved && (
        <Notice tone="success" live>
          {t('committees.change.saved')}
        </Notice>
      )}
      <MeetingDetails details={data.details} locale={locale} />
      {all === 0 ? (
        <EmptyState title={t('committees.attendance.empty')}>{t('committees.attendance.empty-text')}</EmptyState>
      ) : (
        <AttendanceList data={data} />
      )}
      {batches.length > 0 && <ImportedFiles batches={batches} locale={locale} />}
    </MeetingFrame>
  );
}

function Actions({ data: { locale, head, mayEdit, mayImport } }: { data: Data }) {
  const t = committeesTexts(locale);
  const own = `/${locale}/desk/meetings/${head.id}`;
  return (
    <>
      {mayEdit && head.state === 'planned' && (
        <ButtonLink tone="quiet" href={`${own}/edit`}>
          {t('committees.facts.edit')}
        </ButtonLink>
      )}
      {mayEdit && (
        <ButtonLink tone="bare" href={`${own}/cancel`}>
          {t(head.state === 'cancelled' ? 'committees.state.reinstate' : 'committees.facts.cancel')}
        </ButtonLink>
      )}
      {mayImport && (
        <ButtonLink tone="quiet" href={`${own}/import`}>
          {t('committees.attendance.import')}
        </ButtonLink>
      )}
    </>
  );
}

/** The address of the list with another filter. */
function listHref(filter: ListFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '' && value !== 'all'));
  return `?${query}`;
}

function AttendanceList({ data: { locale, sheet, quoted, filter, all } }: { data: Data }) {
  const t = committeesTexts(locale);
  const download = (format: string) => `/${locale}/desk/meetings/${sheet.meeting.id}/attendance/${format}`;
  return (
    <Section id="attendance" title={t('committees.attendance.title')} wide>
      <QuotedFigures counts={quoted} locale={locale} />
      <Counts counts={sheet.counts} locale={locale} />
      <Tabs
        label={t('committees.attendance.views')}
        items={(['all', 'present', 'excused'] as const).map((list) => ({
          href: listHref({ ...filter, list }),
          label: t(`committees.attendance.${list}`),
          current: filter.list === list,
          note: list === 'all' ? all : sheet.counts[list].rows,
        }))}
      />
      <FilterBar
        label={t('committees.attendance.search')}
        hidden={filter.list === 'all' ? {} : { list: filter.list }}
        buttons={
          <>
            <Button tone="quiet">{t('committees.attendance.filter')}</Button>
            {filter.q && (
              <ButtonLink tone="bare" href={listHref({ ...filter, q: '' })}>
                {t('committees.attendance.clear')}
              </ButtonLink>
            )}
          </>
        }
      >
        <TextField grow name="q" type="search" label={t('committees.attendance.search')} defaultValue={filter.q} />
      </FilterBar>
      <AttendanceTable rows={sheet.rows} locale={locale} empty={<EmptyState title={t('committees.attendance.no-match')} />} />
      <ListFoot
        count={t('committees.attendance.caption', { count: sheet.rows.length })}
        exports={
          <>
            <span>{t('committees.attendance.download')}</span>
            {['pdf', 'docx', 'xlsx', 'csv'].map((format) => (
              <ButtonLink key={format} small tone="quiet" download href={download(format)}>
                {format.toUpperCase()}
              </ButtonLink>
            ))}
          </>
        }
      />
    </Section>
  );
}

function ImportedFiles({ batches, locale }: { batches: MeetingView['batches']; locale: Data['locale'] }) {
  const t = committeesTexts(locale);
  const tones = { draft: 'draft', applied: 'ok', undone: 'plain', discarded: 'plain' } as const;
  return (
    <Section id="imports" title={t('committees.attendance.imports')} wide>
      <ul>
        {batches.map((batch) => (
          <li key={batch.id}>
            <a href={`/${locale}/desk/imports/${batch.id}`}>{fileNameText(batch.fileName, locale)}</a>{' '}
            <Tag tone={tones[batch.state]}>{t(`committees.import.state.${batch.state}`)}</Tag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
