import { enteredOnBehalfOf } from '#app/access/on-behalf-of.ts';
import { isDay } from '#app/lib/days.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { squeeze } from '#app/lib/squeeze.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { allOrNothing, type Ctx } from '#app/platform/ctx.ts';
import { MARK_STATES, type MarkState, mayMark } from '../domain/cell-state.ts';
import type { Deliverable } from '../domain/deliverable.ts';
import { acceptingSides, type Cell } from '../domain/readiness.ts';
import { gatherReadiness, type Line, type Readiness } from '../gather-readiness.server.ts';
import { lockMarks, type MarkRow } from '../queries.server.ts';
import { deleteMark, writeMark } from '../store.server.ts';

/** What cells are marked as: a state, received and accepted in one, or nothing recorded any more. */
export const MARKS = [...MARK_STATES, 'accepted', 'none'] as const;
export type MarkTo = (typeof MARKS)[number];

/** A cell as its page showed it; revision 0 for one of which nothing was recorded. */
export type MarkedCell = { organisationId: string; deliverable: string; revision: number };
export type MarkInput = { cells: readonly MarkedCell[]; to: string; on: string; note: string };

const LONGEST_NOTE = 500;
const MOST_CELLS = 2_400;

type Checked = { to: MarkTo; on: string; note: string };

/**
 * Marks cells of the readiness matrix, all of them or none. Returns how many. Refuses what the form itself shows, but to waive it
 * (`deliverables.seen-in-form`), waiving without a reason (`deliverables.reason-missing`), days to come or none (`deliverables.bad-day`),
 * cells that nobody is asked for or that the actor does not answer for (`deliverables.gone`, `deliverables.not-yours`), accepting for others
 * (`deliverables.not-accepting`), and cells that somebody else marked meanwhile (`deliverables.changed-meanwhile`).
 */
export async function markCells(ctx: Ctx, slug: string, input: MarkInput): Promise<Result<number>> {
  return allOrNothing(ctx, async (tx) => {
    const gathered = await gatherReadiness(tx, slug);
    if (!gathered.ok) return gathered;
    const readiness = gathered.value;
    const checked = checkMark(input, readiness.today);
    if (!checked.ok) return checked;
    const { id: editionId } = readiness.view.edition;
    const ids = [...new Set(input.cells.map(({ organisationId }) => organisationId))];
    const known = new Set(readiness.lines.map(({ organisation }) => organisation.id));
    const recorded = await lockMarks(
      tx.db,
      editionId,
      ids.filter((id) => known.has(id)),
    );
    for (const marked of input.cells) {
      const done = await markOne(tx, readiness, marked, { checked: checked.value, recorded });
      if (!done.ok) return done;
    }
    return ok(input.cells.length);
  });
}

function checkMark({ cells, to, on, note }: MarkInput, today: string): Result<Checked> {
  const chosen = MARKS.find((known) => known === to);
  if (!chosen) return refuse('deliverables.no-mark', { field: 'to' });
  if (cells.length === 0) return refuse('deliverables.no-cells', { field: 'cell' });
  if (cells.length > MOST_CELLS) return refuse('deliverables.too-many-cells', { limit: MOST_CELLS, field: 'cell' });
  const day = on.normalize('NFKC').trim() || today;
  if (!isDay(day) || day > today || day < '2000') return refuse('deliverables.bad-day', { field: 'on' });
  const tidy = squeeze(note);
  if (tidy.length > LONGEST_NOTE) return refuse('deliverables.note-too-long', { limit: LONGEST_NOTE, field: 'note' });
  if (chosen === 'waived' && tidy === '') return refuse('deliverables.reason-missing', { field: 'note' });
  return ok({ to: chosen, on: day, note: tidy });
}

type Marking = { checked: Checked; recorded: readonly MarkRow[] };

async function markOne(tx: Ctx, readiness: Readiness, marked: MarkedCell, { checked, recorded }: Marking): Promise<Result<void>> {
  const line = readiness.lines.find(({ organisation }) => organisation.id === marked.organisationId);
  const cell = line?.cells.find(({ deliverable }) => deliverable === marked.deliverable);
  if (!line || !cell) return refuse('deliverables.gone');
  const gate = gateOf(readiness, line, cell, checked.to);
  if (!gate.ok) return gate;
  const of = recorded.find(
    ({ organisationId, deliverable }) => organisationId === line.organisation.id && deliverable === cell.deliverable,
  );
  if ((of?.revision ?? 0) !== marked.revision) return refuse('deliverables.changed-meanwhile');
  const { to, on, note } = checked;
  const { id: editionId } = readiness.view.edition;
  const markedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
  if (to === 'none') {
    if (of) await deleteMark(tx.db, of.id);
  } else {
    const accepted = to === 'accepted' ? { acceptedBy: markedBy, acceptedAt: tx.clock.now() } : { acceptedBy: null, acceptedAt: null };
    const state: MarkState = to === 'accepted' ? 'received' : to;
    const about = { editionId, deliverable: cell.deliverable as Deliverable, organisationId: line.organisation.id };
    const written = await writeMark(tx.db, { ...about, state, on, note, markedBy, ...accepted }, of?.id ?? null);
    if (!written) return refuse('deliverables.changed-meanwhile');
  }
  await recordAudit(tx, {
    action: 'deliverables.mark',
    subject: { type: 'deliverable', id: `${editionId} ${line.organisation.id} ${cell.deliverable}` },
    ...(tx.actor.kind === 'person' ? enteredOnBehalfOf(tx.actor, line.organisation.id) : {}),
    before: of ? { state: of.state, on: of.on, accepted: of.acceptedAt !== null } : { state: 'none' },
    after: { state: to, on },
  });
  return ok(undefined);
}

/** Whether the actor may mark a cell so: by its side, or as those to whom it is due; these alone accept. */
function gateOf({ access, view }: Readiness, { side }: Line, { due, deliverable }: Cell, to: MarkTo): Result<void> {
  const accepts = acceptingSides(due, side, view.series.countries).some((of) => access.marks.includes(of));
  if (!accepts && !access.marks.includes(side)) return refuse('deliverables.not-yours');
  if (to === 'accepted' && !accepts) return refuse('deliverables.not-accepting');
  const state = to === 'accepted' ? 'received' : to;
  return state === 'none' || mayMark(deliverable, state) ? ok(undefined) : refuse('deliverables.seen-in-form');
}
