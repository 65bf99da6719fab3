import type { Locale } from '#app/lib/locale.ts';
import { FieldGroup, FieldRow, SelectField, TextField } from '#app/ui/forms.tsx';
import { accountsTexts } from '../texts.ts';

/** The languages in which mails are written, each in itself. */
const LANGUAGES = [
  { value: 'fr', label: 'Français', lang: 'fr' },
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ja', label: '日本語', lang: 'ja' },
];

/** The fields of a person's names, title and language; `error` stands at the romanised name. Family name first for Japanese readers. */
export function IdentityFields({ locale, values, error }: { locale: Locale; values: Record<string, string>; error?: string | undefined }) {
  const t = accountsTexts(locale);
  const mark = t('accounts.person.optional');
  const given = (
    <TextField key="given" name="given-name" label={t('accounts.person.given-name')} defaultValue={values['given-name']} maxLength={200} />
  );
  const family = (
    <TextField
      key="family"
      name="family-name"
      label={t('accounts.person.family-name')}
      defaultValue={values['family-name']}
      maxLength={200}
      error={error}
    />
  );
  return (
    <>
      <FieldRow>{locale === 'ja' ? [family, given] : [given, family]}</FieldRow>
      <OtherScripts locale={locale} values={values} />
      <FieldRow>
        <TextField
          name="civility"
          mark={mark}
          label={t('accounts.person.civility')}
          hint={t('accounts.person.civility-hint')}
          defaultValue={values.civility}
          maxLength={60}
        />
        <SelectField
          name="lang"
          label={t('accounts.person.language')}
          placeholder={t('accounts.person.language-none')}
          options={LANGUAGES}
          defaultValue={values.lang}
        />
      </FieldRow>
    </>
  );
}

const OTHER_SCRIPTS = [
  ['native-family-name', 'native-given-name'],
  ['kana-family-name', 'kana-given-name'],
] as const;

/** The name in its own script, and its reading: family first, as those scripts have it. */
function OtherScripts({ locale, values }: { locale: Locale; values: Record<string, string> }) {
  const t = accountsTexts(locale);
  const mark = t('accounts.person.optional');
  return (
    <FieldGroup legend={t('accounts.person.native')}>
      {OTHER_SCRIPTS.map((names) => (
        <FieldRow key={names[0]}>
          {names.map((name) => (
            <TextField
              key={name}
              name={name}
              lang="ja"
              mark={mark}
              label={t(`accounts.person.${name}`)}
              defaultValue={values[name]}
              maxLength={200}
            />
          ))}
        </FieldRow>
      ))}
    </FieldGroup>
  );
}
