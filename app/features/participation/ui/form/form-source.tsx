import type { ReactNode } from 'react';
import { ChoiceGroup, DateField, FieldGroup, FieldRow, SelectField, TextareaField, TextField } from '#app/ui/forms.tsx';
import { ENTERED_SOURCES } from '../../domain/form/read-source.ts';
import type { FormTools } from './form-tools.ts';

/** Where an answer comes from that a secretariat enters for an authority. */
export function SourceFields({ tools, meetings }: { tools: FormTools; meetings: { value: string; label: string }[] }): ReactNode {
  const { t } = tools.words;
  return (
    <FieldGroup legend={t('participation.form.source')}>
      <ChoiceGroup
        name="source.kind"
        label={t('participation.form.source-kind')}
        choices={ENTERED_SOURCES.map((kind) => ({ value: kind, label: t(`participation.form.source.${kind}`) }))}
        defaultValue={tools.value('source.kind')}
        error={tools.error('source.kind')}
      />
      <DateField {...tools.field('source.date')} label={t('participation.form.source-day')} />
      <FieldRow>
        <SelectField
          {...tools.field('source.meetingId')}
          label={t('participation.form.source-meeting')}
          options={meetings}
          placeholder={t('participation.form.source-meeting-none')}
        />
        <TextField {...tools.field('source.paragraph')} width="short" label={t('participation.form.source-paragraph')} />
      </FieldRow>
      <TextareaField {...tools.field('source.note')} rows={2} label={t('participation.form.source-note')} />
    </FieldGroup>
  );
}
