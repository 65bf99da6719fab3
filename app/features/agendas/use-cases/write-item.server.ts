import type { MeetingInCommittee } from '#app/features/committees/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkItem, type ItemFacts, type ItemInput, MOST_ITEMS } from '../domain/agenda-item.ts';
import { nameablesOf, openAgenda } from '../open-agenda.server.ts';
import { agendasPermissions } from '../permissions.ts';
import { documentsOf, itemsOf, lockItem, lockMeeting } from '../queries.server.ts';
import { insertItem, updateItem } from '../store.server.ts';

/** Whose persons and documents an item of a meeting may name; `kept` stay nameable although they have left. */
async function check(
  ctx: Ctx,
  { meeting, committee }: MeetingInCommittee,
  input: ItemInput,
  kept: readonly string[],
): Promise<Result<ItemFacts>> {
  const [{ persons }, documents] = await Promise.all([nameablesOf(ctx, committee.id), documentsOf(ctx.db, meeting.id)]);
  const personIds = [...persons.map(({ id }) => id), ...kept];
  return checkItem(input, { personIds, documentIds: documents.map(({ id }) => id) }, ctx.locale);
}

/** What the audit trail keeps of an item: no name. */
const filed = ({ title, minutes, documentIds }: ItemFacts) => ({ title, minutes, documentIds });

/** Puts an item at the end of a meeting's agenda, whether the meeting has a date or not; answers its identifier. */
export async function addItem(ctx: Ctx, meetingId: string, input: ItemInput): Promise<Result<string>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    await lockMeeting(tx.db, meetingId);
    const items = await itemsOf(tx.db, meetingId);
    if (items.length >= MOST_ITEMS) return refuse('agendas.too-many-items', { limit: MOST_ITEMS });
    const facts = await check(tx, opened.value, input, []);
    if (!facts.ok) return facts;
    const id = await insertItem(tx.db, meetingId, items.length + 1, facts.value);
    await recordAudit(tx, {
      action: 'agendas.add-item',
      subject: { type: 'agenda-item', id },
      after: { meetingId, ...filed(facts.value) },
    });
    return ok(id);
  });
}

/** Changes an item. Refuses a change that was based on an older revision (`agendas.changed-meanwhile`). */
export async function editItem(
  ctx: Ctx,
  meetingId: string,
  { id, revision, input }: { id: string; revision: number; input: ItemInput },
): Promise<Result<void>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const before = await lockItem(tx.db, meetingId, id);
    if (!before) return refuse('not-found');
    if (before.revision !== revision) return refuse('agendas.changed-meanwhile');
    const kept = (await itemsOf(tx.db, meetingId)).flatMap((item) => item.speakerIds);
    const facts = await check(tx, opened.value, input, kept);
    if (!facts.ok) return facts;
    await updateItem(tx.db, id, facts.value, ctx.clock.now());
    const { title, minutes } = before;
    const subject = { type: 'agenda-item', id };
    await recordAudit(tx, { action: 'agendas.edit-item', subject, before: { title, minutes }, after: filed(facts.value) });
    return ok(undefined);
  });
}
