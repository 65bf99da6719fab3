import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { EmptyState, ErrorSummary, Notice } from '#app/ui/states.tsx';
import { ListFoot } from '#app/ui/tables.tsx';
import { readinessQuery, readReadinessFilter } from '../domain/readiness-filter.ts';
import { readMarkForm } from '../forms.ts';
import { type ListModel, listModel } from '../list-model.server.ts';
import { deliverablesTexts, refusalText } from '../texts.ts';
import { BrokenAddresses, CellTable, type Kept, MarkFields } from '../ui/cell-list.tsx';
import stylesheet from '../ui/readiness.css?url';
import { ReadinessFilters } from '../ui/readiness-filters.tsx';
import { ReadinessHead } from '../ui/readiness-head.tsx';
import { markCells } from '../use-cases/mark-cells.server.ts';
import { readCells } from '../use-cases/read-cells.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

/** Everything asked, one by one, narrowed by the address, with the people behind it. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { searchParams } = new URL(args.request.url);
  const cells = valueOrThrow(await readCells(ctx, args.params.edition ?? '', readReadinessFilter(searchParams)), args.request);
  const marked = /^\d{1,4}$/.exec(searchParams.get('marked') ?? '')?.[0];
  return { model: listModel(cells, ctx.locale), marked: marked ? Number(marked) : null };
}

/** Marks the ticked lines, then shows the same list again. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const slug = args.params.edition ?? '';
  const input = readMarkForm(await args.request.formData());
  const done = await markCells(ctx, slug, input);
  const filter = readReadinessFilter(new URL(args.request.url).searchParams);
  if (done.ok) {
    const query = readinessQuery(filter);
    throw redirect(`/${ctx.locale}/desk/editions/${slug}/readiness/list${query ? `${query}&` : '?'}marked=${done.value}`);
  }
  if (done.refusal.code === 'sign-in-required') throw redirect(signInUrl(args.request));
  const cells = input.cells.map(({ organisationId, deliverable, revision }) => `${organisationId}:${deliverable}:${revision}`);
  return data({ refusal: done.refusal, kept: { ...input, cells } }, { status: statusOf(done.refusal) });
}

export default function ReadinessListPage(): ReactNode {
  const { model, marked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, slug, filter, rows } = model;
  const t = deliverablesTexts(locale);
  const base = `/${locale}/desk/editions/${slug}/readiness`;
  const here = `${base}/list`;
  const query = readinessQuery(filter);
  const field = String(refused?.refusal.params?.field ?? 'to');
  const error = refused ? (refusalText(t, refused.refusal) ?? refused.refusal.code) : '';
  const kept: Kept = refused ? { ...refused.kept, field, error } : null;
  const table = <CellTable model={model} kept={kept} />;
  const files = (['xlsx', 'csv'] as const).map((format) => (
    <ButtonLink key={format} tone="quiet" small download href={`${base}/list/${format}${query}`}>
      {t(`deliverables.export-${format}`)}
    </ButtonLink>
  ));
  return (
    <>
      <ReadinessHead
        {...{ locale, slug, edition: model.edition, reminds: model.reminds }}
        current="list"
        title={t('deliverables.tab.list')}
        lead={null}
      />
      <Said model={model} kept={kept} marked={marked} />
      <ReadinessFilters {...{ locale, filter, here, choices: model.choices }} />
      {rows.length === 0 ? (
        <EmptyState title={t('deliverables.empty-filter')} actions={<ButtonLink href={here}>{t('deliverables.clear')}</ButtonLink>} />
      ) : model.mayMark ? (
        <form method="post" action={`${here}${query}`} noValidate data-enhance="unsaved">
          {table}
          <MarkFields model={model} kept={kept} />
        </form>
      ) : (
        table
      )}
      <ListFoot count={t('deliverables.list-shown', { count: rows.length })} exports={files} />
      <BrokenAddresses model={model} />
    </>
  );
}

/** What has just been done or refused, and what needs somebody. */
function Said({ model, kept, marked }: { model: ListModel; kept: Kept; marked: number | null }): ReactNode {
  const t = deliverablesTexts(model.locale);
  return (
    <>
      {kept && <ErrorSummary title={t('deliverables.mark-title')} errors={[{ name: kept.field, message: kept.error }]} />}
      {marked !== null && !kept && (
        <Notice tone="success" live>
          {t('deliverables.marked', { count: marked })}
        </Notice>
      )}
      {model.brokenCount > 0 && (
        <Notice tone="warning">
          <a href="#addresses">{`${t('deliverables.broken-title')} (${model.brokenCount})`}</a>
        </Notice>
      )}
    </>
  );
}
