import { type PDFArray, type PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Binding, bindPdf, examinePart } from './bind.server.ts';
import { renderPdf } from './pdf.server.ts';
import type { Report } from './report.ts';

const report = (title: string, rows = 3): Report => ({
  ...{ lang: 'fr', kicker: 'Rencontres', title, subtitle: null, running: ['', ''], facts: [], figures: [], footer: '' },
  ...{ orientation: 'portrait', author: 'Test', documentTitle: title, description: '', keywords: [], date: '2026-03-16' },
  blocks: [
    { kind: 'heading', text: `Section ${title}` },
    {
      ...{ kind: 'table', caption: 'T', columns: [{ label: 'Ville', width: 1 }], empty: '' },
      rows: Array.from({ length: rows }, (_, i) => [`Ligne ${i} 熊本市`]),
    },
  ],
});
const tagged = (title: string, rows?: number) => renderPdf('/platform/documents/report.typ', report(title, rows), { lang: 'fr' });
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pdfOf = (bytes: Uint8Array) => ({ kind: 'pdf' as const, bytes });

/** A PDF of two pages without tags, with an action on opening and a link that runs a script. */
async function untagged(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const [one] = [pdf.addPage([300, 400]), pdf.addPage([300, 400])];
  one.drawText('Sans balises', { x: 40, y: 300, size: 14 });
  const script = pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
  const link = pdf.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: script });
  one.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(link)]));
  one.node.set(PDFName.of('AA'), pdf.context.obj({ O: script }));
  return pdf.save();
}

const binding = async (): Promise<Binding> => ({
  ...{ title: 'Dossier 参加者資料', author: 'Entente', lang: 'fr', date: '2026-03-16' },
  parts: [
    { title: 'Ordre du jour', mark: null, content: pdfOf(await tagged('Couverture')) },
    { title: 'Doc 1 – Été', mark: 'Doc 1', content: pdfOf(await tagged('Premier', 120)) },
    { title: 'Doc 2 – 写真', mark: 'Doc 2', content: { kind: 'picture', type: 'image/png', bytes: png } },
    { title: 'Doc 3', mark: 'Doc 3', content: pdfOf(await untagged()) },
    { title: 'Doc 4', mark: 'Doc 4', content: pdfOf(await tagged('Dernier')) },
  ],
});

describe('a bound file', () => {
  let bytes: Uint8Array;
  let read: Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>;
  beforeAll(async () => {
    bytes = await bindPdf(await binding());
    read = await pdfjs.getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  });

  it('holds the pages of all parts in order, each with a bookmark that leads to it', async () => {
    const outline = await read.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(['Ordre du jour', 'Doc 1 – Été', 'Doc 2 – 写真', 'Doc 3', 'Doc 4']);
    const pages = await Promise.all(
      outline.map(
        async ({ dest }) => 1 + (await read.getPageIndex((dest as { num: number; gen: number }[])[0] as { num: number; gen: number })),
      ),
    );
    const first = await examinePart(pdfOf(await tagged('Premier', 120)));
    expect(first.pages).toBeGreaterThan(2);
    expect(pages).toEqual([1, 2, 2 + first.pages, 3 + first.pages, 5 + first.pages]);
    expect(read.numPages).toBe(5 + first.pages);
  });

  it('numbers the pages of the documents through the file', async () => {
    const page = await read.getPage(3);
    const { items } = await page.getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : ''))).toContain('Doc 1 · 3');
  });

  it('keeps the tagged structure of each part, and gives one to what had none', async () => {
    const roles = async (number: number) => JSON.stringify(await (await read.getPage(number)).getStructTree());
    expect(await roles(2)).toContain('"role":"H1"');
    expect(await roles(3)).toContain('"role":"TD"');
    expect(await roles(read.numPages)).toContain('"role":"H1"');
    expect(await roles(read.numPages - 3)).toContain('"role":"Figure"');
    expect(await roles(read.numPages - 2)).toContain('"role":"P"');
    expect(((await read.getMarkInfo()) as unknown as Map<string, boolean>).get('Marked')).toBe(true);
  });

  it('runs nothing that a part would have run', async () => {
    const bound = await PDFDocument.load(bytes);
    const { node: leaf } = bound.getPage(read.numPages - 3);
    expect(leaf.get(PDFName.of('AA'))).toBeUndefined();
    const link = (leaf.lookup(PDFName.of('Annots')) as PDFArray).lookup(0) as PDFDict;
    expect(String(link.get(PDFName.of('Subtype')))).toBe('/Link');
    expect(link.get(PDFName.of('A'))).toBeUndefined();
  });

  it('is the same to the byte when it is bound again', async () => {
    expect(Buffer.from(await bindPdf(await binding())).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('a part that cannot be bound', () => {
  const hostile: [string, () => Promise<Uint8Array> | Uint8Array, string][] = [
    ['nothing', () => new Uint8Array(), 'broken'],
    ['text that says it is one', () => Buffer.from('%PDF-1.7\nhello'), 'broken'],
    ['half of one', async () => (await tagged('X', 200)).subarray(0, 4_000), 'broken'],
    [
      'one that asks for a password',
      async () => {
        const pdf = await PDFDocument.create();
        pdf.addPage();
        pdf.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
        return pdf.save();
      },
      'encrypted',
    ],
  ];
  it.each(hostile)('is told: %s', async (_what, make, fault) => {
    expect(await examinePart(pdfOf(await make()))).toEqual({ pages: 0, fault });
  });

  it('is a picture that would fill the memory', async () => {
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(await examinePart({ kind: 'picture', type: 'image/png', bytes: bomb })).toEqual({ pages: 0, fault: 'too-large' });
    expect(await examinePart({ kind: 'picture', type: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff]) })).toMatchObject({
      fault: 'broken',
    });
  });
});
