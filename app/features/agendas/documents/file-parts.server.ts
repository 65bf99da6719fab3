import { meetingHead } from '#app/features/committees/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type BoundPart, type Examined, examinePart } from '#app/platform/documents/bind.server.ts';
import { renderPdf } from '#app/platform/documents/pdf.server.ts';
import type { Report } from '#app/platform/documents/report.ts';
import { readFile } from '#app/platform/files/store-file.server.ts';
import { fileFor } from '../domain/document.ts';
import { makeableDocuments, makeForMembers } from '../meeting-documents.server.ts';
import type { FileRow, MeetingDocument } from '../queries.server.ts';
import { agendasTexts } from '../texts.ts';
import type { AgendaView } from '../use-cases/read-agenda.server.ts';
import { pageReport, type Sheet, standInReport } from './document-report.ts';

/** Why a document is not bound as it is. */
export type PartFault = 'office' | 'encrypted' | 'broken' | 'too-large' | 'missing' | 'not-made';

/** A document as it is bound: what of it, how many pages, and why it is not itself when it is not. */
export type FilePart = { document: MeetingDocument; content: BoundPart['content']; pages: number; fault: PartFault | null };

/** What the sheets of a file say about their meeting, in a language. */
export function sheetOf(ctx: Ctx, { found }: AgendaView, lang: Locale): Sheet {
  const head = meetingHead(ctx, found);
  const date = dayIn(head.timeZone, ctx.clock.now());
  const footer = agendasTexts(lang)('agendas.file.footer', { date: formatPartialDate(partialDate(date), lang) });
  return { lang, date, footer, kicker: plainText(head.edition.title, lang), meeting: plainText(head.title, lang) };
}

/** A report as the bytes of a PDF. */
export function printed(report: Report): Promise<Uint8Array> {
  return renderPdf('/platform/documents/report.typ', report, { lang: report.lang });
}

type Found = { content: BoundPart['content']; examined: Examined } | PartFault;

/** A document as it is bound into the file of a language; a sheet that says why stands in its place when it cannot be. */
export async function filePart(ctx: Ctx, view: AgendaView, document: MeetingDocument, sheet: Sheet): Promise<FilePart> {
  const found = await contentOf(ctx, view, document, sheet);
  const fault = typeof found === 'string' ? found : found.examined.fault;
  if (typeof found !== 'string' && fault === null) return { document, content: found.content, pages: found.examined.pages, fault };
  const why = faultText(document, fault ?? 'broken', sheet.lang);
  const content = { kind: 'pdf' as const, bytes: await printed(standInReport(document, why, sheet)) };
  return { document, content, pages: (await examinePart(content)).pages, fault };
}

/** Why a document is not bound, in words. */
export function faultText(document: MeetingDocument, fault: PartFault, lang: Locale): string {
  return agendasTexts(lang)(`agendas.fault.${fault}`, { name: fileFor(document.files, lang)?.name ?? '' });
}

async function contentOf(ctx: Ctx, view: AgendaView, document: MeetingDocument, sheet: Sheet): Promise<Found> {
  if (document.kind === 'file') return fileContent(document, sheet.lang);
  const bytes = await madeHere(ctx, view, document, sheet);
  if (!bytes) return 'not-made';
  const content = { kind: 'pdf' as const, bytes };
  return { content, examined: await examinePart(content) };
}

/** The PDF of a page typed here or of a document that the program makes; null when it cannot be made. */
export async function madeHere(ctx: Ctx, { found }: AgendaView, document: MeetingDocument, sheet: Sheet): Promise<Uint8Array | null> {
  if (document.kind === 'page') return printed(pageReport(document, sheet));
  const maker = makeableDocuments().find(({ key }) => key === document.generatedKey);
  if (!maker) return null;
  const made = await makeForMembers(ctx, maker, { committeeId: found.committee.id, edition: found.edition.slug, lang: sheet.lang });
  return made.ok ? made.value.bytes : null;
}

async function fileContent({ files }: MeetingDocument, lang: Locale): Promise<Found> {
  const file = fileFor(files, lang);
  const bytes = file && (await readFile(file.hash));
  if (!file || !bytes?.ok) return 'missing';
  const content = boundContent(file, bytes.value);
  return content ? { content, examined: await examinedFile(file, content) } : 'office';
}

function boundContent({ type }: FileRow, bytes: Uint8Array): BoundPart['content'] | null {
  if (type === 'application/pdf') return { kind: 'pdf', bytes };
  return type === 'image/png' || type === 'image/jpeg' ? { kind: 'picture', type, bytes } : null;
}

const KNOWN = new Map<string, Examined>();
const MOST_KNOWN = 2_000;

/** What is known of a kept file: its bytes never change under their hash, so it is looked into once. */
async function examinedFile({ hash }: FileRow, content: BoundPart['content']): Promise<Examined> {
  const known = KNOWN.get(hash);
  if (known) return known;
  const examined = await examinePart(content);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(hash, examined);
  return examined;
}

/** Whether a file can be bound, without making anything: for the page of the file. Null: yes. */
export async function fileFault(document: MeetingDocument, lang: Locale): Promise<PartFault | null> {
  if (document.kind !== 'file')
    return document.kind === 'page' || makeableDocuments().some(({ key }) => key === document.generatedKey) ? null : 'not-made';
  const found = await fileContent(document, lang);
  return typeof found === 'string' ? found : found.examined.fault;
}
