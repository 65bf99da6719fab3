import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  PDFRef,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';
import type { Binding, BoundPart, Examined } from './binding.ts';
import { BoundStructure, markedAs } from './bound-structure.server.ts';

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 42 };
/** A picture of more points than this is not unpacked: it would fill the memory. */
const MOST_PIXELS = 60_000_000;
const MOST_PAGES = 2_000;
/** What a page may not do in a file that is handed round (ISO 32000-1, 12.6.4). */
const ACTIVE = new Set(['/JavaScript', '/Launch', '/SubmitForm', '/ImportData', '/Rendition', '/Movie', '/Sound', '/GoToE']);

const name = (text: string) => PDFName.of(text);

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
}

/** How many pages a part takes, or why it cannot be bound. */
export async function examine(content: BoundPart['content']): Promise<Examined> {
  try {
    if (content.kind === 'picture') {
      if (pixelsOf(content.bytes, content.type) > MOST_PIXELS) return { pages: 0, fault: 'too-large' };
      const trial = await PDFDocument.create();
      await embed(trial, content);
      return { pages: 1, fault: null };
    }
    // As if to be bound: what fails only when its pages are taken over fails here.
    const source = await load(content.bytes);
    const pages = source.getPageCount();
    if (pages > MOST_PAGES) return { pages: 0, fault: 'too-large' };
    if (pages === 0) return { pages: 0, fault: 'broken' };
    await addDocument(await begin('', ''), source, { title: '', mark: null });
    return { pages, fault: null };
  } catch (error) {
    const encrypted = error instanceof Error && /encrypt|password/i.test(`${error.name} ${error.message}`);
    return { pages: 0, fault: encrypted ? 'encrypted' : 'broken' };
  }
}

type Bound = { pdf: PDFDocument; structure: BoundStructure };

async function begin(title: string, lang: string): Promise<Bound> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  return { pdf, structure: new BoundStructure(pdf.context, title, lang) };
}

/** Binds the parts (see `bindPdf`). */
export async function composeBinding({ title, author, lang, date, parts }: Binding): Promise<Uint8Array> {
  const bound = await begin(title, lang);
  const { pdf } = bound;
  const bookmarks: { title: string; page: PDFRef }[] = [];
  for (const part of parts) {
    const first = pdf.getPageCount();
    if (part.content.kind === 'pdf') await addDocument(bound, await load(part.content.bytes), part);
    else await addPicture(bound, part, part.content);
    const page = pdf.getPages()[first];
    if (page) bookmarks.push({ title: part.title, page: page.ref });
    if (part.mark !== null) await markPages(pdf, first, part.mark);
  }
  addBookmarks(pdf, bookmarks);
  bound.structure.write(pdf.catalog);
  const at = new Date(`${date}T00:00:00Z`);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(author);
  pdf.setLanguage(lang);
  pdf.setProducer('Entente');
  pdf.setCreator('Entente');
  pdf.setCreationDate(at);
  pdf.setModificationDate(at);
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** Takes over the pages of a document with their structure. One copier for all of it, so that structure and links find the copied pages. */
async function addDocument({ pdf, structure }: Bound, source: PDFDocument, { title }: Pick<BoundPart, 'title' | 'mark'>): Promise<void> {
  const { context } = pdf;
  const before = context.largestObjectNumber;
  const copier = PDFObjectCopier.for(source.context, context);
  const refs = source.getPages().map((page) => copier.copy(page.ref));
  const root = source.catalog.get(name('StructTreeRoot'));
  const tree = root ? copier.copy(root) : undefined;
  const pages: PDFPage[] = [];
  for (const ref of refs) {
    const leaf = context.lookup(ref);
    if (!(leaf instanceof PDFPageLeaf)) throw new Error('a page that is none');
    calm(leaf);
    pages.push(pdf.addPage(PDFPage.of(leaf, ref, pdf)));
  }
  const lang = source.catalog.lookup(name('Lang'));
  const tagged = tree ? context.lookup(tree) : undefined;
  if (tagged instanceof PDFDict && tagged.get(name('K'))) structure.take(tagged, { title, lang, since: before, pages });
  else structure.addWhole(pages, title);
  if (tree instanceof PDFRef) context.delete(tree);
}

/** Takes out of a page what would run, send or open something. */
function calm(leaf: PDFPageLeaf): void {
  leaf.delete(name('AA'));
  const annotations = leaf.lookup(name('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  for (let i = 0; i < annotations.size(); i++) {
    const annotation = annotations.lookup(i);
    if (!(annotation instanceof PDFDict)) continue;
    annotation.delete(name('AA'));
    const action = annotation.lookup(name('A'));
    if (action instanceof PDFDict && ACTIVE.has(String(action.lookup(name('S'))))) annotation.delete(name('A'));
    // What an action leads on to.
    if (action instanceof PDFDict) action.delete(name('Next'));
  }
}

function pixelsOf(bytes: Uint8Array, type: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/png') return view.getUint32(16) * view.getUint32(20);
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = view.getUint8(at + 1);
    // A frame header (ITU T.81, B.2.2) holds the size.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7);
    at += 2 + view.getUint16(at + 2);
  }
  throw new Error('a picture without a size');
}

type Picture = Extract<BoundPart['content'], { kind: 'picture' }>;
const embed = (pdf: PDFDocument, { type, bytes }: Picture) => (type === 'image/png' ? pdf.embedPng(bytes) : pdf.embedJpg(bytes));

/** Gives a picture a page, lying or standing as the picture does, as large as fits. */
async function addPicture({ pdf, structure }: Bound, { title }: BoundPart, content: Picture): Promise<void> {
  const picture = await embed(pdf, content);
  const lies = picture.width > picture.height;
  const page = pdf.addPage(lies ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height]);
  const room = { width: page.getWidth() - 2 * PAGE.margin, height: page.getHeight() - 2 * PAGE.margin };
  const { width, height } = picture.scaleToFit(room.width, room.height);
  const place = { x: (page.getWidth() - width) / 2, y: (page.getHeight() - height) / 2, width, height };
  markedAs(page, 'Figure', () => page.drawImage(picture, place), 0);
  structure.addFigure(page, title);
}

/** Writes small at the head of each page which part it is of, and its number in the file. Turned pages are left as they are. */
async function markPages(pdf: PDFDocument, first: number, mark: string): Promise<void> {
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [i, page] of pdf.getPages().entries()) {
    if (i < first || page.getRotation().angle !== 0) continue;
    const { x, y, width, height } = page.getCropBox();
    const text = `${mark} · ${i + 1}`;
    const size = 7.5;
    const left = x + width - font.widthOfTextAtSize(text, size) - 24;
    markedAs(page, 'Artifact', () => page.drawText(text, { x: left, y: y + height - 20, size, font, color: rgb(0.29, 0.33, 0.38) }));
  }
}

function addBookmarks(pdf: PDFDocument, bookmarks: readonly { title: string; page: PDFRef }[]): void {
  if (bookmarks.length === 0) return;
  const { context } = pdf;
  const outline = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  for (const [i, { title, page }] of bookmarks.entries()) {
    const item = context.obj({ Parent: outline, Dest: context.obj([page, name('Fit')]) });
    item.set(name('Title'), PDFHexString.fromText(title));
    const [previous, next] = [refs[i - 1], refs[i + 1]];
    if (previous) item.set(name('Prev'), previous);
    if (next) item.set(name('Next'), next);
    context.assign(refs[i] as PDFRef, item);
  }
  const ends = { First: refs[0] as PDFRef, Last: refs.at(-1) as PDFRef };
  context.assign(outline, context.obj({ Type: 'Outlines', ...ends, Count: PDFNumber.of(refs.length) }));
  pdf.catalog.set(name('Outlines'), outline);
  pdf.catalog.set(name('PageMode'), name('UseOutlines'));
}
