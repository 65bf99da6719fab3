import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { ListFoot, Pagination } from '#app/ui/tables.tsx';
import { type PeopleFilter, peopleQuery, readPeopleFilter, sortedBy } from '../domain/people-filter.ts';
import { accountsTexts } from '../texts.ts';
import { PeopleFilterBar } from '../ui/people-filter-bar.tsx';
import { PeopleTable } from '../ui/people-table.tsx';
import { listPeople } from '../use-cases/list-people.server.ts';

export { headers } from './no-store.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const filter = readPeopleFilter(new URL(args.request.url).searchParams);
  return { locale: ctx.locale, list: valueOrThrow(await listPeople(ctx, filter), args.request), filter };
}

type Data = Awaited<ReturnType<typeof loader>>;

export default function People() {
  const data = useLoaderData<typeof loader>();
  const { locale, list, filter } = data;
  const t = accountsTexts(locale);
  const here = `/${locale}/desk/people`;
  const add = list.mayCreate ? <ButtonLink href={`${here}/new`}>{t('accounts.people.add')}</ButtonLink> : null;
  const sort = (column: 'name' | 'organisation') => {
    const { direction, next } = sortedBy(filter, column);
    return { direction, href: `${here}?${peopleQuery(next)}` };
  };
  return (
    <>
      <title>{t('accounts.people.title')}</title>
      <PageHead title={t('accounts.people.title')} lead={t('accounts.people.lead')} actions={add} />
      <PeopleFilterBar locale={locale} filter={filter} countries={list.countries} />
      <PeopleTable
        locale={locale}
        people={list.people}
        sort={{ name: sort('name'), organisation: sort('organisation') }}
        empty={<EmptyState title={t('accounts.people.empty')}>{t('accounts.people.empty-text')}</EmptyState>}
      />
      <Foot data={data} here={here} />
    </>
  );
}

/** How many there are, the files of all of them, the pages. */
function Foot({ data: { locale, list, filter }, here }: { data: Data; here: string }) {
  const t = accountsTexts(locale);
  const query = (changes: Partial<PeopleFilter>) => peopleQuery({ ...filter, ...changes });
  const exports = (['xlsx', 'csv'] as const).map((format) => (
    <ButtonLink key={format} tone="quiet" small download href={`${here}/export/${format}?${query({ page: 1 })}`}>
      {t('accounts.file.as', { format: format.toUpperCase() })}
    </ButtonLink>
  ));
  return (
    <ListFoot count={t('accounts.people.count', { count: list.total })} exports={list.total > 0 ? exports : null}>
      <Pagination
        page={list.page}
        pages={list.pages}
        href={(page) => `${here}?${query({ page })}`}
        labels={{
          nav: t('accounts.people.pages'),
          previous: t('accounts.people.previous'),
          next: t('accounts.people.next'),
          page: (page) => t('accounts.people.page', { page }),
        }}
      />
    </ListFoot>
  );
}
