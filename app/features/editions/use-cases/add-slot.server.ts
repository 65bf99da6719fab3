import { bounds, parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkTimes, checkWhole } from '../domain/checks.ts';
import { applyRequiredText, applyText, type TextInput } from '../domain/text-input.ts';
import { editionsPermissions } from '../permissions.ts';
import { insertSlot } from '../store.server.ts';
import { fileChange, openEdition } from './open-edition.server.ts';

/** A stretch of one day of the edition, in its time zone. */
export type SlotInput = { day: string; startsAt: string; endsAt: string; label: TextInput; rooms: TextInput; parallel: number };

/**
 * Adds a slot to an edition; answers its identifier. Refuses a day outside the edition's dates, times that do not
 * follow each other, more than 20 sessions at once, and a second slot beginning at the same time.
 */
export async function addSlot(ctx: Ctx, editionId: string, input: SlotInput): Promise<Result<string>> {
  const opened = await openEdition(ctx, editionsPermissions.editWorkshops, editionId);
  if (!opened.ok) return opened;
  const day = parsePartialDate(input.day);
  const range = bounds(opened.value.edition.dates);
  if (!day || input.day.length !== 10) return refuse('editions.bad-dates');
  if (range && (input.day < range.first || input.day > range.last)) return refuse('editions.day-outside-edition');
  const times = checkTimes(input.startsAt, input.endsAt);
  if (!times.ok) return times;
  const parallel = checkWhole(input.parallel, 1, 20, 'editions.bad-parallel');
  if (!parallel.ok) return parallel;
  const label = applyRequiredText(null, input.label, { field: 'label', preferred: ctx.locale });
  if (!label.ok) return label;
  const rooms = applyText(null, input.rooms, { field: 'rooms', preferred: ctx.locale });
  if (!rooms.ok) return rooms;
  const { startsAt, endsAt } = input;
  return inTransaction(ctx, async (tx) => {
    const values = { editionId, day: input.day, startsAt, endsAt, parallel: parallel.value, label: label.value, rooms: rooms.value };
    const row = await insertSlot(tx.db, values);
    if (!row) return refuse('editions.slot-taken');
    await fileChange(tx, 'editions.add-slot', { type: 'edition', id: editionId }, { after: row });
    return ok(row.id);
  });
}
