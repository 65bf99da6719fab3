import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { storeFile } from '#app/platform/files/store-file.server.ts';
import { FILE_LANGUAGES } from '../domain/document.ts';
import { openAgenda } from '../open-agenda.server.ts';
import { agendasPermissions } from '../permissions.ts';
import { findDocument } from '../queries.server.ts';
import { deleteFile, putFile } from '../store.server.ts';

/** A file as it was sent, and the language it is in. */
export type Upload = { bytes: Uint8Array; name: string; lang: string };

/** What a document may be handed in as. */
const ACCEPTED = ['pdf', 'docx', 'xlsx', 'png', 'jpeg'] as const;
const MAX_BYTES = 20_000_000;

/** Keeps a file and gives it to a document in its language, in the place of the one that was there; the caller has authorised it. */
export async function putUpload(tx: Ctx, documentId: string, { bytes, name, lang }: Upload): Promise<Result<void>> {
  const known = FILE_LANGUAGES.find((language) => language === lang);
  if (!known) return refuse('agendas.unknown-language', { field: 'file-lang' });
  const stored = await storeFile(tx, bytes, { name, maxBytes: MAX_BYTES, accept: ACCEPTED });
  if (!stored.ok) return refuse(stored.refusal.code, { ...stored.refusal.params, field: 'file' });
  const { hash, size, type } = stored.value;
  const createdBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
  await putFile(tx.db, { documentId, lang: known, hash, name: stored.value.name, type, size, createdBy });
  return ok(undefined);
}

/** Adds the file of a further language to a document, or a new version of one. Refuses documents that are no files. */
export async function addFile(
  ctx: Ctx,
  meetingId: string,
  { documentId, upload }: { documentId: string; upload: Upload | null },
): Promise<Result<void>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const document = await findDocument(tx.db, meetingId, documentId, true);
    if (document?.kind !== 'file') return refuse('not-found');
    if (!upload) return refuse('agendas.file-missing', { field: 'file' });
    const put = await putUpload(tx, documentId, upload);
    if (!put.ok) return put;
    const after = { lang: upload.lang, size: upload.bytes.length };
    await recordAudit(tx, { action: 'agendas.add-file', subject: { type: 'meeting-document', id: documentId }, after });
    return ok(undefined);
  });
}

/** Takes the file of one language out of a document. Refuses the last one: a document without any is to be removed as a whole. */
export async function removeFile(
  ctx: Ctx,
  meetingId: string,
  { documentId, fileId }: { documentId: string; fileId: string },
): Promise<Result<void>> {
  const opened = await openAgenda(ctx, agendasPermissions.edit, meetingId);
  if (!opened.ok) return opened;
  return inTransaction(ctx, async (tx) => {
    const document = await findDocument(tx.db, meetingId, documentId, true);
    const file = document?.files.find(({ id }) => id === fileId);
    if (!document || !file) return refuse('not-found');
    if (document.files.length === 1) return refuse('agendas.last-file');
    await deleteFile(tx.db, fileId);
    const before = { lang: file.lang, hash: file.hash };
    await recordAudit(tx, { action: 'agendas.remove-file', subject: { type: 'meeting-document', id: documentId }, before });
    return ok(undefined);
  });
}
