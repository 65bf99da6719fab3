import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { TextField } from '#app/ui/forms.tsx';
import { type CommitteesKey, committeesTexts, languageName } from '../texts.ts';

/** One field per language of the interface, the reader's own first; the others may stay empty. */
export function LocalisedFields(props: {
  name: string;
  label: CommitteesKey;
  locale: Locale;
  kept: Readonly<Record<string, string>>;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** Under the first field, in place of the hint that one language is enough. */
  hint?: string | undefined;
}) {
  const { name, label, locale, kept, error, optional, hint } = props;
  const t = committeesTexts(locale);
  const languages = [locale, ...LOCALES.filter((lang) => lang !== locale)];
  return languages.map((lang, i) => (
    <TextField
      key={lang}
      name={`${name}-${lang}`}
      lang={lang}
      label={t(label, { language: languageName(lang, locale) })}
      mark={i > 0 || optional ? t('committees.form.optional') : undefined}
      hint={i > 0 ? undefined : (hint ?? (optional ? undefined : t('committees.form.languages-hint')))}
      error={i === 0 ? error : undefined}
      defaultValue={kept[`${name}-${lang}`]}
    />
  ));
}
