import type { ReactNode } from 'react';
import { LOCALES } from '#app/lib/locale.ts';
import { ChoiceGroup, FieldGroup, FieldRow, SelectField, TextField } from '#app/ui/forms.tsx';
import { AUDIENCES, DELIVERABLES, ENTRY_KINDS, TRACKS } from '../domain/entry.ts';
import type { EntryFormModel } from '../entry-form-model.server.ts';
import { type TimelineTranslate, timelineTexts } from '../texts.ts';
import { weekdayText } from '../timeline-words.ts';

type Props = {
  model: EntryFormModel;
  kept: Readonly<Record<string, string>>;
  error: (name: string) => string | undefined;
};
type PartProps = Props & { t: TimelineTranslate };

/** The facts of a date, as fields. */
export function EntryFields(props: Props): ReactNode {
  const t = timelineTexts(props.model.locale);
  return (
    <>
      <TextFields {...props} t={t} name="title" />
      <WhatFields {...props} t={t} />
      <WhenFields {...props} t={t} />
      <WhoFields {...props} t={t} />
      <TextFields {...props} t={t} name="note" />
      <TextFields {...props} t={t} name="source" />
    </>
  );
}

/** One field per language, the reader's own first. */
function TextFields({ model: { locale }, kept, error, t, name }: PartProps & { name: 'title' | 'note' | 'source' }): ReactNode {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const languages = [locale, ...LOCALES.filter((lang) => lang !== locale)];
  return languages.map((lang, index) => (
    <TextField
      key={lang}
      name={`${name}-${lang}`}
      lang={lang}
      label={t(`timeline.form.${name}`, { language: names.of(lang) ?? lang })}
      mark={index > 0 || name !== 'title' ? t('timeline.form.optional') : undefined}
      defaultValue={kept[`${name}-${lang}`]}
      error={error(`${name}-${lang}`)}
    />
  ));
}

function WhatFields({ kept, error, t }: PartProps): ReactNode {
  const field = (name: string) => ({ name, defaultValue: kept[name], error: error(name) });
  const kinds = ENTRY_KINDS.map((value) => ({ value, label: t(`timeline.kind.${value}`) }));
  const tracks = TRACKS.map((value) => ({ value, label: t(`timeline.track.${value}`) }));
  const owed = DELIVERABLES.map((value) => ({ value, label: t(`timeline.deliverable.${value}`) }));
  return (
    <FieldRow>
      <SelectField {...field('kind')} label={t('timeline.form.kind')} options={kinds} />
      <SelectField {...field('track')} label={t('timeline.form.track')} options={tracks} />
      <SelectField {...field('deliverable')} label={t('timeline.form.deliverable')} options={owed} placeholder={t('timeline.form.none')} />
    </FieldRow>
  );
}

function WhenFields({ model, kept, error, t }: PartProps): ReactNode {
  const field = (name: string) => ({ name, defaultValue: kept[name], error: error(name) });
  const ways = (['absolute', 'relative'] as const).map((value) => ({ value, label: t(`timeline.form.${value}`) }));
  const days = [
    { value: 'number', label: t('timeline.form.day-number') },
    ...(['first-working-day', 'last-working-day'] as const).map((value) => ({ value, label: t(`timeline.form.${value}`) })),
  ];
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayText(day, model.locale) }));
  return (
    <FieldGroup legend={t('timeline.date')}>
      <ChoiceGroup name="timing" inline label={t('timeline.form.timing')} choices={ways} defaultValue={kept.timing ?? 'absolute'} />
      <FieldRow>
        <TextField {...field('date')} width="medium" label={t('timeline.form.date')} hint={t('timeline.form.date-hint')} />
        <SelectField
          {...field('weekday')}
          width="medium"
          label={t('timeline.form.weekday')}
          options={weekdays}
          placeholder={t('timeline.form.none')}
        />
        <TextField {...field('printed-in')} width="medium" label={t('timeline.form.printed-in')} mark={t('timeline.form.optional')} />
      </FieldRow>
      <FieldRow>
        <TextField
          {...field('months')}
          width="short"
          inputMode="numeric"
          label={t('timeline.form.months')}
          hint={t('timeline.form.months-hint')}
        />
        <SelectField {...field('day-kind')} width="medium" label={t('timeline.form.day-kind')} options={days} />
        <TextField {...field('day')} width="short" inputMode="numeric" label={t('timeline.form.day')} hint={t('timeline.form.day-hint')} />
      </FieldRow>
      <ChoiceGroup
        name="of"
        inline
        multiple
        label={t('timeline.form.of')}
        choices={model.countries}
        defaultValue={kept.of?.split(',') ?? model.countries.map(({ value }) => value)}
        error={error('of')}
      />
    </FieldGroup>
  );
}

function WhoFields({ model, kept, error, t }: PartProps): ReactNode {
  const field = (name: string) => ({ name, defaultValue: kept[name], error: error(name) });
  const audiences = AUDIENCES.map((value) => ({ value, label: t(`timeline.audience.${value}`) }));
  const none = t('timeline.form.none');
  return (
    <>
      <FieldRow>
        <SelectField {...field('audience')} label={t('timeline.form.audience')} options={audiences} />
        <SelectField
          {...field('side')}
          label={t('timeline.form.side')}
          options={model.sides}
          {...(model.mayBoth ? { placeholder: t('timeline.both-sides') } : {})}
        />
      </FieldRow>
      <FieldRow>
        <SelectField {...field('addressee')} label={t('timeline.form.addressee')} options={model.organisations} placeholder={none} />
        <SelectField {...field('chaser')} label={t('timeline.form.chaser')} options={model.organisations} placeholder={none} />
      </FieldRow>
    </>
  );
}
