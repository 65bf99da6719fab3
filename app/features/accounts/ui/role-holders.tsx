import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { HiddenValues, TextField } from '#app/ui/forms.tsx';
import { Notice } from '#app/ui/states.tsx';
import { type Column, DataTable, FilterBar } from '#app/ui/tables.tsx';
import { Run } from '#app/ui/text.tsx';
import { accountsTexts, instantText, refusalText } from '../texts.ts';
import type { PersonLine, RoleDesk } from '../use-cases/read-role-holders.server.ts';

type RoleHoldersProps = {
  locale: Locale;
  desk: RoleDesk;
  /** What the lists hold, for those who do not see where they stand. */
  caption: string;
  /** Where the section is, with its anchor: the search comes back to it as `?person=`, and a grant is sent to it as `person`. */
  here: string;
  /** Where a holder's grant can be ended, after a question. */
  revokeHref: (assignmentId: string) => string;
  refusal?: Refusal | undefined;
};

/** Who holds a role over one thing; for those who may grant it, the way to find a person, to grant and to revoke. */
export function RoleHolders({ locale, desk, caption, here, revokeHref, refusal }: RoleHoldersProps): ReactNode {
  const t = accountsTexts(locale);
  const revoke: Column<RoleDesk['holders'][number]> = {
    key: 'revoke',
    header: t('accounts.person.actions'),
    hiddenHeader: true,
    narrow: true,
    cell: ({ assignmentId, name }) => (
      <ButtonLink tone="bare" small href={revokeHref(assignmentId)}>
        {t('accounts.person.role-revoke')}
        <span className="hidden-text"> {name}</span>
      </ButtonLink>
    ),
  };
  return (
    <div className="stack stack-l">
      {refusal ? <Notice tone="error" live title={refusalText(t, refusal)} /> : null}
      <DataTable
        caption={`${caption} · ${t('accounts.holders.caption', { count: desk.holders.length })}`}
        captionHidden
        rows={desk.holders}
        rowKey={({ assignmentId }) => assignmentId}
        empty={<p className="quiet">{t('accounts.holders.none')}</p>}
        columns={[
          ...personColumns(locale),
          { key: 'since', header: t('accounts.person.role-since'), narrow: true, cell: ({ since }) => instantText(since, locale) },
          ...(desk.mayGrant ? [revoke] : []),
        ]}
      />
      {desk.mayGrant ? <Search locale={locale} desk={desk} here={here} /> : null}
    </div>
  );
}

function personColumns<Line extends PersonLine>(locale: Locale): Column<Line>[] {
  const t = accountsTexts(locale);
  return [
    {
      key: 'name',
      header: t('accounts.people.name'),
      rowHeader: true,
      cell: ({ personId, name, mayOpen }) => (mayOpen ? <a href={`/${locale}/desk/people/${personId}`}>{name}</a> : name),
    },
    {
      key: 'organisation',
      header: t('accounts.person.organisation'),
      cell: ({ organisation }) => (organisation ? <Run lang={organisation.lang}>{organisation.text}</Run> : null),
    },
  ];
}

function Search({ locale, desk, here }: Pick<RoleHoldersProps, 'locale' | 'desk' | 'here'>): ReactNode {
  const t = accountsTexts(locale);
  const { found, q, total } = desk;
  return (
    <>
      <FilterBar label={t('accounts.holders.search')} action={here} buttons={<Button tone="quiet">{t('accounts.holders.find')}</Button>}>
        <TextField
          name="person"
          type="search"
          grow
          label={t('accounts.holders.search')}
          hint={t('accounts.holders.search-hint')}
          defaultValue={q}
        />
      </FilterBar>
      {q ? (
        <DataTable
          caption={t('accounts.holders.found', { count: total, more: total > found.length ? 'yes' : 'no' })}
          rows={found}
          rowKey={({ personId }) => personId}
          empty={<p className="quiet">{t('accounts.holders.not-there')}</p>}
          columns={[
            ...personColumns<RoleDesk['found'][number]>(locale),
            {
              key: 'grant',
              header: t('accounts.person.actions'),
              hiddenHeader: true,
              narrow: true,
              cell: (line) => (line.holds ? t('accounts.holders.holds') : <Grant locale={locale} here={here} line={line} />),
            },
          ]}
        />
      ) : null}
    </>
  );
}

function Grant({ locale, here, line }: { locale: Locale; here: string; line: PersonLine }): ReactNode {
  return (
    <form method="post" action={here}>
      <HiddenValues values={{ person: line.personId }} />
      <Button tone="quiet" small>
        {accountsTexts(locale)('accounts.holders.grant')}
        <span className="hidden-text"> {line.name}</span>
      </Button>
    </form>
  );
}
