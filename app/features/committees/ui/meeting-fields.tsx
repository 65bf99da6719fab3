import type { Locale } from '#app/lib/locale.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { ChoiceGroup, FieldRow, SelectField, TextField } from '#app/ui/forms.tsx';
import { MEETING_MODES } from '../domain/meeting-input.ts';
import { committeesTexts, languageName } from '../texts.ts';
import { LocalisedFields } from './localised-fields.tsx';

type Props = {
  locale: Locale;
  kept: Readonly<Record<string, string>>;
  /** The number that the next meeting of the committee would have. */
  next: number;
  error: (name: string) => string | undefined;
  /** Who may chair it and take its minutes: the persons of the committee. */
  people: readonly { value: string; label: string }[];
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
      <LocalisedFields
        optional
        name="title"
        label="committees.form.title-in"
        hint={t('committees.form.title-hint')}
        {...{ locale, kept }}
        error={error(`title-${locale}`)}
      />
      <WhenFields {...props} />
      <WhereFields {...props} />
      <PeopleFields {...props} />
    </>
  );
}

function WhereFields({ locale, kept, error }: Props) {
  const t = committeesTexts(locale);
  return (
    <>
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
      <TextField
        name="video"
        type="url"
        inputMode="url"
        mark={t('committees.form.optional')}
        label={t('committees.form.video')}
        hint={t('committees.form.video-hint')}
        defaultValue={kept.video}
        error={error('video')}
      />
    </>
  );
}

function PeopleFields({ locale, kept, error, people }: Props) {
  const t = committeesTexts(locale);
  return (
    <>
      <ChoiceGroup
        multiple
        inline
        name="languages"
        label={t('committees.form.languages')}
        mark={t('committees.form.optional')}
        choices={LOCALES.map((lang) => ({ value: lang, label: languageName(lang, locale) }))}
        defaultValue={kept.languages?.split(',') ?? []}
      />
      {people.length === 0 ? (
        <p className="quiet">{t('committees.form.nobody')}</p>
      ) : (
        <FieldRow>
          {(['chair', 'minute-taker'] as const).map((name) => (
            <SelectField
              key={name}
              name={name}
              label={t(`committees.form.${name}`)}
              placeholder={t('committees.form.not-named')}
              options={people}
              defaultValue={kept[name]}
              error={error(name)}
            />
          ))}
        </FieldRow>
      )}
    </>
  );
}

function WhenFields({ locale, kept, error }: Props) {
  const t = committeesTexts(locale);
  const optional = t('committees.form.optional');
  return (
    <>
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
          name="time-zone"
          width="medium"
          label={t('committees.form.time-zone')}
          defaultValue={kept['time-zone'] ?? (locale === 'ja' ? 'Asia/Tokyo' : 'Europe/Paris')}
          error={error('time-zone')}
        />
      </FieldRow>
      <FieldRow>
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
          name="end-time"
          type="time"
          width="short"
          mark={optional}
          label={t('committees.form.end-time')}
          defaultValue={kept['end-time']}
          error={error('end-time')}
        />
      </FieldRow>
    </>
  );
}
