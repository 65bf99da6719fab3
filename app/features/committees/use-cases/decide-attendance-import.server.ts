import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import type { ImportDecisions, OrganisationDecision, RowDecision } from '../domain/import-batch.ts';
import { hasName, isPossible } from '../domain/plan-import.ts';
import { registered } from '../domain/registered.ts';
import { committeesPermissions } from '../permissions.ts';
import { type BatchRow, organisationsById } from '../queries.server.ts';
import { updateDecisions } from '../store.server.ts';
import { findKnownPersons } from './known-persons.server.ts';
import { openBatch } from './open-meeting.server.ts';

/** A choice about a printed organisation, `null` to take a decision back. */
export type OrganisationChoice =
  | { kind: 'registered'; organisationId: string }
  | { kind: 'create'; name: string; organisationKind: string; country: string }
  | { kind: 'as-printed' }
  | null;

/** What somebody decided on a draft seen at `revision`: by printed organisation and by row; `null` takes a decision back. */
export type DecisionsInput = {
  batchId: string;
  revision: number;
  organisations: Readonly<Record<string, OrganisationChoice>>;
  rows: Readonly<Record<string, RowDecision | null>>;
};

/**
 * Files decisions on a draft. Refuses those taken on an older state of it (`committees.decided-meanwhile`), those about
 * organisations and rows the draft does not have, a person who was not proposed for the row, and rows that would point
 * at one another in a circle.
 */
export async function decideAttendanceImport(ctx: Ctx, input: DecisionsInput): Promise<Result<{ revision: number }>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openBatch(tx, committeesPermissions.importAttendance, input.batchId, true);
    if (!opened.ok) return opened;
    const { batch } = opened.value;
    if (batch.state !== 'draft') return refuse('committees.not-a-draft');
    if (batch.revision !== input.revision) return refuse('committees.decided-meanwhile');
    const organisations = await decideOrganisations(tx, batch, input.organisations);
    if (!organisations.ok) return organisations;
    const rows = await decideRows(tx, batch, organisations.value, input.rows);
    if (!rows.ok) return rows;
    await updateDecisions(tx.db, batch.id, rows.value);
    const after = { organisations: Object.keys(input.organisations).length, rows: Object.keys(input.rows).map(Number) };
    await recordAudit(tx, { action: 'committees.decide-attendance-import', subject: { type: 'import-batch', id: batch.id }, after });
    return ok({ revision: batch.revision + 1 });
  });
}

async function decideOrganisations(tx: Ctx, batch: BatchRow, choices: DecisionsInput['organisations']): Promise<Result<ImportDecisions>> {
  const decided: Record<string, OrganisationDecision> = { ...batch.decisions.organisations };
  const wanted = Object.values(choices).flatMap((choice) => (choice?.kind === 'registered' ? [choice.organisationId] : []));
  const found = new Map((await organisationsById(tx.db, wanted)).map((row) => [row.id, row]));
  for (const [printed, choice] of Object.entries(choices)) {
    if (!Object.hasOwn(batch.snapshot.recognitions, printed)) return refuse('committees.unknown-row');
    if (choice === null) delete decided[printed];
    else if (choice.kind === 'registered') {
      const row = found.get(choice.organisationId);
      if (!row) return refuse('committees.unknown-organisation');
      decided[printed] = { kind: 'registered', organisation: registered(row, tx.locale) };
    } else {
      if (choice.kind === 'create' && choice.name.trim() === '') return refuse('committees.text-missing', { field: 'name' });
      decided[printed] = choice;
    }
  }
  return ok({ ...batch.decisions, organisations: decided });
}

async function decideRows(
  tx: Ctx,
  batch: BatchRow,
  decisions: ImportDecisions,
  choices: DecisionsInput['rows'],
): Promise<Result<ImportDecisions>> {
  const known = await findKnownPersons(tx.db, batch.snapshot, decisions);
  const rows: Record<string, RowDecision> = { ...decisions.rows };
  for (const [index, choice] of Object.entries(choices)) {
    const row = Number(index);
    const printed = batch.snapshot.reading.rows[row];
    if (!printed) return refuse('committees.unknown-row');
    if (choice === null) {
      delete rows[index];
      continue;
    }
    if (choice.kind === 'new-person' && !hasName(printed)) return refuse('committees.row-without-name');
    // Only proposed persons: a link to anybody else would lend a stranger's record to a printed name.
    const proposed = choice.kind !== 'existing-person' || known.get(row)?.some((person) => person.id === choice.personId);
    if (!proposed) return refuse('committees.person-not-proposed');
    if (!isPossible(row, choice, batch.snapshot, { ...decisions, rows })) return refuse('committees.circular-rows');
    rows[index] = choice;
  }
  return ok({ ...decisions, rows });
}
