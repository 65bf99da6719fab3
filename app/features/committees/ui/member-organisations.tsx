import type { ReactNode } from 'react';
import { nameOfPerson } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import { Combobox } from '#app/ui/combobox.tsx';
import { Button, Tag } from '#app/ui/controls.tsx';
import { Form, FormActions, HiddenValues } from '#app/ui/forms.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { LocalisedRun, Run } from '#app/ui/text.tsx';
import type { CommitteeMember } from '../members.server.ts';
import { committeesTexts } from '../texts.ts';
import type { FoundOrganisation, MembersView } from '../use-cases/read-members.server.ts';

type Names = CommitteeMember['names'];

function Organisation({ names, locale }: { names: Names; locale: Locale }): ReactNode {
  const name = displayName(names, locale, 'official');
  return <Run lang={name.lang || 'und'}>{name.text}</Run>;
}

/** A button that sends one organisation; its name is said to those who do not see the row. */
function OneButton(props: {
  act: string;
  organisationId: string;
  names: Names;
  label: string;
  tone: 'quiet' | 'bare';
  locale: Locale;
}): ReactNode {
  const { act, organisationId, names, label, tone, locale } = props;
  return (
    <form method="post">
      <HiddenValues values={{ act, organisation: organisationId }} />
      <Button tone={tone} small>
        {label}
        <span className="hidden-text"> {displayName(names, locale, 'official').text}</span>
      </Button>
    </form>
  );
}

/** The organisations that sit in a committee, each with its persons; last those persons who sit there for none of them. */
export function MemberOrganisations({ members, locale }: { members: readonly CommitteeMember[]; locale: Locale }): ReactNode {
  const t = committeesTexts(locale);
  const seats = members.filter(({ organisationId }) => organisationId !== null).length;
  return (
    <DataTable
      caption={t('committees.seats.caption', { count: seats })}
      rows={members}
      rowKey={({ organisationId }) => organisationId ?? 'none'}
      empty={<p className="quiet">{t('committees.seats.none')}</p>}
      columns={[
        {
          key: 'organisation',
          header: t('committees.attendance.organisation'),
          rowHeader: true,
          cell: ({ organisationId, names }) =>
            organisationId === null ? t('committees.seats.without') : <Organisation names={names} locale={locale} />,
        },
        { key: 'persons', header: t('committees.seats.persons'), cell: ({ persons }) => <Persons persons={persons} locale={locale} /> },
        {
          key: 'actions',
          header: t('committees.seats.actions'),
          hiddenHeader: true,
          narrow: true,
          cell: ({ organisationId, names, persons }) =>
            organisationId !== null && persons.length === 0 ? (
              <OneButton act="remove" tone="bare" label={t('committees.seats.remove')} {...{ organisationId, names, locale }} />
            ) : null,
        },
      ]}
    />
  );
}

function Persons({ persons, locale }: { persons: CommitteeMember['persons']; locale: Locale }): ReactNode {
  if (persons.length === 0) return <span className="quiet">{committeesTexts(locale)('committees.seats.nobody')}</span>;
  return (
    <ul>
      {persons.map(({ personId, name, title }) => {
        const held = readText(title, locale);
        return (
          <li key={personId}>
            {nameOfPerson(name, locale)}
            {held && (
              <>
                {' · '}
                <span className="quiet">
                  <LocalisedRun value={held} />
                </span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Who is expected to sit in a committee and does not: each can be added, or all at once. */
export function ProposedOrganisations({ proposed, locale }: { proposed: MembersView['proposed']; locale: Locale }): ReactNode {
  const t = committeesTexts(locale);
  const reasons = ({ host, coOrganiser, hostedIn }: MembersView['proposed'][number]) => [
    ...(host ? [t('committees.proposed.host')] : []),
    ...(coOrganiser ? [t('committees.proposed.co-organiser')] : []),
    ...hostedIn.map((year) => t('committees.proposed.hosted', { year })),
  ];
  return (
    <div className="stack">
      <DataTable
        caption={t('committees.proposed.title')}
        captionHidden
        rows={proposed}
        rowKey={({ organisationId }) => organisationId}
        empty={null}
        columns={[
          {
            key: 'organisation',
            header: t('committees.attendance.organisation'),
            rowHeader: true,
            cell: ({ names }) => <Organisation names={names} locale={locale} />,
          },
          {
            key: 'why',
            header: t('committees.proposed.why'),
            cell: (each) => (
              <span className="tags">
                {reasons(each).map((reason) => (
                  <Tag key={reason}>{reason}</Tag>
                ))}
              </span>
            ),
          },
          {
            key: 'actions',
            header: t('committees.seats.actions'),
            hiddenHeader: true,
            narrow: true,
            cell: ({ organisationId, names }) => (
              <OneButton act="add" tone="quiet" label={t('committees.seats.add')} {...{ organisationId, names, locale }} />
            ),
          },
        ]}
      />
      <AddAll proposed={proposed} locale={locale} />
    </div>
  );
}

function AddAll({ proposed, locale }: { proposed: MembersView['proposed']; locale: Locale }): ReactNode {
  if (proposed.length < 2) return null;
  const t = committeesTexts(locale);
  return (
    <form method="post">
      <HiddenValues values={{ act: 'add' }} />
      {proposed.map(({ organisationId }) => (
        <input key={organisationId} type="hidden" name="organisation" value={organisationId} />
      ))}
      <Button>{t('committees.proposed.all', { count: proposed.length })}</Button>
    </form>
  );
}

/** The field that adds an organisation: proposed as one types, or chosen from what the typed name found. */
export function AddOrganisation(props: {
  q: string;
  found: readonly FoundOrganisation[];
  error?: string | undefined;
  locale: Locale;
}): ReactNode {
  const { q, found, error, locale } = props;
  const t = committeesTexts(locale);
  return (
    <div className="stack">
      <Form hidden={{ act: 'add' }}>
        <Combobox
          name="organisation-name"
          valueName="organisation"
          source={`/${locale}/organisations/search.json`}
          label={t('committees.seats.field')}
          submit={t('committees.seats.find')}
          defaultText={q}
          error={error}
        />
        <FormActions>
          <Button tone="quiet">{t('committees.seats.add')}</Button>
        </FormActions>
      </Form>
      {q && <FoundOrganisations found={found} locale={locale} />}
    </div>
  );
}

function FoundOrganisations({ found, locale }: { found: readonly FoundOrganisation[]; locale: Locale }): ReactNode {
  const t = committeesTexts(locale);
  return (
    <DataTable
      caption={t('committees.organisation.results', { count: found.length })}
      rows={found}
      rowKey={({ organisationId }) => organisationId}
      empty={<p className="quiet">{t('committees.seats.not-found')}</p>}
      columns={[
        {
          key: 'organisation',
          header: t('committees.attendance.organisation'),
          rowHeader: true,
          cell: ({ names }) => <Organisation names={names} locale={locale} />,
        },
        {
          key: 'detail',
          header: t('committees.seats.code'),
          cell: ({ country, detail }) => [country, detail].filter(Boolean).join(' · '),
        },
        {
          key: 'actions',
          header: t('committees.seats.actions'),
          hiddenHeader: true,
          narrow: true,
          cell: ({ organisationId, names }) => (
            <OneButton act="add" tone="quiet" label={t('committees.seats.add')} {...{ organisationId, names, locale }} />
          ),
        },
      ]}
    />
  );
}
