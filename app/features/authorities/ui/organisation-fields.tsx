import type { Locale } from '#app/lib/locale.ts';
import { Button } from '#app/ui/controls.tsx';
import { FieldGroup, FieldRow, HiddenValues, SelectField, TextareaField, TextField } from '#app/ui/forms.tsx';
import { nameRows } from '../forms.ts';
import { authoritiesTexts, languageOptions } from '../texts.ts';

export type OrganisationFieldsProps = {
  locale: Locale;
  values: Readonly<Record<string, string>>;
  /** The words of the refusal that stands at a field. */
  error: (field: string) => string | undefined;
};

const NAME_KINDS = ['official', 'short', 'alias'] as const;

/** The fields of an organisation's names: a line for each, other spellings together. Works without script: more lines by a button. */
export function NameFields({ locale, values, error }: OrganisationFieldsProps) {
  const t = authoritiesTexts(locale);
  const rows = nameRows(values);
  const own = Array.from({ length: rows }, (_, i) => values[`name-lang-${i}`] ?? '').filter(Boolean);
  const languages = languageOptions(own, locale);
  const kinds = NAME_KINDS.map((value) => ({ value, label: t(`authorities.name-kind.${value}`) }));
  return (
    <FieldGroup legend={t('authorities.form.names')}>
      <p className="field-hint">{t('authorities.form.names-hint')}</p>
      <HiddenValues values={{ rows: String(rows) }} />
      {Array.from({ length: rows }, (_, i) => ({ name: `name-${i}`, number: i + 1, i })).map(({ name, number, i }) => (
        <div key={name} className="stack stack-s">
          <TextField
            name={name}
            label={t('authorities.form.name', { number })}
            lang={languageTag(values[`name-lang-${i}`])}
            defaultValue={values[name]}
            error={error(name)}
          />
          <FieldRow>
            <SelectField
              name={`name-lang-${i}`}
              label={t('authorities.form.language', { number })}
              placeholder={t('authorities.form.choose')}
              options={languages}
              defaultValue={values[`name-lang-${i}`]}
            />
            <SelectField
              name={`name-kind-${i}`}
              label={t('authorities.form.name-kind', { number })}
              options={kinds}
              defaultValue={values[`name-kind-${i}`] ?? 'official'}
            />
          </FieldRow>
        </div>
      ))}
      <TextareaField
        name="aliases"
        rows={4}
        label={t('authorities.form.aliases')}
        mark={t('authorities.form.optional')}
        hint={t('authorities.form.aliases-hint')}
        defaultValue={values.aliases}
        spellCheck={false}
        error={error('aliases')}
      />
    </FieldGroup>
  );
}

/** Sends the form for more lines. It stands after the main button, which the Enter key presses. */
export function MoreNames({ locale }: { locale: Locale }) {
  return (
    <Button tone="quiet" name="intent" value="more-names">
      {authoritiesTexts(locale)('authorities.form.more-names')}
    </Button>
  );
}

/** The language of a field, where it is one: `und` says nothing. */
function languageTag(lang: string | undefined): string | undefined {
  return lang && lang !== 'und' ? lang : undefined;
}

/** The fields of an organisation's figures, place and validity. */
export function FigureFields({ locale, values, error }: OrganisationFieldsProps) {
  const t = authoritiesTexts(locale);
  const field = (name: string, label: string, hint?: string) => (
    <TextField name={name} label={label} hint={hint} width="medium" maxLength={30} defaultValue={values[name]} error={error(name)} />
  );
  const degrees = t('authorities.form.degrees');
  const date = t('authorities.form.date-hint');
  return (
    <FieldGroup
      legend={
        <>
          {t('authorities.form.figures')} <span className="field-mark">{t('authorities.form.optional')}</span>
        </>
      }
    >
      <FieldRow>
        {field('population', t('authorities.form.population'))}
        {field('population-year', t('authorities.form.year'))}
      </FieldRow>
      <FieldRow>
        {field('latitude', t('authorities.form.latitude'), degrees)}
        {field('longitude', t('authorities.form.longitude'), degrees)}
      </FieldRow>
      <FieldRow>
        {field('valid-from', t('authorities.form.valid-from'), date)}
        {field('valid-to', t('authorities.form.valid-to'), date)}
      </FieldRow>
    </FieldGroup>
  );
}
