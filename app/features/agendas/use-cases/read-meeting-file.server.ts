import type { Locale } from '#app/lib/locale.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { fileNameOf } from '#app/platform/files/file-name.ts';
import { readFile } from '#app/platform/files/store-file.server.ts';
import { readTabular } from '#app/platform/tabular/read-tabular.server.ts';
import { documentTitle } from '../documents/document-report.ts';
import { madeHere, sheetOf } from '../documents/file-parts.server.ts';
import { type MeetingFile, renderMeetingPdf, renderMeetingZip } from '../documents/meeting-file.server.ts';
import { type FileLanguage, fileFor } from '../domain/document.ts';
import type { FileRow, MeetingDocument } from '../queries.server.ts';
import { type AgendaView, readAgenda } from './read-agenda.server.ts';

/** The file of participants of a meeting in a language, as one PDF or as a ZIP, for whoever may read its agenda. */
export async function readMeetingFile(
  ctx: Ctx,
  meetingId: string,
  { format, lang }: { format: 'pdf' | 'zip'; lang: Locale },
): Promise<Result<MeetingFile>> {
  const view = await readAgenda(ctx, meetingId);
  if (!view.ok) return view;
  return format === 'pdf' ? renderMeetingPdf(ctx, view.value, lang) : renderMeetingZip(ctx, view.value, lang);
}

/** A document of a meeting, for whoever may read its agenda. */
export async function readDocument(
  ctx: Ctx,
  meetingId: string,
  id: string,
): Promise<Result<{ view: AgendaView; document: MeetingDocument }>> {
  const view = await readAgenda(ctx, meetingId);
  if (!view.ok) return view;
  const document = view.value.documents.find((one) => one.id === id);
  return document ? ok({ view: view.value, document }) : refuse('not-found');
}

/** The content of one document in a language: a kept file as it was handed in, or the PDF of what is made here. */
export async function readContent(
  ctx: Ctx,
  meetingId: string,
  { id, lang, only }: { id: string; lang: Locale; only?: FileLanguage | undefined },
): Promise<Result<{ bytes: Uint8Array; name: string; type: string }>> {
  const found = await readDocument(ctx, meetingId, id);
  if (!found.ok) return found;
  const { view, document } = found.value;
  if (document.kind === 'file') {
    const file = only ? document.files.find((one) => one.lang === only) : fileFor(document.files, lang);
    if (!file) return refuse('not-found');
    const bytes = await readFile(file.hash);
    return bytes.ok ? ok({ bytes: bytes.value, name: file.name, type: file.type }) : bytes;
  }
  const bytes = await madeHere(ctx, view, document, sheetOf(ctx, view, lang));
  return bytes
    ? ok({ bytes, name: `${fileNameOf(documentTitle(document, lang))}.pdf`, type: 'application/pdf' })
    : refuse('agendas.not-made');
}

/** The words of an Office file, row by row, for looking at it before it is downloaded; null when they cannot be read. */
export async function readExtract({ hash }: FileRow): Promise<{ rows: string[][]; more: number } | null> {
  const bytes = await readFile(hash);
  const table = bytes.ok ? await readTabular(bytes.value, { keepLines: true }) : null;
  if (!table?.ok) return null;
  const rows = table.value.rows.map(({ cells }) => cells.map(({ text }) => text));
  return { rows: rows.slice(0, MOST_ROWS), more: Math.max(0, rows.length - MOST_ROWS) };
}

/** What is looked at before it is downloaded; the rest is in the file. */
const MOST_ROWS = 200;
