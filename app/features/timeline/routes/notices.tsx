import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { Ordinals, Run } from '#app/ui/text.tsx';
import { noticesModel } from '../notices-model.server.ts';
import { timelineTexts } from '../texts.ts';
import { readNotices } from '../use-cases/read-notices.server.ts';

/** The notices of an edition's moved dates. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  return noticesModel(valueOrThrow(await readNotices(ctx, args.params.edition ?? ''), args.request), ctx);
}

export default function Notices(): ReactNode {
  const { locale, slug, edition, notices } = useLoaderData<typeof loader>();
  const t = timelineTexts(locale);
  const timeline = `/${locale}/desk/editions/${slug}/timeline`;
  return (
    <>
      <title>{`${t('timeline.notices')} · ${edition.text}`}</title>
      <Breadcrumbs label={t('timeline.path')} items={[{ label: t('timeline.title'), href: timeline }, { label: t('timeline.notices') }]} />
      <PageHead
        eyebrow={<Ordinals text={edition.text} lang={edition.lang} />}
        title={t('timeline.notices')}
        lead={t('timeline.notices.lead')}
      />
      <DataTable
        caption={t('timeline.notices.caption', { count: notices.length })}
        rows={notices}
        rowKey={({ id }) => id}
        rowTone={({ waiting }) => (waiting > 0 ? 'attention' : undefined)}
        empty={<EmptyState title={t('timeline.notices.none')} />}
        columns={[
          {
            ...{ key: 'what', header: t('timeline.notices.what'), rowHeader: true },
            cell: ({ id, title }) => (
              <a href={`${timeline}/notices/${id}`}>
                <Run lang={title.lang}>{title.text}</Run>
              </a>
            ),
          },
          { key: 'change', header: t('timeline.notices.change'), cell: ({ change }) => change },
          { key: 'sent', header: t('timeline.notices.sent-on'), cell: ({ sentOn }) => sentOn },
          { key: 'queued', header: t('timeline.notices.queued'), numeric: true, cell: ({ queued }) => queued },
          { key: 'waiting', header: t('timeline.notices.waiting'), numeric: true, cell: ({ waiting }) => waiting },
          { key: 'unreachable', header: t('timeline.notices.unreachable'), numeric: true, cell: ({ unreachable }) => unreachable },
        ]}
      />
    </>
  );
}
