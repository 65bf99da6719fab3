import type { ReactNode } from 'react';
import { Button, SideMark } from '#app/ui/controls.tsx';
import { DateField, FieldRow, FormActions, SelectField, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Column, DataTable } from '#app/ui/tables.tsx';
import type { ListModel, ListRow } from '../list-model.server.ts';
import { deliverablesTexts } from '../texts.ts';
import { StateSign } from './state-sign.tsx';

/** What a refused form says again: the lines ticked, what was chosen, where it is wrong. */
export type Kept = { cells: readonly string[]; to: string; on: string; note: string; field: string; error: string } | null;
/** More people than these are folded away: the list stays one of what is owed. */
const SHOWN_PEOPLE = 2;
type Props = { model: ListModel; kept: Kept };

/** Everything asked, one by one, with boxes to tick where the reader marks it. */
export function CellTable({ model, kept }: Props): ReactNode {
  const t = deliverablesTexts(model.locale);
  const people: Column<ListRow> = { key: 'people', header: t('deliverables.people'), cell: (row) => <People row={row} model={model} /> };
  return (
    <DataTable
      caption={t('deliverables.list-shown', { count: model.rows.length })}
      dense
      rows={model.rows}
      rowKey={({ key }) => key}
      rowTone={({ state }) => (state === 'late' ? 'attention' : undefined)}
      empty={null}
      columns={[...(model.mayMark ? [tickColumn({ model, kept })] : []), ...factColumns(model), ...(model.seesPeople ? [people] : [])]}
    />
  );
}

function tickColumn({ model: { locale }, kept }: Props): Column<ListRow> {
  const t = deliverablesTexts(locale);
  return {
    ...{ key: 'tick', header: t('deliverables.mark-button'), hiddenHeader: true, narrow: true },
    cell: ({ key, name, what, mayMark }) =>
      mayMark && (
        <input
          type="checkbox"
          name="cell"
          value={key}
          defaultChecked={kept?.cells.includes(key)}
          aria-label={t('deliverables.mark-cell', { organisation: name, what })}
        />
      ),
  };
}

function factColumns({ locale }: ListModel): Column<ListRow>[] {
  const t = deliverablesTexts(locale);
  return [
    {
      ...{ key: 'name', header: t('deliverables.organisation'), rowHeader: true },
      cell: ({ name, lang, side, country }) => (
        <>
          <SideMark side={side} label={country} /> <span lang={lang}>{name}</span>
        </>
      ),
    },
    { key: 'what', header: t('deliverables.deliverable'), cell: ({ what }) => what },
    { key: 'date', header: t('deliverables.date'), cell: ({ date }) => date },
    {
      ...{ key: 'state', header: t('deliverables.state') },
      cell: ({ state, text, recorded }) => (
        <>
          <StateSign state={state}>{text}</StateSign>
          {recorded && <small className="quiet"> {recorded}</small>}
        </>
      ),
    },
  ];
}

function People({ row: { people }, model: { locale } }: { row: ListRow; model: ListModel }): ReactNode {
  const t = deliverablesTexts(locale);
  if (people === null) return null;
  if (people.length === 0) return <span className="quiet">{t('deliverables.nobody')}</span>;
  const list = (
    <ul className="readiness-people">
      {people.map(({ personId, name, mailbox, broken, remark }) => (
        <li key={personId}>
          {name} {mailbox && <a href={`mailto:${encodeURIComponent(mailbox).replace('%40', '@')}`}>{mailbox}</a>}
          {remark && <span className="quiet"> ({remark})</span>}
          {broken && (
            <>
              {' '}
              <StateSign state="late">{t('deliverables.broken')}</StateSign>
            </>
          )}
        </li>
      ))}
    </ul>
  );
  if (people.length <= SHOWN_PEOPLE) return list;
  const broken = people.filter((person) => person.broken).length;
  return (
    <details>
      <summary>
        {t('deliverables.people-count', { count: people.length })}
        {broken > 0 && (
          <>
            {' '}
            <StateSign state="late">{t('deliverables.broken-count', { count: broken })}</StateSign>
          </>
        )}
      </summary>
      {list}
    </details>
  );
}

/** As what the ticked lines are marked. */
export function MarkFields({ model, kept }: Props): ReactNode {
  const t = deliverablesTexts(model.locale);
  const marks = (['in-progress', 'received', 'accepted', 'waived', 'none'] as const).filter((to) => to !== 'accepted' || model.mayAccept);
  const error = (field: string) => (kept?.field === field ? kept.error : undefined);
  return (
    <Section id="mark" title={t('deliverables.mark-title')} wide>
      <div className="form">
        <FieldRow>
          <SelectField
            name="to"
            label={t('deliverables.mark-to')}
            placeholder={t('deliverables.choose')}
            options={marks.map((value) => ({ value, label: t(`deliverables.mark.${value}`) }))}
            defaultValue={kept?.to ?? ''}
            error={error('to')}
          />
          <DateField
            name="on"
            label={t('deliverables.mark-on')}
            defaultValue={kept?.on || model.today}
            max={model.today}
            error={error('on')}
          />
        </FieldRow>
        <TextField
          name="note"
          label={t('deliverables.mark-note')}
          hint={t('deliverables.mark-note-hint')}
          maxLength={500}
          defaultValue={kept?.note ?? ''}
          error={error('note')}
        />
        <FormActions>
          <Button>{t('deliverables.mark-button')}</Button>
        </FormActions>
      </div>
    </Section>
  );
}

/** The addresses of the reader's side at which mails do not arrive. */
export function BrokenAddresses({ model }: { model: ListModel }): ReactNode {
  const { locale, broken } = model;
  const t = deliverablesTexts(locale);
  if (broken.length === 0) return null;
  return (
    <Section id="addresses" title={t('deliverables.broken-title')} lead={t('deliverables.broken-lead')} wide>
      <DataTable
        caption={t('deliverables.broken-title')}
        captionHidden
        rows={broken}
        rowKey={({ personId }) => personId}
        empty={null}
        columns={[
          { key: 'name', header: t('deliverables.person'), rowHeader: true, cell: ({ name, organisation }) => `${name} (${organisation})` },
          { key: 'mailbox', header: t('deliverables.address'), cell: ({ mailbox, since }) => `${mailbox} ${since}` },
          { key: 'reason', header: t('deliverables.broken-reason'), cell: ({ reason }) => reason },
        ]}
      />
    </Section>
  );
}
