import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { ListFoot, Pagination } from '#app/ui/tables.tsx';
import { filterQuery, type RegistryFilter, readFilter } from '../domain/registry-filter.ts';
import { countryCodes } from '../reference-files.server.ts';
import { authoritiesTexts } from '../texts.ts';
import { HowToSearch } from '../ui/how-to-search.tsx';
import { OrganisationsTable } from '../ui/organisations-table.tsx';
import { RegistrySearch } from '../ui/registry-search.tsx';
import { listOrganisations, MOST_EXPORTED } from '../use-cases/list-organisations.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const filter = readFilter(new URL(args.request.url).searchParams);
  const list = valueOrThrow(await listOrganisations(ctx, filter), args.request);
  return { locale: ctx.locale, filter, list, countries: countryCodes(), mostExported: MOST_EXPORTED };
}

type Data = Awaited<ReturnType<typeof loader>>;

export default function Organisations() {
  const data = useLoaderData<typeof loader>();
  const { locale, filter, list, countries } = data;
  const t = authoritiesTexts(locale);
  const record = list.mayRecord ? (
    <ButtonLink tone="quiet" href={`/${locale}/desk/authorities/new`}>
      {t('authorities.list.record')}
    </ButtonLink>
  ) : null;
  const start = list.mode === 'start';
  return (
    <>
      <title>{t('authorities.list.title')}</title>
      <PageHead title={t('authorities.list.title')} lead={t('authorities.list.lead')} actions={record} />
      <RegistrySearch locale={locale} filter={filter} countries={countries} />
      {start && <HowToSearch locale={locale} />}
      <Section
        id="results"
        title={start ? t('authorities.list.by-hand') : t('authorities.list.results')}
        lead={start ? t('authorities.list.by-hand-lead') : undefined}
        wide
      >
        {list.cut && <Notice>{t('authorities.list.cut', { count: list.rows.length })}</Notice>}
        <OrganisationsTable
          locale={locale}
          caption={t('authorities.list.count', { count: list.total })}
          rows={list.rows}
          sort={list.mode === 'filter' ? { by: filter.sort, href: (sort) => `?${filterQuery({ ...filter, sort, page: 1 })}` } : undefined}
          empty={<Nothing locale={locale} start={start} />}
        />
        <Foot data={data} />
      </Section>
    </>
  );
}

function Nothing({ locale, start }: { locale: Locale; start: boolean }) {
  const t = authoritiesTexts(locale);
  return (
    <EmptyState title={t(start ? 'authorities.list.none-by-hand' : 'authorities.list.empty')}>
      {t(start ? 'authorities.list.none-by-hand-text' : 'authorities.list.empty-text')}
    </EmptyState>
  );
}

function Foot({ data: { locale, filter, list, mostExported } }: { data: Data }) {
  const t = authoritiesTexts(locale);
  if (list.total === 0) return null;
  const here = `/${locale}/desk/authorities`;
  const asked = (over: Partial<RegistryFilter>) => filterQuery({ ...filter, ...over });
  const exports =
    list.total > mostExported ? (
      <p className="quiet">{t('authorities.list.too-many', { max: mostExported })}</p>
    ) : (
      (['xlsx', 'csv'] as const).map((format) => (
        <ButtonLink key={format} tone="quiet" small download href={`${here}/export/${format}?${asked({ page: 1 })}`}>
          {t(`authorities.list.${format}`)}
        </ButtonLink>
      ))
    );
  return (
    <ListFoot count={t('authorities.list.count', { count: list.total })} exports={exports}>
      <Pagination
        page={list.page}
        pages={list.pages}
        href={(page) => `${here}?${asked({ page })}`}
        labels={{
          nav: t('authorities.list.pages'),
          previous: t('authorities.list.previous'),
          next: t('authorities.list.next'),
          page: (page) => t('authorities.list.page', { page }),
        }}
      />
    </ListFoot>
  );
}
