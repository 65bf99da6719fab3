import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { TextareaField, TextField } from '#app/ui/forms.tsx';
import type { Kept } from '../forms.ts';
import { type AgendasKey, agendasTexts, languageName } from '../texts.ts';

/** One field per language, the reader's own first; `rows` for a text of several lines. */
export function LocalisedFields(props: {
  name: string;
  label: AgendasKey;
  locale: Locale;
  kept: Kept;
  error: (field: string) => string | undefined;
  optional?: boolean | undefined;
  rows?: number | undefined;
  hint?: string | undefined;
}): ReactNode {
  const { name, label, locale, kept, error, optional, rows, hint } = props;
  const t = agendasTexts(locale);
  const languages = [locale, ...LOCALES.filter((lang) => lang !== locale)];
  return languages.map((lang, i) => {
    const field = {
      name: `${name}-${lang}`,
      lang,
      label: t(label, { language: languageName(lang, locale) }),
      mark: i > 0 || optional ? t('agendas.optional') : undefined,
      hint: i > 0 ? undefined : (hint ?? (optional ? undefined : t('agendas.languages-hint'))),
      error: error(`${name}-${lang}`),
      defaultValue: kept[`${name}-${lang}`],
    };
    return rows ? <TextareaField key={lang} {...field} rows={i === 0 ? rows : Math.min(rows, 4)} /> : <TextField key={lang} {...field} />;
  });
}
