import type { ReactNode } from 'react';
import { Button, Tag } from '#app/ui/controls.tsx';
import { FormActions, type Option, SelectField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { DataTable, ListFoot } from '#app/ui/tables.tsx';
import { filterRows } from '../domain/filter-import.ts';
import type { Warning } from '../domain/find-contradictions.ts';
import { hasName, obviousLinks } from '../domain/plan-import.ts';
import type { AttendanceRow } from '../domain/printed.ts';
import { decisionValue } from '../import-form.ts';
import type { DeskData } from '../routes/import-desk.tsx';
import { committeesTexts, linesText } from '../texts.ts';
import { rowAnchor } from './import-contradictions.tsx';
import { RowFilters } from './import-filters.tsx';
import { organisationDetail } from './import-organisations.tsx';

/** Every row of the file with its line, what was found about it and what was decided; the filters stand in the address. */
export function ImportRows({ data }: { data: DeskData }) {
  const { locale, view, filter } = data;
  const t = committeesTexts(locale);
  const { rows } = view.batch.snapshot.reading;
  const sets = {
    open: new Set(view.open.rows.map((each) => each.row)),
    noted: new Set(view.judgement.warnings.flatMap((warning) => warning.rows)),
  };
  const shown = filterRows(rows, filter, sets);
  return (
    <Section id="decide" title={t('committees.import.rows')} wide>
      <RowFilters data={data} />
      <div className="stack">
        <LinkAll data={data} />
        <RowTable data={data} rows={shown} />
        {view.batch.state === 'draft' && shown.length > 0 && (
          <FormActions>
            <Button name="intent" value="save">
              {t('committees.import.save')}
            </Button>
          </FormActions>
        )}
      </div>
      <ListFoot count={t('committees.attendance.caption', { count: shown.length })} />
    </Section>
  );
}

/** One decision for all rows that name somebody whom the registry knows without ambiguity: meetings gather the same people. */
function LinkAll({ data: { locale, view } }: { data: DeskData }): ReactNode {
  const t = committeesTexts(locale);
  const count = Object.keys(obviousLinks(view.open, view.known)).length;
  if (view.batch.state !== 'draft' || count < 2) return null;
  return (
    <Notice title={t('committees.import.link-lead', { count })}>
      <Button tone="quiet" small name="intent" value="link">
        {t('committees.import.link', { count })}
      </Button>
    </Notice>
  );
}

function RowTable({ data, rows }: { data: DeskData; rows: readonly AttendanceRow[] }) {
  const { locale, view } = data;
  const t = committeesTexts(locale);
  const open = new Map(view.open.rows.map((each) => [each.row, each.reasons]));
  return (
    <DataTable
      caption={t('committees.attendance.caption', { count: rows.length })}
      rows={rows}
      rowKey={(row) => String(row.index)}
      rowTone={(row) =>
        open.has(row.index) ? 'attention' : view.batch.decisions.rows[row.index]?.kind === 'leave-out' ? 'quiet' : undefined
      }
      empty={<EmptyState title={t('committees.attendance.no-match')} />}
      columns={[
        {
          key: 'line',
          header: t('committees.attendance.line'),
          numeric: true,
          narrow: true,
          cell: (row) => <span id={rowAnchor(row.index)}>{row.line}</span>,
        },
        {
          key: 'person',
          header: t('committees.attendance.person'),
          rowHeader: true,
          cell: (row) => (
            <>
              {[row.civility, row.givenName, row.familyName].filter(Boolean).join(' ')}
              <br />
              <small className="quiet">{row.mailbox ?? t('committees.import.note.missing-mailbox')}</small>
            </>
          ),
        },
        { key: 'role', header: t('committees.attendance.role'), cell: (row) => row.role },
        { key: 'organisation', header: t('committees.attendance.organisation'), cell: (row) => <RowOrganisation data={data} row={row} /> },
        {
          key: 'status',
          header: t('committees.attendance.status'),
          narrow: true,
          cell: (row) => <Tag tone={row.status === 'present' ? 'ok' : 'plain'}>{t(`committees.status.${row.status}`)}</Tag>,
        },
        { key: 'notes', header: t('committees.attendance.notes'), cell: (row) => <RowNotes data={data} row={row} /> },
      ]}
    />
  );
}

/** The organisation as printed, and the one of the registry that it was taken for. */
function RowOrganisation({ data: { locale, view }, row }: { data: DeskData; row: AttendanceRow }): ReactNode {
  const t = committeesTexts(locale);
  const found = view.recognised.get(row.organisation)?.organisation;
  const decision = view.batch.decisions.organisations[row.organisation];
  const index = Object.keys(view.batch.snapshot.recognitions).indexOf(row.organisation);
  const change = view.batch.state === 'draft' && index >= 0 && (
    <Button small tone="bare" name="go" value={`organisation:${index}`}>
      {t('committees.import.change')}
    </Button>
  );
  const taken = found ? (
    <span>
      {found.name} · {organisationDetail(found, locale)}
    </span>
  ) : decision?.kind === 'create' ? (
    <Tag tone="info">{t('committees.organisation.to-create', { name: decision.name })}</Tag>
  ) : (
    <Tag tone={decision ? 'plain' : 'wait'}>{decision ? t('committees.attendance.as-printed') : t('committees.import.undecided')}</Tag>
  );
  return (
    <>
      {row.organisation || '–'}
      <br />
      <small className="quiet">
        {taken} {change}
      </small>
    </>
  );
}

/** Everything to look at about a row: flags, contradictions, other columns, and the decision where one is asked for. */
function RowNotes({ data, row }: { data: DeskData; row: AttendanceRow }): ReactNode {
  const { locale, view } = data;
  const t = committeesTexts(locale);
  const about = view.judgement.warnings.filter((warning) => warning.rows.includes(row.index) && warning.code !== 'missing-mailbox');
  return (
    <div className="stack stack-s">
      {row.flags.length + about.length > 0 && (
        <div className="tags">
          {about.map((warning) => (
            <Tag key={`${warning.code} ${warning.lines.join(' ')}`} tone="wait">
              {t(`committees.import.note.${warning.code}`)}
              {othersOf(warning, row.line).length > 0 && ` · ${linesText(othersOf(warning, row.line), locale)}`}
            </Tag>
          ))}
          {row.flags.map((flag) => (
            <Tag key={`${flag.code} ${flag.field}`} tone="info">
              {t(`committees.flag.${flag.code}`)}
            </Tag>
          ))}
        </div>
      )}
      {row.extra.map(({ label, text }) => (
        <small key={`${label} ${text}`} className="quiet">
          {label && text ? t('committees.import.extra', { label, text }) : label || text}
        </small>
      ))}
      <RowDecision data={data} row={row} />
    </div>
  );
}

/** The other lines that a contradiction concerns. */
function othersOf(warning: Warning, line: number): number[] {
  return warning.lines.filter((other) => other !== line);
}

function RowDecision({ data, row }: { data: DeskData; row: AttendanceRow }): ReactNode {
  const { locale, view } = data;
  const t = committeesTexts(locale);
  const { decisions, state, snapshot } = view.batch;
  const reasons = view.open.rows.find((each) => each.row === row.index)?.reasons ?? [];
  const decided = decisions.rows[row.index];
  if (state !== 'draft' || (reasons.length === 0 && !decided)) return null;
  const twins = view.judgement.warnings
    .filter((warning) => warning.code === 'duplicate-person' && warning.rows.includes(row.index))
    .flatMap((warning) => warning.rows);
  const options: Option[] = [
    ...(hasName(row) ? [{ value: 'new-person', label: t('committees.import.new-person') }] : []),
    ...(view.known.get(row.index) ?? []).map((person) => ({
      value: `existing-person:${person.id}`,
      label: t('committees.import.existing-person', { name: person.name }),
    })),
    ...twins
      // Only upwards: two rows that each point at the other would be nobody.
      .filter((twin) => twin < row.index)
      .map((twin) => ({
        value: `same-as:${twin}`,
        label: t('committees.import.same-as', { line: snapshot.reading.rows[twin]?.line ?? 0 }),
      })),
    { value: 'leave-out', label: t('committees.import.leave-out') },
  ];
  // After a refusal: what was typed stays, and what somebody else decided meanwhile is said beside it.
  const typed = data.kept[`row:${row.index}`];
  const standing = options.find((option) => option.value === decisionValue(decided))?.label;
  const meanwhile =
    typed !== undefined && standing && typed !== decisionValue(decided) ? t('committees.import.meanwhile', { decision: standing }) : '';
  return (
    <SelectField
      name={`row:${row.index}`}
      label={t('committees.import.decision', { line: row.line })}
      hint={[...reasons.map((reason) => t(`committees.import.reason.${reason}`)), meanwhile].filter(Boolean).join(' · ') || undefined}
      placeholder={t('committees.import.undecided')}
      options={options}
      defaultValue={typed ?? decisionValue(decided)}
    />
  );
}
