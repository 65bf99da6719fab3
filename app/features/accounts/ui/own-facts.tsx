import type { Locale } from '#app/lib/locale.ts';
import { Section } from '#app/ui/page.tsx';
import type { FunctionView, PersonView, RoleView } from '../person-view.server.ts';
import { accountsTexts } from '../texts.ts';
import { FunctionList } from './function-list.tsx';
import { RoleOver } from './role-text.tsx';

type OwnFactsProps = {
  locale: Locale;
  functions: readonly FunctionView[];
  mailboxes: NonNullable<PersonView['mailboxes']>;
  roles: readonly RoleView[];
};

/** What is recorded of the reader and only others can change: functions, mailboxes, roles. */
export function OwnFacts({ locale, functions, mailboxes, roles }: OwnFactsProps) {
  const t = accountsTexts(locale);
  return (
    <>
      <Section id="functions" title={t('accounts.account.functions')} lead={t('accounts.account.functions-lead')} wide>
        {functions.length > 0 ? (
          <FunctionList locale={locale} functions={functions} />
        ) : (
          <p className="quiet">{t('accounts.account.no-functions')}</p>
        )}
      </Section>
      <Section id="mailboxes" title={t('accounts.account.mailboxes')} wide>
        {mailboxes.length === 0 ? <p className="quiet">{t('accounts.account.no-mailboxes')}</p> : null}
        <ul>
          {mailboxes.map((mailbox) => (
            <li key={mailbox.id}>
              {mailbox.address} {mailbox.isPrimary ? <span className="quiet">({t('accounts.person.mailbox-primary')})</span> : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="roles" title={t('accounts.account.roles')} wide>
        {roles.length === 0 ? <p className="quiet">{t('accounts.account.no-roles')}</p> : null}
        <ul>
          {roles.map((role) => (
            <li key={role.assignmentId}>
              {t(`accounts.role.${role.role}`)} · <RoleOver role={role} locale={locale} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
