import { authorize, type Permission } from '#app/access/authorize.ts';
import { meetingScope } from '#app/features/committees/public.server.ts';
import { isId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkVoiced, type VoicedFacts, type VoicedInput } from '../domain/voiced.ts';
import { nameablesOf } from '../open-agenda.server.ts';
import { agendasPermissions } from '../permissions.ts';
import { type CommitteeInEdition, committeesIn, findVoiced, meetingsOf, type VoicedRow } from '../queries.server.ts';
import { deleteVoiced, insertVoiced, updateVoiced } from '../store.server.ts';

/** A committee whose notes are to be read or written; whoever may not is answered as if there were none. */
export async function openCommitteeNotes(ctx: Ctx, permission: Permission, committeeId: string): Promise<Result<CommitteeInEdition>> {
  const [found] = isId(committeeId) ? await committeesIn(ctx.db, { committeeId }) : [];
  const gate = authorize(ctx.actor, permission, found ? meetingScope(found) : {});
  if (!gate.ok) return gate.refusal.code === 'sign-in-required' ? gate : refuse('not-found');
  return found ? ok(found) : refuse('not-found');
}

/** A note with its committee, for whoever may. */
export async function openNote(ctx: Ctx, permission: Permission, id: string): Promise<Result<CommitteeInEdition & { note: VoicedRow }>> {
  const note = await findVoiced(ctx.db, id);
  const opened = await openCommitteeNotes(ctx, permission, note?.committeeId ?? '');
  if (!opened.ok) return opened;
  return note ? ok({ ...opened.value, note }) : refuse('not-found');
}

async function check(ctx: Ctx, committeeId: string, input: VoicedInput, before: VoicedRow | null): Promise<Result<VoicedFacts>> {
  const [{ persons, organisations }, meetings] = await Promise.all([nameablesOf(ctx, committeeId), meetingsOf(ctx.db, committeeId)]);
  // Who was named stays nameable, although they may sit there no longer.
  const frame = {
    organisationIds: [...organisations.map(({ id }) => id), ...(before?.organisationId ? [before.organisationId] : [])],
    personIds: [...persons.map(({ id }) => id), ...(before?.personId ? [before.personId] : [])],
    meetingIds: meetings.map(({ id }) => id),
  };
  return checkVoiced(input, frame, ctx.locale);
}

/** What the audit trail keeps of a note: no name. */
const filed = ({ kind, state, text, outcome, meetingId }: Pick<VoicedRow, 'kind' | 'state' | 'text' | 'outcome' | 'meetingId'>) => ({
  ...{ kind, state, text, outcome, meetingId },
});

/** Records what was voiced in a committee; answers its identifier. */
export async function recordVoiced(ctx: Ctx, committeeId: string, input: VoicedInput): Promise<Result<string>> {
  const opened = await openCommitteeNotes(ctx, agendasPermissions.recordVoiced, committeeId);
  if (!opened.ok) return opened;
  const facts = await check(ctx, committeeId, input, null);
  if (!facts.ok) return facts;
  return inTransaction(ctx, async (tx) => {
    const id = await insertVoiced(tx.db, committeeId, facts.value);
    const after = { committeeId, ...filed(facts.value) };
    await recordAudit(tx, { action: 'agendas.record-voiced', subject: { type: 'voiced-note', id }, after });
    return ok(id);
  });
}

/** Changes a note, settles it or opens it again. Refuses what was based on an older revision. */
export async function editVoiced(
  ctx: Ctx,
  { id, revision, input }: { id: string; revision: number; input: VoicedInput },
): Promise<Result<void>> {
  const opened = await openNote(ctx, agendasPermissions.recordVoiced, id);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const before = await findVoiced(tx.db, id, true);
    if (!before) return refuse('not-found');
    if (before.revision !== revision) return refuse('agendas.changed-meanwhile');
    const facts = await check(tx, before.committeeId, input, before);
    if (!facts.ok) return facts;
    await updateVoiced(tx.db, id, facts.value, ctx.clock.now());
    const subject = { type: 'voiced-note', id };
    await recordAudit(tx, { action: 'agendas.edit-voiced', subject, before: filed(before), after: filed(facts.value) });
    return ok(undefined);
  });
}

/** Removes a note that should not have been there. Refuses what was based on an older revision. */
export async function removeVoiced(ctx: Ctx, { id, revision }: { id: string; revision: number }): Promise<Result<void>> {
  const opened = await openNote(ctx, agendasPermissions.recordVoiced, id);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const before = await findVoiced(tx.db, id, true);
    if (!before) return refuse('not-found');
    if (before.revision !== revision) return refuse('agendas.changed-meanwhile');
    await deleteVoiced(tx.db, id);
    await recordAudit(tx, { action: 'agendas.remove-voiced', subject: { type: 'voiced-note', id }, before: filed(before) });
    return ok(undefined);
  });
}
