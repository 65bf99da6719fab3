import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { ChoiceGroup, FieldRow, SelectField, TextareaField, TextField } from '#app/ui/forms.tsx';
import type { ShownDocument } from '../agenda-model.server.ts';
import { MOST_SPEAKERS } from '../domain/agenda-item.ts';
import type { Kept } from '../forms.ts';
import { agendasTexts } from '../texts.ts';
import { LocalisedFields } from './localised-fields.tsx';

type Props = {
  locale: Locale;
  kept: Kept;
  error: (field: string) => string | undefined;
  persons: readonly { id: string; name: string }[];
  documents: readonly ShownDocument[];
};

/** The fields of an item of an agenda. */
export function ItemFields({ locale, kept, error, persons, documents }: Props): ReactNode {
  const t = agendasTexts(locale);
  return (
    <>
      <LocalisedFields {...{ name: 'title', label: 'agendas.item.title', locale, kept, error }} />
      <LocalisedFields {...{ name: 'note', label: 'agendas.item.note', locale, kept, error, optional: true, rows: 3 }} />
      <TextField
        {...{ name: 'minutes', label: t('agendas.item.minutes'), mark: t('agendas.optional'), width: 'short', inputMode: 'numeric' }}
        error={error('minutes')}
        defaultValue={kept.minutes}
      />
      {persons.length > 0 && <Speakers {...{ locale, kept, error, persons }} />}
      <TextareaField
        {...{ name: 'speaker-labels', rows: 2, label: t('agendas.item.speaker-labels'), mark: t('agendas.optional') }}
        hint={t('agendas.item.speaker-labels-hint')}
        error={error('speaker-labels')}
        defaultValue={kept['speaker-labels']}
      />
      {documents.length > 0 && (
        <ChoiceGroup
          {...{ name: 'document', multiple: true, label: t('agendas.item.documents'), mark: t('agendas.optional') }}
          error={error('document')}
          choices={documents.map(({ id, full }) => ({ value: id, label: full }))}
          defaultValue={(kept.document ?? '').split(' ')}
        />
      )}
    </>
  );
}

/** One list for each speaker, and two more. */
function Speakers({ locale, kept, error, persons }: Omit<Props, 'documents'>): ReactNode {
  const t = agendasTexts(locale);
  const filled = Array.from({ length: MOST_SPEAKERS }, (_, i) => i + 1).filter((n) => kept[`speaker-${n}`]).length;
  return (
    <FieldRow>
      {Array.from({ length: Math.min(MOST_SPEAKERS, filled + 2) }, (_, i) => `speaker-${i + 1}`).map((name, i) => (
        <SelectField
          key={name}
          {...{ name, label: t('agendas.item.speaker', { n: i + 1 }), mark: t('agendas.optional'), placeholder: t('agendas.item.nobody') }}
          error={error(name)}
          options={persons.map(({ id, name: label }) => ({ value: id, label }))}
          defaultValue={kept[name]}
        />
      ))}
    </FieldRow>
  );
}
