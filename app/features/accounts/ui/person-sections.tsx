import type { Locale } from '#app/lib/locale.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, HiddenValues, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import type { FunctionView, PersonRights, PersonView } from '../person-view.server.ts';
import { accountsTexts } from '../texts.ts';
import { FunctionList } from './function-list.tsx';

type FunctionsProps = {
  locale: Locale;
  personId: string;
  functions: readonly FunctionView[];
  mayEdit: boolean;
  error: (field: string) => string | undefined;
};

/** The functions of a person, each with the form that records its end. */
export function PersonFunctions({ locale, personId, functions, mayEdit, error }: FunctionsProps) {
  const t = accountsTexts(locale);
  const add = (
    <ButtonLink tone="quiet" href={`/${locale}/desk/people/${personId}/functions`}>
      {t('accounts.person.function-add')}
    </ButtonLink>
  );
  const end = (held: FunctionView) => (
    <form method="post" className="stack-s stack">
      <HiddenValues values={{ intent: 'end-function', 'function-id': held.id }} />
      <TextField
        name="until"
        id={`field-until-${held.id}`}
        width="short"
        label={t('accounts.person.until')}
        hint={t('accounts.person.date-hint')}
        defaultValue={held.until ?? ''}
        error={error(`until-${held.id}`)}
      />
      <Button tone="quiet" small>
        {t('accounts.person.function-end')}
      </Button>
    </form>
  );
  return (
    <Section id="functions" title={t('accounts.person.functions')} actions={mayEdit ? add : undefined} wide>
      {functions.length === 0 ? <p className="quiet">{t('accounts.account.no-functions')}</p> : null}
      <FunctionList locale={locale} functions={functions} {...(mayEdit ? { aside: end } : {})} />
    </Section>
  );
}

type MailboxesProps = {
  locale: Locale;
  mailboxes: NonNullable<PersonView['mailboxes']>;
  mayEdit: boolean;
  kept: string;
  error: string | undefined;
};

/** The mailboxes of a person, to those who may see them. */
export function PersonMailboxes({ locale, mailboxes, mayEdit, kept, error }: MailboxesProps) {
  const t = accountsTexts(locale);
  return (
    <Section id="mailboxes" title={t('accounts.person.mailboxes')} lead={t('accounts.person.mailboxes-lead')} wide>
      <div className="stack">
        {mailboxes.length === 0 ? <p className="quiet">{t('accounts.account.no-mailboxes')}</p> : null}
        <ul className="stack">
          {mailboxes.map((mailbox) => (
            <li key={mailbox.id} className="cluster">
              <span>
                {mailbox.address} {mailbox.isPrimary ? <span className="quiet">({t('accounts.person.mailbox-primary')})</span> : null}
              </span>
              {mayEdit ? (
                <form method="post">
                  <HiddenValues values={{ intent: 'remove-mailbox', 'mailbox-id': mailbox.id }} />
                  <Button tone="bare" small>
                    {t('accounts.person.mailbox-remove')} <span className="hidden-text">{mailbox.address}</span>
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
        {mayEdit ? (
          <Form hidden={{ intent: 'add-mailbox' }}>
            <TextField name="mailbox" type="email" label={t('accounts.person.mailbox')} defaultValue={kept} error={error} />
            <FormActions>
              <Button tone="quiet">{t('accounts.person.mailbox-add')}</Button>
            </FormActions>
          </Form>
        ) : null}
      </div>
    </Section>
  );
}

/** What a person may ask for: their data, or to be erased. */
export function PersonData({ locale, personId, rights }: { locale: Locale; personId: string; rights: PersonRights }) {
  const t = accountsTexts(locale);
  if (!rights.exportData && !rights.erase) return null;
  const here = `/${locale}/desk/people/${personId}`;
  return (
    <Section id="data" title={t('accounts.person.data')} lead={t('accounts.person.data-lead')} wide>
      <div className="cluster">
        {rights.exportData ? (
          <form method="post" action={`${here}/data`}>
            <Button tone="quiet">{t('accounts.person.data-export')}</Button>
          </form>
        ) : null}
        {rights.erase ? (
          <ButtonLink tone="danger" href={`${here}/erase`}>
            {t('accounts.person.erase')}
          </ButtonLink>
        ) : null}
      </div>
    </Section>
  );
}
