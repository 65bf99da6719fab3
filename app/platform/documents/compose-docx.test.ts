import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { printable, printableLine } from '#app/lib/printable.ts';
import { composeDocx } from './compose-docx.server.ts';
import type { Report } from './report.ts';
import { HOSTILE, sampleReport, sampleTable } from './testing.ts';

async function parts(report: Report): Promise<Record<string, string>> {
  const files = unzipSync(await composeDocx(report));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

async function htmlOf(report: Report): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: Buffer.from(await composeDocx(report)) })).value;
}

async function textOf(report: Report): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(await composeDocx(report)) })).value;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a Word report', () => {
  it('holds a real table with a header row and every cell of every row', async () => {
    const html = await htmlOf(sampleReport());
    expect(html).toMatch(/<thead><tr><th>(<p>)?Organisme/);
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(html.match(/Cannes/g)).toHaveLength(2);
  });

  it('repeats the header row, cuts no row and names the table', async () => {
    const { 'word/document.xml': xml = '' } = await parts(sampleReport());
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(xml).toContain('<w:tblCaption w:val="Présents"/></w:tblPr>');
  });

  it('uses named styles, East Asian faces and language tags', async () => {
    const files = await parts(sampleReport({ blocks: [{ kind: 'paragraph', text: ['Comité ', { text: '運営委員会', lang: 'ja' }] }] }));
    expect(files['word/document.xml']).toContain('<w:pStyle w:val="Title"/>');
    expect(files['word/document.xml']).toMatch(/<w:lang [^>]*w:eastAsia="ja-JP"[^>]*\/><\/w:rPr><w:t[^>]*>運営委員会/);
    expect(files['word/styles.xml']).toContain('w:eastAsia="Yu Gothic"');
    expect(files['word/styles.xml']).toMatch(/<w:lang w:val="fr-FR" w:eastAsia="ja-JP"\/>/);
  });

  it('numbers its pages, the first one without running head', async () => {
    const files = await parts(sampleReport());
    const footers = Object.entries(files).filter(([path]) => /^word\/footer\d+\.xml$/.test(path));
    expect(footers).toHaveLength(2);
    for (const [, xml] of footers) expect(xml).toMatch(/PAGE.*NUMPAGES/s);
    const headers = Object.entries(files).filter(([path]) => /^word\/header\d+\.xml$/.test(path));
    expect(headers.filter(([, xml]) => xml.includes('Liste – Comité de pilotage'))).toHaveLength(1);
  });

  it('begins a new line where asked, keeps a paragraph with what follows, and says of every line that its height grows with its letters', async () => {
    const files = await parts(sampleReport({ blocks: [{ kind: 'paragraph', keep: true, text: ['Un', { text: '\n' }, 'Deux\nTrois'] }] }));
    const body = files['word/document.xml']?.split('<w:p>').find((found) => found.includes('Un<')) ?? '';
    expect(body.match(/<w:br\/>/g)).toHaveLength(1);
    expect(body).toContain('Deux Trois');
    expect(body).toContain('<w:keepNext/>');
    const title = /<w:style [^>]*w:styleId="Title">.*?<\/w:style>/s.exec(files['word/styles.xml'] ?? '')?.[0];
    expect(title).toMatch(/<w:spacing [^>]*w:lineRule="auto"/);
  });

  it('raises the ending of a French ordinal and loses no letter of it', async () => {
    const report = sampleReport({ kicker: '9es Rencontres, 1er jour' });
    expect((await parts(report))['word/document.xml']?.match(/<w:vertAlign w:val="superscript"\/>/g)).toHaveLength(2);
    expect(await textOf(report)).toContain('9es Rencontres, 1er jour');
  });

  it.each(HOSTILE.map((text, i) => [i, text] as const))('holds hostile text %i as text', async (_i, text) => {
    const report = sampleReport({
      title: text,
      documentTitle: text,
      kicker: text,
      footer: text,
      running: [text, text],
      blocks: [{ ...sampleTable([[text, text, text]]), caption: text }],
    });
    const read = await textOf(report);
    expect(read.split(printableLine(text)).length).toBeGreaterThanOrEqual(6);
    expect(printable(read)).toBe(read);
  });

  it('says so in place of a table without rows', async () => {
    const text = await textOf(sampleReport({ blocks: [sampleTable([])] }));
    expect(text).toContain('Aucune personne.');
  });

  it('makes the same bytes from the same content on another day', async () => {
    const first = await composeDocx(sampleReport());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    const second = await composeDocx(sampleReport());
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });
});
