import type { ReactNode } from 'react';
import type { Refusal } from '#app/lib/result.ts';
import { ChoiceGroup, FieldGroup, SelectField, TextField } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { VOICED_KINDS } from '../domain/voiced.ts';
import type { Kept } from '../forms.ts';
import { agendasTexts } from '../texts.ts';
import type { VoicedFormModel } from '../voiced-model.server.ts';
import { RefusableForm } from './form-page.tsx';
import { LocalisedFields } from './localised-fields.tsx';

type Fields = { model: VoicedFormModel; kept: Kept; error: (field: string) => string | undefined };
type Props = {
  model: VoicedFormModel;
  title: string;
  kept: Kept;
  refusal: Refusal | undefined;
  hidden?: Readonly<Record<string, string>>;
  children?: ReactNode;
};

/** The page of one note: its form, and what else can be done below it. */
export function VoicedPage({ model, title, kept, refusal, hidden, children }: Props): ReactNode {
  const { locale, slug, committee } = model;
  const t = agendasTexts(locale);
  const back = `/${locale}/desk/editions/${slug}/voiced`;
  return (
    <>
      <title>{`${title} · ${t('agendas.voiced.title')}`}</title>
      <Breadcrumbs label={t('agendas.path')} items={[{ label: t('agendas.voiced.title'), href: back }, { label: title }]} />
      <PageHead eyebrow={committee && <LocalisedRun value={committee} />} title={title} />
      <div className="stack stack-l">
        <RefusableForm {...{ locale, refusal, back, backLabel: t('agendas.voiced.back'), hidden, first: `text-${locale}` }}>
          {(error) => (
            <>
              <What {...{ model, kept, error }} />
              <Who {...{ model, kept, error }} />
              <Where {...{ model, kept, error }} />
              <How {...{ model, kept, error }} />
            </>
          )}
        </RefusableForm>
        {children}
      </div>
    </>
  );
}

function What({ model: { locale }, kept, error }: Fields): ReactNode {
  const t = agendasTexts(locale);
  return (
    <>
      <ChoiceGroup
        {...{ name: 'kind', inline: true, label: t('agendas.voiced.kind'), error: error('kind'), defaultValue: kept.kind }}
        choices={VOICED_KINDS.map((value) => ({ value, label: t(`agendas.voiced.kind.${value}`) }))}
      />
      <LocalisedFields {...{ name: 'text', label: 'agendas.voiced.text', locale, kept, error, rows: 4 }} />
    </>
  );
}

const options = (items: readonly { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));

function Who({ model: { locale, organisations, persons }, kept, error }: Fields): ReactNode {
  const t = agendasTexts(locale);
  return (
    <FieldGroup legend={t('agendas.voiced.by')}>
      <SelectField
        {...{ name: 'organisation', label: t('agendas.voiced.organisation'), placeholder: t('agendas.voiced.none') }}
        {...{
          hint: t('agendas.voiced.by-hint'),
          options: options(organisations),
          error: error('organisation'),
          defaultValue: kept.organisation,
        }}
      />
      <SelectField
        {...{ name: 'person', label: t('agendas.voiced.person'), placeholder: t('agendas.item.nobody') }}
        {...{ options: options(persons), error: error('person'), defaultValue: kept.person }}
      />
      <TextField {...{ name: 'by-label', label: t('agendas.voiced.by-label'), error: error('by-label'), defaultValue: kept['by-label'] }} />
    </FieldGroup>
  );
}

function Where({ model: { locale, meetings }, kept, error }: Fields): ReactNode {
  const t = agendasTexts(locale);
  return (
    <FieldGroup legend={t('agendas.voiced.source')}>
      <SelectField
        {...{ name: 'meeting', label: t('agendas.voiced.meeting'), placeholder: t('agendas.voiced.none') }}
        {...{ hint: t('agendas.voiced.source-hint'), options: options(meetings), error: error('meeting'), defaultValue: kept.meeting }}
      />
      <TextField
        {...{ name: 'mail-date', width: 'medium', label: t('agendas.voiced.mail-date'), hint: t('agendas.voiced.mail-date-hint') }}
        {...{ error: error('mail-date'), defaultValue: kept['mail-date'] }}
      />
      <LocalisedFields {...{ name: 'source', label: 'agendas.voiced.where', locale, kept, error, optional: true }} />
    </FieldGroup>
  );
}

function How({ model: { locale }, kept, error }: Fields): ReactNode {
  const t = agendasTexts(locale);
  return (
    <FieldGroup legend={t('agendas.voiced.state')}>
      <ChoiceGroup
        {...{ name: 'state', inline: true, label: t('agendas.voiced.state'), defaultValue: kept.state }}
        choices={(['open', 'settled'] as const).map((value) => ({ value, label: t(`agendas.voiced.state.${value}`) }))}
      />
      <LocalisedFields {...{ name: 'outcome', label: 'agendas.voiced.outcome', locale, kept, error, optional: true, rows: 2 }} />
      <TextField
        {...{ name: 'settled-on', width: 'medium', label: t('agendas.voiced.settled-on'), mark: t('agendas.optional') }}
        {...{ error: error('settled-on'), defaultValue: kept['settled-on'] }}
      />
    </FieldGroup>
  );
}
