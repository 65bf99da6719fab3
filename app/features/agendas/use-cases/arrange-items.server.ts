import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { MOST_ITEMS, movedOrder, type Speaker } from '../domain/agenda-item.ts';
import { openAgenda } from '../open-agenda.server.ts';
import { agendasPermissions } from '../permissions.ts';
import { itemsOf, lockItem, lockMeeting, previousAgenda } from '../queries.server.ts';
import { deleteItem, insertItem, writeOrder } from '../store.server.ts';

/** Moves an item one place up or down; at its end of the list it stays where it is. */
export async function moveItem(
  ctx: Ctx,
  meetingId: string,
  { id, direction }: { id: string; direction: 'up' | 'down' },
): Promise<Result<void>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    await lockMeeting(tx.db, meetingId);
    const before = (await itemsOf(tx.db, meetingId)).map((item) => item.id);
    if (!before.includes(id)) return refuse('not-found');
    const after = movedOrder(before, id, direction);
    await writeOrder(tx.db, after);
    await recordAudit(tx, { action: 'agendas.move-item', subject: { type: 'agenda-item', id }, before, after });
    return ok(undefined);
  });
}

/** Removes an item; those after it move up. Refuses what was based on an older revision. */
export async function removeItem(ctx: Ctx, meetingId: string, { id, revision }: { id: string; revision: number }): Promise<Result<void>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    await lockMeeting(tx.db, meetingId);
    const before = await lockItem(tx.db, meetingId, id);
    if (!before) return refuse('not-found');
    if (before.revision !== revision) return refuse('agendas.changed-meanwhile');
    await deleteItem(tx.db, id);
    const rest = (await itemsOf(tx.db, meetingId)).map((item) => item.id);
    await writeOrder(tx.db, rest);
    const { title, minutes } = before;
    await recordAudit(tx, { action: 'agendas.remove-item', subject: { type: 'agenda-item', id }, before: { meetingId, title, minutes } });
    return ok(undefined);
  });
}

/**
 * Takes the agenda of the committee's meeting before into one that has none yet: titles, notes, minutes and speakers, without the
 * documents, which are of that meeting. Answers how many items were taken. Refuses when there is an agenda already
 * (`agendas.agenda-not-empty`) or none before (`agendas.no-previous-agenda`).
 */
export async function copyPreviousAgenda(ctx: Ctx, meetingId: string): Promise<Result<number>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  const { meeting, committee } = opened.value;
  return inTransaction(ctx, async (tx) => {
    await lockMeeting(tx.db, meetingId);
    if ((await itemsOf(tx.db, meetingId)).length > 0) return refuse('agendas.agenda-not-empty');
    const previous = await previousAgenda(tx.db, committee.id, meeting.number);
    if (!previous) return refuse('agendas.no-previous-agenda');
    const items = (await itemsOf(tx.db, previous.id)).slice(0, MOST_ITEMS);
    for (const [i, { title, note, minutes, speakers }] of items.entries()) {
      // Who was erased since stays away: nobody could tell who is meant.
      const named = speakers.flatMap<Speaker>(({ personId, label, name }) => {
        if (label !== null) return [{ personId: null, label }];
        return personId !== null && name ? [{ personId, label: null }] : [];
      });
      await insertItem(tx.db, meetingId, i + 1, { title, note, minutes, speakers: named, documentIds: [] });
    }
    const after = { from: previous.id, items: items.length };
    await recordAudit(tx, { action: 'agendas.copy-agenda', subject: { type: 'meeting', id: meetingId }, after });
    return ok(items.length);
  });
}
