import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Checkbox, SelectField, TextField } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { FilterBar, ListFoot, Pagination } from '#app/ui/tables.tsx';
import { CONTACT_KINDS, isContactKind } from '../domain/function-term.ts';
import { accountsTexts } from '../texts.ts';
import { PeopleTable } from '../ui/people-table.tsx';
import { listPeople } from '../use-cases/list-people.server.ts';

export { headers } from './no-store.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const params = new URL(args.request.url).searchParams;
  const q = (params.get('q') ?? '').slice(0, 200);
  const kind = params.get('contact');
  const country = /^[A-Z]{2}$/.test(params.get('country') ?? '') ? (params.get('country') ?? '') : '';
  const withRole = params.has('role');
  const page = Number(params.get('page') ?? 1);
  const contactKind = isContactKind(kind) ? kind : null;
  const filter = { q, ...(contactKind ? { contactKind } : {}), ...(country ? { country } : {}), withRole, page: Math.min(page, 10_000) };
  const list = valueOrThrow(await listPeople(ctx, filter), args.request);
  return { locale: ctx.locale, list, filter: { q, contact: contactKind ?? '', country, withRole } };
}

export default function People() {
  const { locale, list, filter } = useLoaderData<typeof loader>();
  const t = accountsTexts(locale);
  const here = `/${locale}/desk/people`;
  const add = list.mayCreate ? <ButtonLink href={`${here}/new`}>{t('accounts.people.add')}</ButtonLink> : null;
  return (
    <>
      <title>{t('accounts.people.title')}</title>
      <PageHead title={t('accounts.people.title')} lead={t('accounts.people.lead')} actions={add} />
      <PeopleFilter locale={locale} filter={filter} />
      <PeopleTable
        locale={locale}
        people={list.people}
        empty={<EmptyState title={t('accounts.people.empty')}>{t('accounts.people.empty-text')}</EmptyState>}
      />
      <ListFoot count={t('accounts.people.count', { count: list.total })}>
        <Pagination
          page={list.page}
          pages={list.pages}
          href={(page) => `${here}?${pageQuery(filter, page)}`}
          labels={{
            nav: t('accounts.people.pages'),
            previous: t('accounts.people.previous'),
            next: t('accounts.people.next'),
            page: (page) => t('accounts.people.page', { page }),
          }}
        />
      </ListFoot>
    </>
  );
}

type Filter = { q: string; contact: string; country: string; withRole: boolean };

function pageQuery({ q, contact, country, withRole }: Filter, page: number): string {
  const params = new URLSearchParams({ ...(q ? { q } : {}), ...(contact ? { contact } : {}), ...(country ? { country } : {}) });
  if (withRole) params.set('role', 'yes');
  params.set('page', String(page));
  return params.toString();
}

function PeopleFilter({ locale, filter }: { locale: 'fr' | 'en' | 'ja'; filter: Filter }) {
  const t = accountsTexts(locale);
  const kinds = CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`accounts.person.contact.${kind}`) }));
  return (
    <FilterBar
      label={t('accounts.people.filters')}
      buttons={
        <>
          <Button>{t('accounts.people.filter')}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/people`}>
            {t('accounts.people.clear')}
          </ButtonLink>
        </>
      }
    >
      <TextField
        name="q"
        type="search"
        grow
        label={t('accounts.people.search')}
        hint={t('accounts.people.search-hint')}
        defaultValue={filter.q}
      />
      <SelectField
        name="contact"
        label={t('accounts.people.kind')}
        placeholder={t('accounts.people.any')}
        options={kinds}
        defaultValue={filter.contact}
      />
      <TextField
        name="country"
        width="short"
        label={t('accounts.people.country')}
        placeholder="FR"
        maxLength={2}
        defaultValue={filter.country}
      />
      <Checkbox name="role" label={t('accounts.people.with-role')} defaultChecked={filter.withRole} />
    </FilterBar>
  );
}
