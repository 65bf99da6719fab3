import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { Button } from '#app/ui/controls.tsx';
import { DateField, FieldRow, Form, FormActions, SelectField, TextareaField } from '#app/ui/forms.tsx';
import { Section, Timeline } from '#app/ui/page.tsx';
import { DateRun } from '#app/ui/text.tsx';
import { formPath } from '../../addresses.ts';
import { dayText } from '../../doc5-texts.ts';
import { EXCHANGE_KINDS } from '../../domain/list/exchange.ts';
import { hasAnswered, MOBILISING_STATES } from '../../domain/states.ts';
import { personLabel } from '../../person-label.ts';
import { participationTexts, stateText } from '../../texts.ts';
import type { Sheet } from '../../use-cases/list/read-sheet.server.ts';
import type { SheetForm } from './sheet-ties.tsx';

type SheetLogProps = { sheet: Sheet; locale: Locale; form: SheetForm };

/** The states that precede answers, to choose from. */
function stateOptions(locale: Locale) {
  const t = participationTexts(locale);
  return MOBILISING_STATES.map((value) => ({ value, label: stateText(t, value) }));
}

/** The state by hand, as long as the authority has not answered. */
export function SheetState({ sheet, locale, form: { kept, error } }: SheetLogProps): ReactNode {
  const t = participationTexts(locale);
  const { state } = sheet.participation;
  if (hasAnswered(state)) return null;
  return (
    <Section id="state" title={t('participation.sheet.state')} lead={t('participation.sheet.state-lead')} wide>
      <Form hidden={{ intent: 'state' }}>
        <SelectField
          name="state"
          width="medium"
          label={t('participation.sheet.state')}
          options={stateOptions(locale)}
          defaultValue={kept.state ?? state}
          error={error('state')}
        />
        <FormActions>
          <Button tone="quiet">{t('participation.sheet.state-change')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** Taking back what the secretariat entered for the wrong authority. */
export function SheetTakeBack({ sheet, locale, form: { kept, error } }: SheetLogProps): ReactNode {
  const t = participationTexts(locale);
  if (!sheet.mayTakeBack) return null;
  return (
    <Section id="take-back" title={t('participation.sheet.take-back')} wide>
      <details open={error('reason') !== undefined}>
        <summary>{t('participation.sheet.take-back-do')}</summary>
        <Form hidden={{ intent: 'take-back', revision: String(sheet.participation.revision) }}>
          <p>{t('participation.sheet.take-back-lead')}</p>
          <TextareaField
            name="reason"
            label={t('participation.sheet.take-back-reason')}
            defaultValue={kept.reason ?? ''}
            error={error('reason')}
            required
          />
          <FormActions>
            <Button tone="danger">{t('participation.sheet.take-back-do')}</Button>
          </FormActions>
        </Form>
      </details>
    </Section>
  );
}

/** The log, newest first, and the form that adds to it. */
export function SheetLog({ sheet, locale, form, exchangeId }: SheetLogProps & { exchangeId: string }): ReactNode {
  const t = participationTexts(locale);
  return (
    <Section id="log" title={t('participation.sheet.log')} lead={t('participation.sheet.own-side')} wide>
      <div className="stack">
        <details open={sheet.exchanges.length === 0 || form.kept.intent === 'exchange'}>
          <summary>{t('participation.sheet.exchange-new')}</summary>
          <ExchangeForm sheet={sheet} locale={locale} form={form} exchangeId={exchangeId} />
        </details>
        {sheet.exchanges.length === 0 ? (
          <p className="quiet">{t('participation.sheet.log-empty')}</p>
        ) : (
          <Log sheet={sheet} locale={locale} />
        )}
      </div>
    </Section>
  );
}

function Log({ sheet, locale }: Omit<SheetLogProps, 'form'>): ReactNode {
  const t = participationTexts(locale);
  return (
    <Timeline
      items={sheet.exchanges.map(({ exchange, person, recorder }) => {
        const [whom, by] = [person && personLabel(person, locale), recorder && personLabel(recorder, locale)];
        return {
          key: exchange.id,
          when: <DateRun value={exchange.heldOn}>{dayText(exchange.heldOn, locale)}</DateRun>,
          title: [t(`participation.sheet.kind.${exchange.kind}`), whom && t('participation.sheet.with', { name: whom })]
            .filter(Boolean)
            .join(' · '),
          text: <span className="pre-line">{exchange.note}</span>,
          aside: [
            exchange.newState && t('participation.sheet.led-to', { state: stateText(t, exchange.newState) }),
            by && t('participation.sheet.recorded-by', { name: by }),
          ]
            .filter(Boolean)
            .join(' · '),
        };
      })}
    />
  );
}

function ExchangeForm({ sheet, locale, form: { kept, error }, exchangeId }: SheetLogProps & { exchangeId: string }): ReactNode {
  const t = participationTexts(locale);
  const { people, participation, today } = sheet;
  const whom = people.map((person) => ({
    value: person.id,
    label: [personLabel(person, locale), plainText(person.title, locale)].filter(Boolean).join(', '),
  }));
  // What was typed into another form of the page is not this one's.
  const own = kept.intent === 'exchange' ? kept : {};
  return (
    <Form hidden={{ intent: 'exchange', exchangeId: own.exchangeId || exchangeId }} guardUnsaved>
      <WhatAndWhen own={own} error={error} today={today} locale={locale} />
      <SelectField
        name="person"
        label={t('participation.sheet.person')}
        hint={t('participation.sheet.person-hint')}
        placeholder={t('participation.sheet.nobody')}
        options={whom}
        defaultValue={own.person ?? ''}
        error={error('person')}
      />
      <TextareaField name="note" rows={4} label={t('participation.sheet.note')} defaultValue={own.note} error={error('note')} />
      {!hasAnswered(participation.state) && (
        <SelectField
          name="newState"
          width="medium"
          label={t('participation.sheet.new-state')}
          placeholder={t('participation.sheet.same-state')}
          options={stateOptions(locale)}
          defaultValue={own.newState ?? ''}
          error={error('newState')}
        />
      )}
      <p>
        <a href={formPath(locale, participation.id)}>{t('participation.sheet.by-word')}</a>
      </p>
      <FormActions>
        <Button>{t('participation.sheet.record')}</Button>
      </FormActions>
    </Form>
  );
}

type WhatAndWhenProps = { own: SheetForm['kept']; error: SheetForm['error']; today: string; locale: Locale };

function WhatAndWhen({ own, error, today, locale }: WhatAndWhenProps): ReactNode {
  const t = participationTexts(locale);
  const kinds = EXCHANGE_KINDS.map((value) => ({ value, label: t(`participation.sheet.kind.${value}`) }));
  return (
    <FieldRow>
      <SelectField
        name="kind"
        label={t('participation.sheet.kind')}
        options={kinds}
        defaultValue={own.kind ?? 'call'}
        error={error('kind')}
      />
      <DateField
        name="heldOn"
        label={t('participation.sheet.day')}
        max={today}
        defaultValue={own.heldOn ?? today}
        error={error('heldOn')}
      />
    </FieldRow>
  );
}
