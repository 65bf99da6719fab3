import type { ReactNode } from 'react';
import { FieldRow, SelectField, TextField } from '#app/ui/forms.tsx';
import { EDITION_STATES } from '../domain/edition-types.ts';
import type { OrganisationChoice } from '../typed-organisation.server.ts';
import { type FormTools, LocalisedFields } from './form-page.tsx';
import { OrganisationField } from './organisation-field.tsx';

/** The fields of an edition's facts, for a new one and for one on record. */
export function EditionFields(props: {
  tools: FormTools;
  countries: { value: string; label: string }[];
  choices: OrganisationChoice[] | null;
  host: { id: string; name: string } | null;
  /** The dates that are moved on a page of their own, which shows first whom that concerns; without them, they are typed here. */
  moved?: { dates: string; href: string } | null;
}): ReactNode {
  const { tools, countries, choices, host, moved } = props;
  const { t, field } = tools;
  const states = EDITION_STATES.map((state) => ({ value: state, label: t(`editions.state.${state}`) }));
  return (
    <>
      <FieldRow>
        <SelectField {...field('state')} label={t('editions.field.state')} options={states} />
        {moved ? (
          <div className="field">
            <span className="field-label">{t('editions.field.dates')}</span>
            <p>
              {moved.dates} · <a href={moved.href}>{t('editions.form.postpone')}</a>
            </p>
          </div>
        ) : (
          <TextField {...field('dates')} label={t('editions.field.dates')} hint={t('editions.field.dates-hint')} required />
        )}
      </FieldRow>
      <FieldRow>
        <SelectField {...field('hostCountry')} label={t('editions.field.hostCountry')} options={countries} />
        <TextField {...field('timeZone')} label={t('editions.field.timeZone')} spellCheck={false} required />
      </FieldRow>
      <OrganisationField
        tools={tools}
        label="editions.field.host"
        hint="editions.field.host-hint"
        authoritiesOnly
        choices={choices}
        shownName={host?.name ?? ''}
        shownId={host?.id ?? ''}
      />
      <LocalisedFields tools={tools} name="city" label="editions.field.city" />
      <LocalisedFields tools={tools} name="theme" label="editions.field.theme" />
      <LocalisedFields tools={tools} name="venue" label="editions.field.venue" />
      <LocalisedFields tools={tools} name="presentation" label="editions.field.presentation" rows={6} />
      <TextField
        {...field('sdgs')}
        label={t('editions.field.sdgs')}
        hint={t('editions.field.sdgs-hint')}
        mark={t('editions.form.optional')}
      />
      <LocalisedFields tools={tools} name="title" label="editions.field.title" hint="editions.field.title-hint" />
      <LocalisedFields tools={tools} name="source" label="editions.field.source" />
    </>
  );
}
