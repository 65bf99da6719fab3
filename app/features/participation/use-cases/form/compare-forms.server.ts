import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Fields, fieldsOf, readFields } from '../../domain/form/form-fields.ts';
import {
  canKeepBoth,
  differingUnits,
  type FilledForm,
  type FormUnit,
  mergeForms,
  type Pick,
  proposedPick,
  stageOfUnit,
} from '../../domain/form/form-units.ts';
import { type DraftRow, findDraft, formAt } from '../../queries-forms.server.ts';
import { checkForm } from './check-form.server.ts';
import { type Answerable, openForAnswer } from './open-for-answer.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { recordAndForget, type Sent } from './send-form.server.ts';

/** Where a draft differs from what is recorded now. `locked`: its part is closed to the actor, so that the record stands. */
export type Difference = { unit: FormUnit; proposed: Pick | null; both: boolean; locked: boolean };

/** A draft beside the record that overtook it. `slips`: something in the draft cannot be read as an answer and is to be mended first. */
export type Comparison = { opened: Answerable; theirs: FilledForm; mine: FilledForm; differences: Difference[]; slips: boolean };

/** The actor's draft beside what is recorded, field by field; `null` where there is no draft. */
export async function compareForms(ctx: Ctx, participationId: string): Promise<Result<Comparison | null>> {
  const found = await sidesOf(ctx, participationId);
  if (!found.ok || !found.value) return found as Result<null>;
  const { opened, base, theirs, mine, slips } = found.value;
  const differences = differingUnits(theirs, mine).map((unit) => ({
    unit,
    proposed: proposedPick(unit, base, theirs, mine),
    both: canKeepBoth(unit),
    locked: !opened.open.includes(stageOfUnit(unit)),
  }));
  return ok({ opened, theirs, mine, differences, slips });
}

/** What came of a choice: as for a form sent; `undecided` names the fields about which nothing was said. */
export type Resolved = Sent | { outcome: 'undecided'; units: FormUnit[] } | { outcome: 'no-draft' };

/**
 * Records one form made of the draft and of what was recorded under `revision` when the two were shown, as picked field by field.
 * A form that needs mending first becomes the draft, over that record; so nothing of it is lost.
 */
export async function resolveForms(
  ctx: Ctx,
  input: { participationId: string; revision: number; picks: ReadonlyMap<string, Pick> },
): Promise<Result<Resolved>> {
  const { participationId, revision, picks } = input;
  const found = await sidesOf(ctx, participationId);
  if (!found.ok) return found;
  if (!found.value) return ok({ outcome: 'no-draft' });
  const { opened, theirs, mine, draft } = found.value;
  if (opened.participation.revision !== revision) return ok({ outcome: 'overtaken' });
  const asked = differingUnits(theirs, mine).filter((unit) => opened.open.includes(stageOfUnit(unit)));
  const units = asked.filter((unit) => !picks.has(unit) || (picks.get(unit) === 'both' && !canKeepBoth(unit)));
  if (units.length > 0) return ok({ outcome: 'undecided', units });
  const merged = mergeForms(theirs, mine, new Map(asked.map((unit) => [unit, picks.get(unit) ?? 'theirs'])));
  const fields = { ...sourceFields(draft.fields), ...fieldsOf(merged), base: String(revision) };
  const checked = await checkForm(ctx, opened, fields);
  if (checked.faults.length > 0) {
    const kept = await saveDraft(ctx, { participationId, fields });
    return kept.ok ? ok({ outcome: 'faulty', faults: checked.faults }) : kept;
  }
  const recorded = await recordAndForget(ctx, opened, checked);
  if (recorded.ok) return ok({ outcome: 'recorded', ...recorded.value });
  return recorded.refusal.code === 'participation.changed-meanwhile' ? ok({ outcome: 'overtaken' }) : recorded;
}

type Sides = { opened: Answerable; draft: DraftRow; base: FilledForm; theirs: FilledForm; mine: FilledForm; slips: boolean };

async function sidesOf(ctx: Ctx, participationId: string): Promise<Result<Sides | null>> {
  const opened = await openForAnswer(ctx, participationId);
  if (!opened.ok) return opened;
  const { participation, personId } = opened.value;
  const draft = await findDraft(ctx.db, participationId, personId);
  if (!draft) return ok(null);
  const base = await formAt(ctx.db, participationId, draft.baseRevision);
  const { answers, contacts, faults } = readFields(draft.fields, base, ctx.locale);
  const theirs = { answers: participation.answers, contacts: participation.contacts };
  return ok({ opened: opened.value, draft, base, theirs, mine: { answers, contacts }, slips: faults.length > 0 });
}

function sourceFields(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('source.')));
}
