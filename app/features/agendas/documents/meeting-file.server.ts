import { zipSync } from 'fflate';
import { nameOfPerson } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { bindPdf, examinePart } from '#app/platform/documents/bind.server.ts';
import { fileNameOf } from '#app/platform/files/file-name.ts';
import { readFile } from '#app/platform/files/store-file.server.ts';
import { type MeetingDocument, personsById } from '../queries.server.ts';
import { agendasTexts } from '../texts.ts';
import type { AgendaView } from '../use-cases/read-agenda.server.ts';
import { coverReport } from './cover-report.ts';
import { documentTitle, type Sheet } from './document-report.ts';
import { type FilePart, filePart, madeHere, printed, sheetOf } from './file-parts.server.ts';

/** A file to be saved; `plain` is its name in letters that every system has. */
export type MeetingFile = { bytes: Uint8Array; name: string; plain: string; type: string };

/** More than this is not put together while somebody waits. */
const MOST_BYTES = 150_000_000;

/** A cover whose length depends on its own page numbers settles at once, or never. */
const MOST_ATTEMPTS = 4;

function tooLarge({ documents }: AgendaView): boolean {
  return documents.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0) > MOST_BYTES;
}

/**
 * The file of participants as one PDF: cover with the meeting's facts, agenda and list of documents, then each document with a
 * bookmark. What cannot be bound is stood in for by a sheet that says why. The same record on the same day gives the same bytes.
 */
export async function renderMeetingPdf(ctx: Ctx, view: AgendaView, lang: Locale): Promise<Result<MeetingFile>> {
  if (tooLarge(view)) return refuse('agendas.file-too-large', { limit: MOST_BYTES / 1e6 });
  const sheet = sheetOf(ctx, view, lang);
  const parts: FilePart[] = [];
  // One after the other: a large document at a time is enough.
  for (const document of view.documents) parts.push(await filePart(ctx, view, document, sheet));
  const t = agendasTexts(lang);
  const cover = { kind: 'pdf' as const, bytes: await coverOf(ctx, view, parts, sheet) };
  const bytes = await bindPdf({
    ...{ title: `${t('agendas.file.title')} – ${sheet.meeting}`, author: 'Entente', lang, date: sheet.date },
    parts: [
      { title: t('agendas.file.items'), mark: null, content: cover },
      ...parts.map(({ document, content }) => ({ title: documentTitle(document, lang), mark: `Doc ${document.number}`, content })),
    ],
  });
  return ok({ bytes, type: 'application/pdf', ...fileNames(view, lang, 'pdf') });
}

/** The cover, set again until the pages that it names are those that it makes. */
async function coverOf(ctx: Ctx, view: AgendaView, parts: readonly FilePart[], sheet: Sheet): Promise<Uint8Array> {
  const { meeting } = view.found;
  const persons = await personsById(
    ctx.db,
    [meeting.chairId, meeting.minuteTakerId].flatMap((id) => id ?? []),
  );
  const names = new Map(persons.map(({ id, name }) => [id, nameOfPerson(name, sheet.lang)]));
  let length = 1;
  for (let attempt = 1; ; attempt++) {
    const pages = new Map<string, number>();
    let next = length + 1;
    for (const part of parts) {
      pages.set(part.document.id, next);
      next += part.pages;
    }
    const bytes = await printed(coverReport({ found: view.found, agenda: view, names, pages }, sheet));
    const examined = await examinePart({ kind: 'pdf', bytes });
    if (examined.pages === length || attempt === MOST_ATTEMPTS) return bytes;
    length = examined.pages;
  }
}

function fileNames({ found }: AgendaView, lang: Locale, extension: 'pdf' | 'zip'): { name: string; plain: string } {
  const { meeting, edition } = found;
  const t = agendasTexts(lang);
  const title = fileNameOf(`${t('agendas.file.file-name')} – ${plainText(meeting.title, lang)}`);
  const name = extension === 'zip' ? t('agendas.file.zip-name', { name: title }) : title;
  return { name: `${name}.${extension}`, plain: `${edition.slug}_meeting-file_${meeting.date.replace('/', '--')}.${extension}` };
}

/**
 * The file of participants as a ZIP: each document under its number and title, in every language that it was handed in, with the
 * agenda before them. What is gone from the disk or cannot be made is left out. The same record on the same day gives the same bytes.
 */
export async function renderMeetingZip(ctx: Ctx, view: AgendaView, lang: Locale): Promise<Result<MeetingFile>> {
  if (tooLarge(view)) return refuse('agendas.file-too-large', { limit: MOST_BYTES / 1e6 });
  const sheet = sheetOf(ctx, view, lang);
  const t = agendasTexts(lang);
  const entries: [string, Uint8Array][] = [[`00 – ${t('agendas.file.items')}.pdf`, await coverOf(ctx, view, [], sheet)]];
  for (const document of view.documents) {
    const stem = fileNameOf(t('agendas.doc-file', { number: document.number.padStart(2, '0'), title: plainText(document.title, lang) }));
    if (document.kind === 'file') entries.push(...(await packed(document, stem)));
    else {
      const bytes = await madeHere(ctx, view, document, sheet);
      if (bytes) entries.push([`${stem}.pdf`, bytes]);
    }
  }
  // Stored, not deflated: PDFs, pictures and Office packages are compressed already. A fixed date, so that nothing differs.
  const at = new Date(1980, 0, 1, 12);
  const bytes = zipSync(Object.fromEntries(entries.map(([name, content]) => [name, [content, { level: 0, mtime: at }]] as const)));
  return ok({ bytes, type: 'application/zip', ...fileNames(view, lang, 'zip') });
}

/** The kept files of a document under their names in the ZIP; several are told apart by their language. */
async function packed({ files }: MeetingDocument, stem: string): Promise<[string, Uint8Array][]> {
  const entries: [string, Uint8Array][] = [];
  for (const file of files) {
    const bytes = await readFile(file.hash);
    const extension = /\.\w+$/.exec(file.name)?.[0] ?? '';
    const language = files.length > 1 ? ` (${file.lang})` : '';
    if (bytes.ok) entries.push([`${stem}${language}${extension}`, bytes.value]);
  }
  return entries;
}
