import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkDates, checkWhole } from '../domain/checks.ts';
import { FIGURE_KINDS, FIGURE_QUALIFIERS } from '../domain/edition-types.ts';
import { applyRequiredText, applyText, type TextInput } from '../domain/text-input.ts';
import { editionsPermissions } from '../permissions.ts';
import { insertFigure } from '../store.server.ts';
import { fileChange, openEdition } from './open-edition.server.ts';

/** A figure as somebody read it somewhere. */
export type FigureInput = {
  kind: string;
  side: string | null;
  value: number;
  qualifier: string;
  asOf: string;
  source: TextInput;
  note: TextInput;
};

const MOST = 1_000_000;

/**
 * Records a printed figure beside those already there, which it may contradict; answers its identifier. Refuses a
 * figure without a source or a date: a figure nobody can trace is worth nothing.
 */
export async function recordFigure(ctx: Ctx, editionId: string, input: FigureInput): Promise<Result<string>> {
  const opened = await openEdition(ctx, editionsPermissions.recordFigure, editionId, input.side);
  if (!opened.ok) return opened;
  const kind = FIGURE_KINDS.find((known) => known === input.kind);
  const qualifier = FIGURE_QUALIFIERS.find((known) => known === input.qualifier);
  if (!kind || !qualifier) return refuse('editions.bad-figure-kind');
  if (input.side !== null && !opened.value.series.countries.includes(input.side)) return refuse('editions.bad-country');
  const value = checkWhole(input.value, 0, MOST, 'editions.bad-figure');
  if (!value.ok) return value;
  const asOf = checkDates(input.asOf);
  if (!asOf.ok) return asOf;
  if (asOf.value === 'tbc') return refuse('editions.figure-without-date');
  const source = applyRequiredText(null, input.source, { field: 'source', preferred: ctx.locale });
  if (!source.ok) return source;
  const note = applyText(null, input.note, { field: 'note', preferred: ctx.locale });
  if (!note.ok) return note;
  return inTransaction(ctx, async (tx) => {
    const values = {
      editionId,
      kind,
      qualifier,
      side: input.side,
      value: value.value,
      asOf: asOf.value,
      source: source.value,
      note: note.value,
    };
    const row = await insertFigure(tx.db, values);
    await fileChange(tx, 'editions.record-figure', { type: 'edition', id: editionId }, { after: row });
    return ok(row.id);
  });
}
