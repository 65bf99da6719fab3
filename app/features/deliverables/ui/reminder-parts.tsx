import type { ReactNode } from 'react';
import { Button, Tag } from '#app/ui/controls.tsx';
import { Checkbox, DateField, Form, FormActions, SelectField, TextareaField, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { DataTable, FilterBar } from '#app/ui/tables.tsx';
import type { LogRow, RemindersModel, ShownLetter } from '../reminders-model.server.ts';
import { deliverablesTexts } from '../texts.ts';

type Props = { model: RemindersModel };
/** What a refused form says: which one, what was typed, where it is wrong. */
export type Refused = { intent: string; field: string; error: string; typed: Readonly<Record<string, string>> } | null;

const TONES = { queued: 'info', 'for-officer': 'draft', skipped: 'wait' } as const;

/** A mail as plain text, folded away. */
function Mail({ letter, label }: { letter: Pick<ShownLetter, 'lang' | 'subject' | 'text'>; label: string }): ReactNode {
  if (!letter.text) return null;
  return (
    <details className="reminder-fold">
      <summary>{label}</summary>
      <p lang={letter.lang}>
        <strong>{letter.subject}</strong>
      </p>
      <pre className="reminder-text" lang={letter.lang}>
        {letter.text}
      </pre>
    </details>
  );
}

/** What would leave on the day looked at, and the way to another day. */
export function Preview({ model }: Props): ReactNode {
  const { locale, letters, quiet, counts, nobody, unsure, written } = model;
  const t = deliverablesTexts(locale);
  const empty = <EmptyState title={t('deliverables.reminders.nothing')}>{t('deliverables.reminders.nothing-text')}</EmptyState>;
  return (
    <Section
      id="preview"
      title={t('deliverables.reminders.preview', { day: model.dayText })}
      lead={letters.length > 0 ? t('deliverables.reminders.preview-lead', counts) : undefined}
      wide
    >
      <div className="stack">
        <FilterBar label={t('deliverables.reminders.day')} buttons={<Button tone="quiet">{t('deliverables.reminders.show-day')}</Button>}>
          {model.sides.length > 1 && (
            <SelectField name="side" label={t('deliverables.side')} options={model.sides} defaultValue={model.side} />
          )}
          <DateField name="day" label={t('deliverables.reminders.day')} defaultValue={model.day} />
        </FilterBar>
        {written > 0 && <Notice>{t('deliverables.reminders.written', { count: written })}</Notice>}
        {quiet ? <Notice>{t('deliverables.reminders.quiet')}</Notice> : <LetterTable letters={letters} locale={locale} empty={empty} />}
        {nobody.length > 0 && <Notice tone="warning">{t('deliverables.reminders.nobody', { organisations: nobody.join(', ') })}</Notice>}
        {unsure.length > 0 && <Notice>{t('deliverables.reminders.unsure', { what: unsure.join(', ') })}</Notice>}
      </div>
    </Section>
  );
}

function LetterTable(props: { letters: readonly ShownLetter[]; locale: RemindersModel['locale']; empty: ReactNode }): ReactNode {
  const t = deliverablesTexts(props.locale);
  return (
    <DataTable
      caption={t('deliverables.reminders.title')}
      captionHidden
      rows={props.letters}
      rowKey={({ key }) => key}
      empty={props.empty}
      columns={[
        {
          ...{ key: 'person', header: t('deliverables.person'), rowHeader: true },
          cell: ({ name, organisation }) => (
            <>
              {name} <small className="quiet">{organisation}</small>
            </>
          ),
        },
        { key: 'address', header: t('deliverables.address'), cell: ({ toAddress }) => toAddress },
        {
          ...{ key: 'what', header: t('deliverables.deliverable') },
          cell: (letter) => (
            <>
              {letter.what.join(', ')}
              <Mail letter={letter} label={t('deliverables.reminders.letter')} />
            </>
          ),
        },
        { key: 'fate', header: t('deliverables.state'), narrow: true, cell: ({ state, fate }) => <Tag tone={TONES[state]}>{fate}</Tag> },
      ]}
    />
  );
}

/** The drafts for elected persons: whoever sends one signs it. */
export function Drafts({ model }: Props): ReactNode {
  const { locale, drafts, officer } = model;
  const t = deliverablesTexts(locale);
  if (drafts.length === 0) return null;
  return (
    <Section
      id="drafts"
      title={t('deliverables.reminders.drafts')}
      lead={t('deliverables.reminders.drafts-lead', { mailbox: officer.mailbox || '–' })}
      wide
    >
      <div className="stack">
        {drafts.map((draft) => (
          <Form key={draft.id} hidden={{ letter: draft.id }}>
            <p>
              <strong>{draft.name}</strong> · {draft.toAddress} · {draft.day}
            </p>
            <Mail letter={draft} label={t('deliverables.reminders.letter')} />
            <FormActions>
              <Button name="intent" value="send">
                {t('deliverables.reminders.send')}
              </Button>
              <Button tone="bare" name="intent" value="drop">
                {t('deliverables.reminders.drop')}
              </Button>
            </FormActions>
          </Form>
        ))}
      </div>
    </Section>
  );
}

/** Whether the side's reminders leave, where answers go, what stands under them. */
export function Settings({ model, refused }: Props & { refused: Refused }): ReactNode {
  const { locale, settings, side } = model;
  const t = deliverablesTexts(locale);
  const own = refused?.intent === 'settings' ? refused : null;
  const error = (field: string) => (own?.field === field ? own.error : undefined);
  return (
    <Section id="settings" title={t('deliverables.reminders.settings')} wide>
      <Form guardUnsaved hidden={{ side, revision: String(settings.revision) }}>
        <Checkbox
          name="enabled"
          label={t('deliverables.reminders.enabled')}
          defaultChecked={own ? own.typed.enabled === 'yes' : settings.enabled}
        />
        <TextField
          name="reply-to"
          type="email"
          label={t('deliverables.reminders.reply-to')}
          defaultValue={own?.typed['reply-to'] ?? settings.replyTo}
          error={error('reply-to')}
        />
        <TextareaField
          name="signature"
          rows={3}
          label={t('deliverables.reminders.signature')}
          hint={t('deliverables.reminders.signature-hint')}
          defaultValue={own?.typed.signature ?? settings.signature}
          error={error('signature')}
        />
        <FormActions>
          <Button name="intent" value="settings">
            {t('deliverables.reminders.save')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** When each deadline is reminded of, one small form for each. */
export function Rules({ model, refused }: Props & { refused: Refused }): ReactNode {
  const { locale, rules } = model;
  const t = deliverablesTexts(locale);
  return (
    <Section id="rules" title={t('deliverables.reminders.rules')} lead={t('deliverables.reminders.rules-lead')} wide>
      <DataTable
        caption={t('deliverables.reminders.rules')}
        captionHidden
        rows={rules}
        rowKey={({ item }) => item}
        empty={<EmptyState title={t('deliverables.empty')}>{t('deliverables.empty-text')}</EmptyState>}
        columns={[
          { key: 'what', header: t('deliverables.deliverable'), rowHeader: true, cell: ({ what }) => what },
          { key: 'date', header: t('deliverables.date'), cell: ({ date }) => date },
          {
            ...{ key: 'days', header: t('deliverables.reminders.rules-days') },
            cell: (rule) => <RuleForm rule={rule} refused={refused} locale={locale} />,
          },
        ]}
      />
    </Section>
  );
}

function RuleForm(props: { rule: RemindersModel['rules'][number]; refused: Refused; locale: RemindersModel['locale'] }): ReactNode {
  const { rule, refused, locale } = props;
  const t = deliverablesTexts(locale);
  const own = refused?.intent === 'rules' && refused.typed.item === rule.item ? refused : null;
  const id = `rules-${rule.item.replace(' ', '-')}`;
  return (
    <form method="post" className="cluster">
      <input type="hidden" name="item" value={rule.item} />
      <input
        id={id}
        className="control control-short"
        name="days"
        defaultValue={own?.typed.days ?? rule.days}
        aria-label={t('deliverables.reminders.rules-of', { what: rule.what })}
        aria-invalid={own ? true : undefined}
        aria-describedby={own ? `${id}-error` : undefined}
      />
      <Button tone="quiet" small name="intent" value="rules">
        {t('deliverables.reminders.save')}
      </Button>
      {own && (
        <p className="field-error" id={`${id}-error`}>
          {own.error}
        </p>
      )}
    </form>
  );
}

/** The reminders written so far, each kept as it was rendered. */
export function Log({ model }: Props): ReactNode {
  const { locale, log } = model;
  const t = deliverablesTexts(locale);
  return (
    <Section id="log" title={t('deliverables.reminders.log')} wide>
      <DataTable
        caption={t('deliverables.reminders.log')}
        captionHidden
        dense
        rows={log}
        rowKey={({ id }) => id}
        empty={<p className="quiet">{t('deliverables.reminders.log-empty')}</p>}
        columns={[
          { key: 'day', header: t('deliverables.reminders.day'), narrow: true, cell: ({ day }: LogRow) => day },
          {
            ...{ key: 'person', header: t('deliverables.person'), rowHeader: true },
            cell: ({ name, toAddress }) => (
              <>
                {name} <small className="quiet">{toAddress}</small>
              </>
            ),
          },
          {
            ...{ key: 'fate', header: t('deliverables.state') },
            cell: (letter) => (
              <>
                {letter.back ? <Tag tone="late">{letter.fate}</Tag> : letter.fate}
                <Mail letter={letter} label={t('deliverables.reminders.letter')} />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
