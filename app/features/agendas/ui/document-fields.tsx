import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { ChoiceGroup, FileField, SelectField, TextField } from '#app/ui/forms.tsx';
import { type DocumentKind, FILE_LANGUAGES } from '../domain/document.ts';
import type { Kept } from '../forms.ts';
import { agendasTexts, languageName } from '../texts.ts';
import { LocalisedFields } from './localised-fields.tsx';

type Props = {
  locale: Locale;
  kept: Kept;
  error: (field: string) => string | undefined;
  /** What the document is; null for a new one, of which that is still to be chosen. */
  kind: DocumentKind | null;
  makeable: readonly { key: string; title: string }[];
};

/** The fields of a numbered document; a new one is given its kind and, where it is one, its file. */
export function DocumentFields({ locale, kept, error, kind, makeable }: Props): ReactNode {
  const t = agendasTexts(locale);
  const titleHint = kind === 'file' || makeable.length === 0 ? undefined : t('agendas.document.generated-title-hint');
  return (
    <>
      <TextField
        {...{ name: 'number', label: t('agendas.document.number'), width: 'short', inputMode: 'numeric', required: true }}
        error={error('number')}
        defaultValue={kept.number}
      />
      {kind === null && <KindField {...{ locale, kept, error, makeable }} />}
      {kind === null && <UploadFields {...{ locale, kept, error }} />}
      <LocalisedFields {...{ name: 'title', label: 'agendas.document.title', locale, kept, error, hint: titleHint }} />
      {(kind === null || kind === 'page') && (
        <LocalisedFields
          {...{ name: 'body', label: 'agendas.document.body', locale, kept, error, rows: 10, optional: kind === null }}
          hint={t('agendas.document.body-hint')}
        />
      )}
    </>
  );
}

function KindField({ locale, kept, error, makeable }: Omit<Props, 'kind'>): ReactNode {
  const t = agendasTexts(locale);
  const made = makeable.map(({ key, title }) => ({ value: `generated:${key}`, label: t('agendas.kind.generated-titled', { title }) }));
  return (
    <ChoiceGroup
      {...{ name: 'kind', label: t('agendas.document.kind'), required: true, defaultValue: kept.kind ?? 'file', error: error('kind') }}
      hint={made.length > 0 ? t('agendas.document.kind-generated-hint') : undefined}
      choices={[
        { value: 'file', label: t('agendas.kind.file'), hint: t('agendas.document.kind-file-hint') },
        { value: 'page', label: t('agendas.kind.page') },
        ...made,
      ]}
    />
  );
}

/** A file and the language it is in. */
export function UploadFields({ locale, kept, error }: Omit<Props, 'kind' | 'makeable'>): ReactNode {
  const t = agendasTexts(locale);
  return (
    <>
      <FileField
        {...{ name: 'file', label: t('agendas.document.file'), accept: '.pdf,.docx,.xlsx,.png,.jpg,.jpeg', error: error('file') }}
      />
      <SelectField
        {...{ name: 'file-lang', label: t('agendas.document.file-lang'), width: 'medium', error: error('file-lang') }}
        options={FILE_LANGUAGES.map((lang) => ({
          value: lang,
          label: lang === 'mul' ? t('agendas.document.several') : languageName(lang, locale),
        }))}
        defaultValue={kept['file-lang'] ?? locale}
      />
    </>
  );
}
