import type { LocalisedText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkWhole } from '../domain/checks.ts';
import { applyRequiredText, applyText, type TextInput } from '../domain/text-input.ts';
import { editionsPermissions } from '../permissions.ts';
import { findWorkshop, isSlotOf, type WorkshopRow } from '../queries.server.ts';
import { insertWorkshop, updateWorkshop } from '../store.server.ts';
import { fileChange, openEdition } from './open-edition.server.ts';

/** A workshop as somebody types it; slot, room and minutes stay empty until they are decided. */
export type WorkshopInput = {
  number: number;
  printedNumber: string | null;
  title: TextInput;
  slotId: string | null;
  room: TextInput;
  talkMinutes: number | null;
  /** In their order; empty ones are left out. */
  subjects: readonly TextInput[];
};

type CheckedWorkshop = {
  values: {
    number: number;
    printedNumber: string | null;
    title: LocalisedText;
    slotId: string | null;
    room: LocalisedText | null;
    talkMinutes: number | null;
  };
  subjects: { text: LocalisedText }[];
};

const MAX_SUBJECTS = 50;

function checkWorkshop(ctx: Ctx, input: WorkshopInput, old: WorkshopRow | null): Result<CheckedWorkshop> {
  const preferred = ctx.locale;
  const number = checkWhole(input.number, 1, 99, 'editions.bad-workshop-number');
  if (!number.ok) return number;
  if (input.talkMinutes !== null) {
    const minutes = checkWhole(input.talkMinutes, 1, 240, 'editions.bad-talk-minutes');
    if (!minutes.ok) return minutes;
  }
  if ((input.printedNumber ?? '').length > 10) return refuse('editions.text-too-long', { field: 'printedNumber', limit: 10 });
  const title = applyRequiredText(old?.title ?? null, input.title, { field: 'title', preferred });
  if (!title.ok) return title;
  const room = applyText(old?.room ?? null, input.room, { field: 'room', preferred });
  if (!room.ok) return room;
  const subjects: { text: LocalisedText }[] = [];
  for (const [index, typed] of input.subjects.entries()) {
    const subject = applyText(old?.subjects[index]?.text ?? null, typed, { field: 'subjects', preferred });
    if (!subject.ok) return subject;
    if (subject.value) subjects.push({ text: subject.value });
  }
  if (subjects.length > MAX_SUBJECTS) return refuse('editions.too-many-subjects', { max: MAX_SUBJECTS });
  const { printedNumber, slotId, talkMinutes } = input;
  return ok({ values: { number: number.value, printedNumber, title: title.value, slotId, room: room.value, talkMinutes }, subjects });
}

/**
 * Adds a workshop to an edition, or, when `was` is its number so far, changes it with its subjects; answers its
 * identifier. Refuses a number that is taken, a slot of another edition and minutes out of bounds.
 */
export async function saveWorkshop(ctx: Ctx, editionId: string, input: WorkshopInput, was: number | null = null): Promise<Result<string>> {
  const opened = await openEdition(ctx, editionsPermissions.editWorkshops, editionId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const old = was === null ? null : await findWorkshop(tx.db, editionId, was);
    if (was !== null && !old) return refuse('not-found');
    const checked = checkWorkshop(tx, input, old);
    if (!checked.ok) return checked;
    const { values, subjects } = checked.value;
    if (values.slotId !== null && !(await isSlotOf(tx.db, editionId, values.slotId))) return refuse('editions.unknown-slot');
    const rival = values.number === was ? null : await findWorkshop(tx.db, editionId, values.number);
    if (rival) return refuse('editions.workshop-number-taken', { number: values.number });
    const row = old
      ? await updateWorkshop(tx.db, { id: old.id, editionId }, values, subjects)
      : await insertWorkshop(tx.db, { ...values, editionId }, subjects);
    if (!row) return refuse('conflict');
    await fileChange(tx, 'editions.save-workshop', { type: 'edition', id: editionId }, { before: old, after: { ...row, subjects } });
    return ok(row.id);
  });
}
