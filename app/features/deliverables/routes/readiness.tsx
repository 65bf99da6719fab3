import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { ListFoot } from '#app/ui/tables.tsx';
import { readinessQuery, readReadinessFilter } from '../domain/readiness-filter.ts';
import { matrixModel } from '../matrix-model.server.ts';
import { deliverablesTexts } from '../texts.ts';
import stylesheet from '../ui/readiness.css?url';
import { ReadinessFilters } from '../ui/readiness-filters.tsx';
import { ReadinessHead } from '../ui/readiness-head.tsx';
import { ColumnList, ReadinessMatrix } from '../ui/readiness-matrix.tsx';
import { StateLegend } from '../ui/state-sign.tsx';
import { readReadiness } from '../use-cases/read-readiness.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

/** The readiness matrix of an edition, narrowed by the address. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const filter = readReadinessFilter(new URL(args.request.url).searchParams);
  const shown = valueOrThrow(await readReadiness(ctx, args.params.edition ?? '', filter), args.request);
  return { model: matrixModel(shown, ctx.locale), nothing: shown.lines.length === 0 };
}

export default function ReadinessPage(): ReactNode {
  const { model, nothing } = useLoaderData<typeof loader>();
  const { locale, slug, filter } = model;
  const t = deliverablesTexts(locale);
  const base = `/${locale}/desk/editions/${slug}`;
  const here = `${base}/readiness`;
  const query = readinessQuery(filter);
  const files = (['xlsx', 'csv'] as const).map((format) => (
    <ButtonLink key={format} tone="quiet" small download href={`${here}/matrix/${format}${query}`}>
      {t(`deliverables.export-${format}`)}
    </ButtonLink>
  ));
  return (
    <>
      <ReadinessHead
        {...{ locale, slug, edition: model.edition, reminds: model.reminds, current: 'matrix' }}
        title={t('deliverables.title')}
        lead={t(model.readsAny ? 'deliverables.lead' : 'deliverables.lead-own')}
      />
      {nothing ? (
        <EmptyState
          title={t('deliverables.empty')}
          actions={<ButtonLink href={`${base}/timeline`}>{t('deliverables.to-timeline')}</ButtonLink>}
        >
          {t('deliverables.empty-text')}
        </EmptyState>
      ) : (
        <>
          <ReadinessFilters {...{ locale, filter, here, choices: model.choices }} />
          <StateLegend label={t('deliverables.legend')} items={model.legend} />
          {model.count === 0 ? (
            <EmptyState title={t('deliverables.empty-filter')} actions={<ButtonLink href={here}>{t('deliverables.clear')}</ButtonLink>} />
          ) : (
            <>
              <ColumnList model={model} />
              <ReadinessMatrix model={model} />
            </>
          )}
          <ListFoot count={t('deliverables.shown', { count: model.count })} exports={files} />
        </>
      )}
    </>
  );
}
