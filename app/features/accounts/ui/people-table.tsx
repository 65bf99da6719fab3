import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { type Column, DataTable } from '#app/ui/tables.tsx';
import type { PersonView } from '../person-view.server.ts';
import { accountsTexts } from '../texts.ts';
import { FunctionLine } from './function-list.tsx';
import { RoleOver } from './role-text.tsx';

/** Functions shown in a row of the list; the person's page has them all. */
const SHOWN = 2;

type PeopleTableProps = {
  locale: Locale;
  people: readonly PersonView[];
  /** The links that sort by name, and by the organisation of the functions. */
  sort: Record<'name' | 'organisation', Column<PersonView>['sort']>;
  empty: ReactNode;
};

/** People with their functions, mailboxes and roles, as far as the reader may see them. */
export function PeopleTable({ locale, people, sort, empty }: PeopleTableProps) {
  const t = accountsTexts(locale);
  return (
    <DataTable
      caption={t('accounts.people.title')}
      captionHidden
      rows={people}
      rowKey={({ person }) => person.id}
      empty={empty}
      columns={[
        {
          key: 'name',
          header: t('accounts.people.name'),
          rowHeader: true,
          sort: sort.name,
          cell: ({ person, name }) => <a href={`/${locale}/desk/people/${person.id}`}>{name}</a>,
        },
        {
          key: 'functions',
          header: t('accounts.people.functions'),
          sort: sort.organisation,
          cell: (view) => <Functions locale={locale} view={view} />,
        },
        {
          key: 'mailboxes',
          header: t('accounts.people.mailboxes'),
          cell: ({ mailboxes }) => (mailboxes ?? []).map(({ id, address }) => <div key={id}>{address}</div>),
        },
        {
          key: 'roles',
          header: t('accounts.people.roles'),
          cell: ({ roles }) =>
            (roles ?? []).map((role) => (
              <div key={role.assignmentId}>
                {t(`accounts.role.${role.role}`)} · <RoleOver role={role} locale={locale} />
              </div>
            )),
        },
      ]}
    />
  );
}

/** What somebody is now, first; else what they were. */
function Functions({ locale, view }: { locale: Locale; view: PersonView }) {
  const t = accountsTexts(locale);
  const current = view.functions.filter((held) => held.held);
  const shown = current.length > 0 ? current : view.functions;
  return (
    <>
      {shown.slice(0, SHOWN).map((held) => (
        <div key={held.id} className={held.held ? undefined : 'quiet'}>
          <FunctionLine held={held} locale={locale} />
          {held.held ? null : ` (${t('accounts.person.function-ended')})`}
        </div>
      ))}
      {shown.length > SHOWN ? <div className="quiet">{t('accounts.people.more', { count: shown.length - SHOWN })}</div> : null}
    </>
  );
}
