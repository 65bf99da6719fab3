import type { ReactNode } from 'react';
import { LOCALES } from '#app/lib/locale.ts';
import { ChoiceGroup, FieldRow, SelectField, TextareaField, TextField } from '#app/ui/forms.tsx';
import { SHARINGS, WISHES } from '../../domain/answers.ts';
import { MOST_DELEGATES } from '../../domain/check-answers.ts';
import { rowCount } from '../../domain/form/form-fields.ts';
import type { FormSettings } from '../../queries.server.ts';
import { ContactFields } from './form-contacts.tsx';
import type { FormTools } from './form-tools.ts';
import { type TwinChoice, TwinFields, type TwinSearch } from './form-twin.tsx';

/** The order in which one answers. */
const INTENTIONS = ['confirmed', 'considering', 'excused', 'declined'] as const;

/** Whether the authority comes, whom to write to, and what else it has to say. */
export function IntentionFields({ tools, action }: { tools: FormTools; action: string }): ReactNode {
  const { t } = tools.words;
  return (
    <>
      <ChoiceGroup
        name="intention"
        label={t('participation.doc6.label.intention')}
        choices={INTENTIONS.map((value) => ({ value, label: t(`participation.doc6.option.${value}`) }))}
        defaultValue={tools.value('intention')}
        error={tools.error('intention')}
      />
      <ContactFields tools={tools} action={action} />
      <TextareaField
        {...tools.field('remarks')}
        rows={4}
        label={t('participation.doc6.label.remarks')}
        hint={t('participation.doc6.remarks-note')}
      />
    </>
  );
}

type WorkshopProps = { tools: FormTools; settings: FormSettings; ties: TwinChoice[]; search: TwinSearch | null; country: string | null };

/** The workshops wished for, and how the authority wishes to take part in them. */
export function WorkshopFields({ tools, settings, ...twin }: WorkshopProps): ReactNode {
  const { t } = tools.words;
  const wish = (name: 'speak' | 'chair' | 'withTwin') => (
    <ChoiceGroup
      name={name}
      inline
      label={t(`participation.doc6.label.${name}`)}
      choices={WISHES.map((value) => ({ value, label: t(`participation.doc6.option.${value}`) }))}
      defaultValue={tools.value(name)}
    />
  );
  const choices = Math.max(settings.choiceCount, rowCount(tools.fields, 'choices'));
  return (
    <>
      {Array.from({ length: choices }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: choices have no other identity than their order
        <WorkshopChoice key={at} tools={tools} at={at} ranked={settings.choicesRanked} />
      ))}
      {wish('speak')}
      {wish('chair')}
      {wish('withTwin')}
      <TwinFields tools={tools} {...twin} />
      <ChoiceGroup
        name="sharing"
        label={t('participation.doc6.label.sharing')}
        choices={SHARINGS.map((value) => ({ value, label: t(`participation.doc6.option.${value}`) }))}
        defaultValue={tools.value('sharing')}
      />
    </>
  );
}

/** One choice of workshop. One that was removed since stays, and says so: nothing that was chosen is dropped in silence. */
function WorkshopChoice({ tools, at, ranked }: { tools: FormTools; at: number; ranked: boolean }): ReactNode {
  const { t, workshops } = tools.words;
  const { name, defaultValue, error } = tools.field(`choices.${at}`);
  const gone = defaultValue !== '' && !workshops.some(({ value }) => value === defaultValue);
  return (
    <SelectField
      {...{ name, defaultValue }}
      error={error ?? (gone ? t('participation.form.fault.workshop-removed') : undefined)}
      label={t(ranked ? 'participation.form.choice-ranked' : 'participation.form.choice-plain', { n: at + 1 })}
      options={[...workshops, ...(gone ? [{ value: defaultValue, label: t('participation.form.workshop-gone') }] : [])]}
      placeholder={t('participation.form.choice-none')}
    />
  );
}

/** What the authority would speak about, and under whose name. */
export function TalkFields({ tools, settings }: { tools: FormTools; settings: FormSettings }): ReactNode {
  const { t, locale } = tools.words;
  const talks = Math.max(settings.talkCount, rowCount(tools.fields, 'talks'));
  const languages = LOCALES.map((value) => ({ value, label: t(`participation.form.lang.${value}`) }));
  return (
    <>
      {Array.from({ length: talks }, (_, at) => {
        const of = (key: string) => tools.field(`talks.${at}.${key}`);
        const lang = tools.value(`talks.${at}.lang`) || locale;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: talks have no other identity than their order
          <fieldset key={at} className="fieldset fieldset-row">
            <legend>{t('participation.form.talk', { n: at + 1 })}</legend>
            <TextField {...of('title')} lang={lang} label={t('participation.form.talk-title')} />
            <TextareaField
              {...of('abstract')}
              lang={lang}
              rows={8}
              label={t('participation.form.talk-abstract')}
              hint={t('participation.doc6.hint.talk-abstract')}
            />
            <SelectField {...of('lang')} defaultValue={lang} width="medium" label={t('participation.form.talk-lang')} options={languages} />
          </fieldset>
        );
      })}
      <TextField {...tools.field('sponsored')} label={t('participation.doc6.label.sponsored')} />
    </>
  );
}

/** How many people would come. */
export function DelegationFields({ tools }: { tools: FormTools }): ReactNode {
  const { t } = tools.words;
  return (
    <FieldRow>
      <TextField
        {...tools.field('delegates')}
        width="short"
        inputMode="numeric"
        autoComplete="off"
        label={t('participation.doc6.label.delegates')}
        hint={`${t('participation.doc6.hint.delegates')} (0–${MOST_DELEGATES})`}
      />
    </FieldRow>
  );
}
