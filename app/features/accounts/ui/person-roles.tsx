import type { Locale } from '#app/lib/locale.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { FieldRow, Form, FormActions, SelectField, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import type { FunctionView, PersonRights, RoleView } from '../person-view.server.ts';
import { accountsTexts, instantText } from '../texts.ts';
import { RoleOver } from './role-text.tsx';

type RolesProps = {
  locale: Locale;
  personId: string;
  roles: readonly RoleView[];
  functions: readonly FunctionView[];
  rights: PersonRights;
};

/** The roles of a person, with the way to revoke and to grant; both ask before they do it. */
export function PersonRoles({ locale, personId, roles, functions, rights }: RolesProps) {
  const t = accountsTexts(locale);
  const here = `/${locale}/desk/people/${personId}`;
  return (
    <Section id="roles" title={t('accounts.person.roles')} lead={t('accounts.person.roles-lead')} wide>
      <div className="stack stack-l">
        <DataTable
          caption={t('accounts.person.roles')}
          captionHidden
          rows={roles}
          rowKey={(role) => role.assignmentId}
          empty={<p className="quiet">{t('accounts.person.role-none')}</p>}
          columns={[
            { key: 'role', header: t('accounts.person.role'), rowHeader: true, cell: ({ role }) => t(`accounts.role.${role}`) },
            { key: 'over', header: t('accounts.person.role-over'), cell: (role) => <RoleOver role={role} locale={locale} /> },
            { key: 'since', header: t('accounts.person.role-since'), cell: ({ since }) => instantText(since, locale) },
            {
              key: 'revoke',
              header: t('accounts.person.actions'),
              hiddenHeader: true,
              narrow: true,
              cell: ({ assignmentId, mayRevoke }) =>
                mayRevoke ? (
                  <ButtonLink tone="bare" small href={`${here}/revoke?grant=${assignmentId}`}>
                    {t('accounts.person.role-revoke')}
                  </ButtonLink>
                ) : null,
            },
          ]}
        />
        {rights.grantSide || rights.grantInstance ? <GrantForm locale={locale} here={here} functions={functions} rights={rights} /> : null}
      </div>
    </Section>
  );
}

/** Chooses a role; the page that follows asks for confirmation. */
function GrantForm({
  locale,
  here,
  functions,
  rights,
}: {
  locale: Locale;
  here: string;
  functions: readonly FunctionView[];
  rights: PersonRights;
}) {
  const t = accountsTexts(locale);
  const organisations = new Map(functions.map((held) => [held.organisationId, held.organisation]));
  const offered = [
    ...(organisations.size > 0 ? (['authority-editor', 'authority-reader'] as const) : []),
    ...(rights.grantInstance ? (['secretariat', 'instance-admin'] as const) : []),
  ];
  if (offered.length === 0) return null;
  return (
    <Form method="get" action={`${here}/grant`}>
      <FieldRow>
        <SelectField
          name="role"
          label={t('accounts.person.role')}
          options={offered.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))}
        />
        {organisations.size > 0 ? (
          <SelectField
            name="organisation"
            label={t('accounts.person.role-organisation')}
            options={[...organisations].map(([value, { text, lang }]) => ({ value, label: text, lang }))}
          />
        ) : null}
        {rights.grantInstance ? (
          <TextField
            name="side"
            width="short"
            maxLength={2}
            label={t('accounts.person.role-side')}
            hint={t('accounts.person.role-side-hint')}
          />
        ) : null}
      </FieldRow>
      <FormActions>
        <Button tone="quiet">{t('accounts.person.role-grant')}</Button>
      </FormActions>
    </Form>
  );
}
