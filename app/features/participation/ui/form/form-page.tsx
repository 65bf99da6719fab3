import type { ReactNode } from 'react';
import { Button, ButtonLink, Tag } from '#app/ui/controls.tsx';
import { AutosaveStatus, FieldGroup, Form, FormActions } from '#app/ui/forms.tsx';
import { Notice } from '#app/ui/states.tsx';
import { draftPath, formPath, sheetPath } from '../../addresses.ts';
import { readFields, stageOfField } from '../../domain/form/form-fields.ts';
import { differingUnits, EMPTY_FORM, type FormUnit, stageOfUnit } from '../../domain/form/form-units.ts';
import type { FormPageModel } from '../../form-page.server.ts';
import { stageText } from '../../texts.ts';
import type { FormPart } from '../../use-cases/form/read-form.server.ts';
import { DelegationFields, IntentionFields, TalkFields, WorkshopFields } from './form-parts.tsx';
import { AnswerList } from './form-recorded.tsx';
import { SourceFields } from './form-source.tsx';
import type { FormTools } from './form-tools.ts';

type Props = { model: FormPageModel; tools: FormTools };

/** The whole form: the parts that the reader can fill in as fields, the others as they were answered. */
export function FormBody({ model, tools }: Props): ReactNode {
  const { participation, parts, onBehalf, mayFill } = model;
  const { t, locale } = tools.words;
  const anyOpen = parts.some(({ open }) => open);
  if (!mayFill || !anyOpen) return parts.map((part) => <Part key={part.stage} {...{ model, tools, part }} />);
  const action = formPath(locale, participation.id);
  const labels = {
    saving: t('participation.form.autosave.saving'),
    saved: t('participation.form.autosave.saved'),
    failed: t('participation.form.autosave.failed'),
    ended: t('participation.form.autosave.ended'),
  };
  return (
    <Form action={action} autosave={draftPath(locale, participation.id)} hidden={{ base: tools.value('base') }}>
      {/* What Enter in a field presses: the first button of a form, which otherwise would be the one that adds a row. */}
      <button type="submit" name="do" value="save" className="hidden-text" tabIndex={-1} aria-hidden="true">
        {t('participation.form.save')}
      </button>
      {onBehalf && <SourceFields tools={tools} meetings={model.meetingChoices} />}
      {parts.map((part) => (
        <Part key={part.stage} {...{ model, tools, part }} />
      ))}
      <FormActions>
        <Button name="do" value="send">
          {t(onBehalf ? 'participation.form.send-behalf' : 'participation.form.send')}
        </Button>
        <Button tone="quiet" name="do" value="save">
          {t('participation.form.save')}
        </Button>
        <ButtonLink tone="bare" href={onBehalf ? sheetPath(locale, participation.id) : `/${locale}/desk/forms`}>
          {t(onBehalf ? 'participation.form.back-sheet' : 'participation.form.back-forms')}
        </ButtonLink>
      </FormActions>
      <AutosaveStatus labels={labels} />
    </Form>
  );
}

function Part({ model, tools, part }: Props & { part: FormPart }): ReactNode {
  const { t } = tools.words;
  return (
    <FieldGroup legend={stageText(t, part.stage)}>
      <PartStatus tools={tools} part={part} onBehalf={model.onBehalf} />
      {part.open ? <PartFields {...{ model, tools, part }} /> : <PartAnswers {...{ model, tools, part }} />}
    </FieldGroup>
  );
}

/** How a part stands, and until when. */
function PartStatus({ tools, part, onBehalf }: { tools: FormTools; part: FormPart; onBehalf: boolean }): ReactNode {
  const { t, day } = tools.words;
  const { status, dates } = part;
  const TEXTS = {
    open: { tone: 'ok', word: t('participation.form.part.open'), key: 'participation.form.part.open-until' },
    'not-yet': { tone: 'wait', word: t('participation.form.part.not-yet'), key: 'participation.form.part.opens-on' },
    closed: { tone: 'late', word: t('participation.form.part.closed'), key: 'participation.form.part.closed-since' },
    unset: { tone: 'wait', word: t('participation.form.part.unset'), key: 'participation.form.part.unset-text' },
  } as const;
  const { tone, word, key } = TEXTS[status];
  const values =
    status === 'not-yet' ? { day: day(dates?.opensOn ?? ''), day2: day(dates?.closesOn ?? '') } : dates ? { day: day(dates.closesOn) } : {};
  return (
    <p className="cluster">
      <Tag tone={tone}>{word}</Tag>
      <span>{onBehalf && status !== 'open' ? t('participation.form.part.behalf') : t(key, values)}</span>
    </p>
  );
}

function PartFields({ model, tools, part }: Props & { part: FormPart }): ReactNode {
  const { settings, tieChoices, search, twinCountries, participation } = model;
  const marker = <input type="hidden" name={`part.${part.stage}`} value="1" />;
  switch (part.stage) {
    case 'intention':
      return (
        <>
          {marker}
          <IntentionFields tools={tools} action={formPath(tools.words.locale, participation.id)} />
        </>
      );
    case 'workshops': {
      const country = twinCountries.length === 1 ? (twinCountries[0] ?? null) : null;
      return (
        <>
          {marker}
          <WorkshopFields {...{ tools, settings, search, country }} ties={tieChoices} />
        </>
      );
    }
    case 'talks':
      return (
        <>
          {marker}
          <TalkFields tools={tools} settings={settings} />
        </>
      );
    case 'delegation':
      return (
        <>
          {marker}
          <DelegationFields tools={tools} />
        </>
      );
  }
}

/** A closed part as it was answered; and what the reader had typed into it before it closed, which nobody else has. */
function PartAnswers({ model, tools, part }: Props & { part: FormPart }): ReactNode {
  const { words } = tools;
  const { t } = words;
  const ofPart = (units: FormUnit[]) => units.filter((unit) => stageOfUnit(unit) === part.stage);
  const answered = ofPart(differingUnits(EMPTY_FORM, model.recorded));
  const typed = readFields(onlyPart(tools.fields, part), model.recorded, words.locale);
  const lost = model.mayFill ? ofPart(differingUnits(model.recorded, typed)) : [];
  return (
    <>
      {answered.length > 0 ? (
        <AnswerList words={words} units={answered} form={model.recorded} />
      ) : (
        <p className="quiet">{t('participation.form.part.nothing')}</p>
      )}
      {lost.length > 0 && (
        <Notice tone="warning" title={t('participation.form.part.typed-title')}>
          <p>{t('participation.form.part.typed')}</p>
          <AnswerList words={words} units={lost} form={typed} />
        </Notice>
      )}
    </>
  );
}

function onlyPart(fields: FormTools['fields'], { stage }: FormPart): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => stageOfField(name) === stage));
}
