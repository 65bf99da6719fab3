import type { Locale } from '#app/lib/locale.ts';
import { ChoiceGroup, FieldRow, TextField } from '#app/ui/forms.tsx';
import { MEETING_MODES } from '../domain/meeting-input.ts';
import { committeesTexts } from '../texts.ts';
import { LocalisedFields } from './localised-fields.tsx';

type Props = {
  locale: Locale;
  kept: Readonly<Record<string, string>>;
  /** The number that the next meeting of the committee would have. */
  next: number;
  error: (name: string) => string | undefined;
};

/** The facts of a meeting, as fields. */
export function MeetingFields(props: Props) {
  const { locale, kept, next, error } = props;
  const t = committeesTexts(locale);
  return (
    <>
      <TextField
        name="number"
        width="short"
        inputMode="numeric"
        label={t('committees.form.number')}
        defaultValue={kept.number ?? String(next)}
        error={error('number')}
      />
      <LocalisedFields name="title" label="committees.form.title-in" locale={locale} kept={kept} error={error(`title-${locale}`)} />
      <WhenFields {...props} />
      <ChoiceGroup
        name="mode"
        inline
        label={t('committees.form.mode')}
        choices={MEETING_MODES.map((mode) => ({ value: mode, label: t(`committees.mode.${mode}`) }))}
        defaultValue={kept.mode}
        error={error('mode')}
      />
      <LocalisedFields
        name="place"
        label="committees.form.place-in"
        locale={locale}
        kept={kept}
        optional
        error={error(`place-${locale}`)}
      />
    </>
  );
}

function WhenFields({ locale, kept, error }: Props) {
  const t = committeesTexts(locale);
  const optional = t('committees.form.optional');
  return (
    <FieldRow>
      <TextField
        name="date"
        width="medium"
        label={t('committees.form.date')}
        hint={t('committees.form.date-hint')}
        defaultValue={kept.date}
        error={error('date')}
      />
      <TextField
        name="time"
        type="time"
        width="short"
        mark={optional}
        label={t('committees.form.time')}
        defaultValue={kept.time}
        error={error('time')}
      />
      <TextField
        name="time-zone"
        width="medium"
        label={t('committees.form.time-zone')}
        defaultValue={kept['time-zone'] ?? (locale === 'ja' ? 'Asia/Tokyo' : 'Europe/Paris')}
        error={error('time-zone')}
      />
    </FieldRow>
  );
}
