import { Combobox } from '#app/ui/combobox.tsx';
import { ChoiceGroup, FieldRow, HiddenValues, SelectField } from '#app/ui/forms.tsx';
import { ORGANISATION_KINDS } from '../domain/kinds.ts';
import { kindName } from '../kind-name.ts';
import { authoritiesTexts, countryOptions } from '../texts.ts';
import type { OrganisationFieldsProps } from './organisation-fields.tsx';

/** An authority that a typed container may mean. */
export type ParentChoice = { value: string; label: string };

/** What a new organisation is, where, and inside what. */
export function NatureFields(props: OrganisationFieldsProps & { countries: readonly string[]; parents: readonly ParentChoice[] | null }) {
  const { locale, values, error, countries } = props;
  const t = authoritiesTexts(locale);
  return (
    <>
      <FieldRow>
        <SelectField
          name="kind"
          label={t('authorities.form.kind')}
          placeholder={t('authorities.form.choose')}
          options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kindName(kind, locale) }))}
          defaultValue={values.kind}
          error={error('kind')}
        />
        <SelectField
          name="country"
          label={t('authorities.form.country')}
          hint={t('authorities.form.country-hint')}
          placeholder={t('authorities.form.choose')}
          options={countryOptions(countries, locale)}
          defaultValue={values.country}
          error={error('country')}
        />
      </FieldRow>
      <ParentField {...props} />
    </>
  );
}

/** The container is searched for as one types; without script it is typed, looked for when the form is sent, and chosen then. */
function ParentField({ locale, values, error, parents }: OrganisationFieldsProps & { parents: readonly ParentChoice[] | null }) {
  const t = authoritiesTexts(locale);
  return (
    <>
      <HiddenValues values={{ 'parent-was': values.parent ?? '', 'parent-for': values['parent-text'] ?? '' }} />
      <Combobox
        name="parent-text"
        valueName="parent"
        source={`/${locale}/organisations/search.json?authorities=1`}
        label={t('authorities.form.parent')}
        mark={t('authorities.form.optional')}
        hint={t('authorities.form.parent-hint')}
        defaultText={values['parent-text']}
        defaultValue={parents ? '' : values.parent}
        submit={t('authorities.form.parent-find')}
        error={error('parent-text')}
      />
      {parents && <ChoiceGroup name="parent" id="field-parent-choice" label={t('authorities.form.parent-choose')} choices={parents} />}
    </>
  );
}
