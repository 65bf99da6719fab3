import type { Locale } from '#app/lib/locale.ts';
import { Combobox } from '#app/ui/combobox.tsx';
import { ChoiceGroup, FieldRow, SelectField, TextField } from '#app/ui/forms.tsx';
import { CONTACT_KINDS } from '../domain/function-term.ts';
import type { OrganisationChoice } from '../function-form.server.ts';
import { accountsTexts } from '../texts.ts';

export type FunctionFieldsProps = {
  locale: Locale;
  values: Record<string, string>;
  /** What the typed organisation may mean, once it has been looked for. */
  choices?: readonly OrganisationChoice[] | undefined;
  /** The field that was refused, and why. */
  error: (field: string) => string | undefined;
};

/** The fields of a function: where, what, what kind of contact, for how long, known from where. */
export function FunctionFields({ locale, values, choices, error }: FunctionFieldsProps) {
  const t = accountsTexts(locale);
  const mark = t('accounts.person.optional');
  const kinds = CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`accounts.person.contact.${kind}`) }));
  const date = { width: 'short' as const, mark, hint: t('accounts.person.date-hint'), maxLength: 21 };
  return (
    <>
      <Combobox
        name="organisation"
        valueName="organisation-id"
        source={`/${locale}/organisations/search.json`}
        label={t('accounts.person.organisation')}
        hint={t('accounts.person.organisation-hint')}
        defaultText={values.organisation}
        defaultValue={choices ? '' : values['organisation-id']}
        submit={t('accounts.people.filter')}
        error={error('organisation')}
      />
      {choices ? (
        <ChoiceGroup name="organisation-id" id="field-choice" label={t('accounts.person.organisation-choose')} choices={choices} />
      ) : null}
      <TextField
        name="title"
        label={t('accounts.person.function-title')}
        defaultValue={values.title}
        maxLength={300}
        error={error('title')}
      />
      <SelectField
        name="contact"
        label={t('accounts.person.contact-kind')}
        placeholder={t('accounts.person.contact.none')}
        options={kinds}
        defaultValue={values.contact}
      />
      <FieldRow>
        <TextField name="from" label={t('accounts.person.from')} defaultValue={values.from} error={error('from')} {...date} />
        <TextField name="until" label={t('accounts.person.until')} defaultValue={values.until} {...date} />
      </FieldRow>
      <TextField
        name="source"
        label={t('accounts.person.source')}
        hint={t('accounts.person.source-hint')}
        defaultValue={values.source}
        maxLength={300}
        error={error('source')}
      />
    </>
  );
}

/** The field of a person's or function's form that a refusal speaks of. */
const FIELD_OF: Record<string, string> = {
  'accounts.organisation-unknown': 'organisation',
  'not-found': 'organisation',
  'not-allowed': 'organisation',
  'accounts.title-invalid': 'title',
  'accounts.date-invalid': 'from',
  'accounts.term-impossible': 'from',
  'accounts.source-missing': 'source',
  'accounts.civility-invalid': 'civility',
  'accounts.mailbox-invalid': 'mailbox',
  'accounts.mailbox-already-there': 'mailbox',
  'accounts.holds-other-roles': 'mailbox',
};

/** The name of the field beside which a refusal stands. */
export function refusedField(code: string): string {
  return FIELD_OF[code] ?? 'family-name';
}
