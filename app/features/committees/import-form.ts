import { filterQuery, readImportFilter } from './domain/filter-import.ts';
import type { ImportDecisions, RowDecision } from './domain/import-batch.ts';
import type { DecisionsInput, OrganisationChoice } from './use-cases/decide-attendance-import.server.ts';

/** A row's decision as the value of a form field: `new-person`, `existing-person:ID`, `same-as:ROW`, `leave-out`. */
export function decisionValue(decision: RowDecision | undefined): string {
  if (!decision) return '';
  if (decision.kind === 'existing-person') return `existing-person:${decision.personId}`;
  return decision.kind === 'same-as' ? `same-as:${decision.row}` : decision.kind;
}

function readRowDecision(value: string): RowDecision | null {
  const [kind, rest = ''] = value.split(':');
  if (kind === 'new-person' || kind === 'leave-out') return { kind };
  if (kind === 'existing-person') return { kind, personId: rest };
  return kind === 'same-as' && /^\d+$/.test(rest) ? { kind, row: Number(rest) } : null;
}

/** An organisation's decision as a form field: `registered:ID`, `as-printed`; empty for none, or for one that has its own page. */
function readOrganisationChoice(value: string): OrganisationChoice {
  if (value === 'as-printed') return { kind: value };
  return value.startsWith('registered:') ? { kind: 'registered', organisationId: value.slice('registered:'.length) } : null;
}

/**
 * The decisions that a form of the import desk changes: fields `row:INDEX` and `organisation:INDEX` (by the order of the
 * printed names). What stands as it was is left out; an emptied field takes its decision back.
 */
export function readDecisions(
  form: FormData,
  printed: readonly string[],
  standing: ImportDecisions,
): Pick<DecisionsInput, 'organisations' | 'rows'> {
  const organisations: Record<string, OrganisationChoice> = {};
  const rows: Record<string, RowDecision | null> = {};
  for (const [field, value] of form) {
    const [kind, index = ''] = field.split(':');
    if (typeof value !== 'string' || !/^\d+$/.test(index)) continue;
    const name = printed[Number(index)];
    if (kind === 'row' && decisionValue(standing.rows[index]) !== value) rows[index] = readRowDecision(value);
    if (kind === 'organisation' && name !== undefined && value !== '') organisations[name] = readOrganisationChoice(value);
  }
  return { organisations, rows };
}

/**
 * Where the desk goes once the decisions are filed, from the desk's own address: to the page of an organisation, or back to
 * the rows as the form's filter says. Only the button pressed (field `go`) and the filter count, never an address sent along.
 */
export function addressAfter(form: FormData, desk: string, saved: boolean): string {
  const [go, index = ''] = String(form.get('go') ?? '').split(':');
  if (go === 'organisation' && /^\d{1,6}$/.test(index)) return `${desk}/organisations/${index}`;
  const typed = ['list', 'q', 'show'].map((name) => [name, String(form.get(name) ?? '')]);
  const filter = readImportFilter(new URLSearchParams(go === 'all' ? [] : go === 'open' ? [['show', 'open']] : typed));
  const query = filterQuery(filter);
  if (saved) query.set('saved', '');
  return `${desk}${query.size > 0 ? `?${query}` : ''}#decide`;
}
