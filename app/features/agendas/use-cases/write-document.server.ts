import type { LocalisedText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { allOrNothing, type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkDocument, type DocumentFacts, type DocumentInput } from '../domain/document.ts';
import { makeableDocuments } from '../meeting-documents.server.ts';
import { openAgenda } from '../open-agenda.server.ts';
import { agendasPermissions } from '../permissions.ts';
import { documentsOf, findDocument, lockMeeting, type MeetingDocument } from '../queries.server.ts';
import { deleteDocument, insertDocument, swapNumbers, updateDocument } from '../store.server.ts';
import { putUpload, type Upload } from './put-upload.server.ts';

type Subject = { number: number | string; kind: string; title: LocalisedText };
/** What the audit trail keeps of a document. */
const filed = ({ number, kind, title }: Subject) => ({ number: Number(number), kind, title });

/**
 * Adds a document to a meeting, with its file when it is one; answers its identifier. Refuses a number that is taken
 * (`agendas.number-taken`), a file that is missing or not taken in (`files.*`); then nothing is written.
 */
export async function addDocument(ctx: Ctx, meetingId: string, input: DocumentInput, upload: Upload | null): Promise<Result<string>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  const facts = checkDocument(input, makeableDocuments(), ctx.locale);
  if (!facts.ok) return facts;
  if (facts.value.kind === 'file' && !upload) return refuse('agendas.file-missing', { field: 'file' });
  return allOrNothing(ctx, async (tx) => {
    await lockMeeting(tx.db, meetingId);
    const id = await insertDocument(tx.db, meetingId, facts.value);
    if (!id) return refuse('agendas.number-taken', { field: 'number', number: facts.value.number });
    if (facts.value.kind === 'file' && upload) {
      const put = await putUpload(tx, id, upload);
      if (!put.ok) return put;
    }
    const after = { meetingId, ...filed(facts.value) };
    await recordAudit(tx, { action: 'agendas.add-document', subject: { type: 'meeting-document', id }, after });
    return ok(id);
  });
}

/** Changes number, titles and text of a document; what kind it is stays. Refuses a taken number and an older revision. */
export async function editDocument(
  ctx: Ctx,
  meetingId: string,
  { id, revision, input }: { id: string; revision: number; input: Omit<DocumentInput, 'kind' | 'generatedKey'> },
): Promise<Result<void>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    await lockMeeting(tx.db, meetingId);
    const before = await findDocument(tx.db, meetingId, id, true);
    if (!before) return refuse('not-found');
    if (before.revision !== revision) return refuse('agendas.changed-meanwhile');
    const facts = checkStanding(input, before, ctx);
    if (!facts.ok) return facts;
    const { number } = facts.value;
    const taken = (await documentsOf(tx.db, meetingId)).some((other) => other.id !== id && other.number === String(number));
    if (taken) return refuse('agendas.number-taken', { field: 'number', number });
    await updateDocument(tx.db, id, facts.value, ctx.clock.now());
    const subject = { type: 'meeting-document', id };
    await recordAudit(tx, { action: 'agendas.edit-document', subject, before: filed(before), after: filed(facts.value) });
    return ok(undefined);
  });
}

/** A document that the program made once stays one, although its maker may not be there any more. */
function checkStanding(input: Omit<DocumentInput, 'kind' | 'generatedKey'>, before: MeetingDocument, ctx: Ctx): Result<DocumentFacts> {
  const generatedKey = before.generatedKey ?? '';
  return checkDocument({ ...input, kind: before.kind, generatedKey }, [{ key: generatedKey, title: before.title }], ctx.locale);
}

/** Moves a document one place up or down: it exchanges its number with its neighbour's; at its end of the list it stays. */
export async function moveDocument(
  ctx: Ctx,
  meetingId: string,
  { id, direction }: { id: string; direction: 'up' | 'down' },
): Promise<Result<void>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    await lockMeeting(tx.db, meetingId);
    const documents = await documentsOf(tx.db, meetingId);
    const at = documents.findIndex((document) => document.id === id);
    const moved = documents[at];
    if (!moved) return refuse('not-found');
    const other = documents[direction === 'up' ? at - 1 : at + 1];
    if (!other) return ok(undefined);
    const [one, two] = [moved, other].map((document) => ({ id: document.id, number: Number(document.number) })) as [Numbered, Numbered];
    await swapNumbers(tx.db, one, two);
    const subject = { type: 'meeting-document', id };
    await recordAudit(tx, { action: 'agendas.move-document', subject, before: one, after: { id, number: two.number } });
    return ok(undefined);
  });
}

type Numbered = { id: string; number: number };

/** Removes a document with its files; items of the agenda name it no longer. Refuses an older revision. */
export async function removeDocument(
  ctx: Ctx,
  meetingId: string,
  { id, revision }: { id: string; revision: number },
): Promise<Result<void>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const before = await findDocument(tx.db, meetingId, id, true);
    if (!before) return refuse('not-found');
    if (before.revision !== revision) return refuse('agendas.changed-meanwhile');
    await deleteDocument(tx.db, id);
    const subject = { type: 'meeting-document', id };
    await recordAudit(tx, { action: 'agendas.remove-document', subject, before: { meetingId, ...filed(before) } });
    return ok(undefined);
  });
}
