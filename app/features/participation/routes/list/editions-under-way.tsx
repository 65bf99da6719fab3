import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { PageHead } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { participationTexts } from '../../texts.ts';
import { EditionStanding } from '../../ui/list/edition-standing.tsx';
import { listEditionsUnderWay } from '../../use-cases/list/list-editions-under-way.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  return { locale: ctx.locale, editions: valueOrThrow(await listEditionsUnderWay(ctx), args.request) };
}

export default function EditionsUnderWay(): ReactNode {
  const { locale, editions } = useLoaderData<typeof loader>();
  const t = participationTexts(locale);
  return (
    <>
      <title>{t('participation.desk.title')}</title>
      <PageHead title={t('participation.desk.title')} lead={t('participation.desk.lead')} />
      {editions.length === 0 && <EmptyState title={t('participation.desk.none')}>{t('participation.desk.none-text')}</EmptyState>}
      {editions.map((standing) => (
        <EditionStanding key={standing.edition.id} standing={standing} locale={locale} />
      ))}
    </>
  );
}
