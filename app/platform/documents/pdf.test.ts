import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { coveredCodePoints } from './fonts.server.ts';
import { renderPdf } from './pdf.server.ts';
import type { Report } from './report.ts';
import { showable } from './showable.server.ts';
import { HOSTILE, type ReadPdf, readPdf, sampleReport, sampleTable } from './testing.ts';

// Hundreds of rows are read back by a slow independent reader, on a machine that does other work.
vi.setConfig({ testTimeout: 60_000 });

const REPORT = '/platform/documents/report.typ';

async function pdfOf(report: Report): Promise<ReadPdf> {
  return readPdf(await renderPdf(REPORT, report, { lang: report.lang }));
}

/** Text without the spaces and breaks that setting a line adds. */
const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('a printed report', () => {
  it('is a tagged PDF/UA-1 file with a language, a title and an outline', async () => {
    const pdf = await pdfOf(sampleReport());
    expect(pdf.marked).toBe(true);
    expect(pdf.raw).toContain('/StructTreeRoot');
    expect(pdf.raw).toMatch(/<pdfuaid:part>1</);
    expect(pdf.info).toMatchObject({ Language: 'fr', Title: 'Liste – Comité de pilotage', Author: 'Comité de pilotage' });
    expect(pdf.outline).toEqual(['Liste', expect.stringContaining('Présents')]);
    expect(pdf.roles).toMatchObject({ H1: 1, H2: 1, Table: 1, TH: 3 });
  });

  it('shows a shared first cell once and every other cell', async () => {
    const pdf = await pdfOf(sampleReport());
    expect(pdf.text.split('Cannes')).toHaveLength(2);
    expect(pdf.text).toContain('ABADIE');
    expect(pdf.text).toContain('Chargée de mission');
    expect(pdf.roles.TD).toBe(5);
  });

  it('marks a run in another language, so that it is read out as such', async () => {
    const table = { ...sampleTable([]), rows: [['Cannes', 'x', { text: '運営委員会', lang: 'ja' }]] };
    const pdf = await pdfOf(sampleReport({ blocks: [table] }));
    expect(pdf.raw).toMatch(/\/Lang ?\(ja\)/);
    expect(pdf.text).toContain('運営委員会');
  });

  it.each(['fr', 'en', 'ja'] as const)('sets the no-break spaces of French with its faces, in a report in %s', async (lang) => {
    const said = 'Où\u202f?\u00a0: «\u00a0ici\u00a0»\u202f; 会議\u202f!';
    const pdf = await pdfOf(
      sampleReport({ lang, title: said, blocks: [{ ...sampleTable([]), rows: [['Cannes', said, { text: said, lang: 'fr' }]] }] }),
    );
    expect(squeezed(pdf.text).split(squeezed(said)).length).toBeGreaterThan(3);
    expect(pdf.text).not.toContain('〓');
  });

  it('numbers its pages and repeats header and table head on each', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => [`Commune ${i}`, `M. Nom ${i}`, 'Maire']);
    const pdf = await pdfOf(sampleReport({ blocks: [sampleTable(rows)] }));
    expect(pdf.pages.length).toBeGreaterThan(2);
    pdf.pages.forEach((page, i) => {
      expect(squeezed(page)).toContain(`${i + 1}/${pdf.pages.length}`);
      expect(page).toContain('Fonction');
      expect(page.includes('Liste – Comité de pilotage')).toBe(i > 0);
    });
    for (const [name] of rows) expect(pdf.text).toContain(name);
  });

  it('repeats the shared cell of a long group, which merged would be missing on later pages', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => ['Cannes', `M. Nom ${i}`, 'Maire']);
    const pdf = await pdfOf(sampleReport({ blocks: [sampleTable(rows)] }));
    for (const page of pdf.pages) expect(page).toContain('Cannes');
  });

  it('says so in place of a table without rows', async () => {
    const pdf = await pdfOf(sampleReport({ blocks: [sampleTable([])] }));
    expect(pdf.text).toContain('Aucune personne.');
    expect(pdf.roles.Table).toBeUndefined();
  });

  it.each(HOSTILE.map((text, i) => [i, text] as const))('shows hostile text %i as text, in every place', async (_i, text) => {
    const pdf = await pdfOf(
      sampleReport({
        kicker: text,
        title: text,
        documentTitle: text,
        subtitle: text,
        running: [text, text],
        footer: text,
        blocks: [sampleTable([[text, text, text]])],
      }),
    );
    // An apostrophe between letters is set as a typographic one; the rest must come back as it went in.
    expect(squeezed(pdf.text).replaceAll('’', "'")).toContain(squeezed(showable(text)).slice(0, 40));
  });

  it('keeps all of a function of 2,000 characters on the page', async () => {
    const role = Array.from({ length: 250 }, (_, i) => `mot${i}`).join(' ');
    const pdf = await pdfOf(sampleReport({ blocks: [sampleTable([['Cannes', 'M. X', role]])] }));
    for (let i = 0; i < 250; i++) expect(pdf.text).toContain(`mot${i}`);
  });

  it('makes the same bytes from the same content, with no face of the machine', async () => {
    const report = sampleReport({ blocks: [sampleTable(HOSTILE.map((text) => [text, text, text]))] });
    const [first, second] = await Promise.all([renderPdf(REPORT, report, { lang: 'fr' }), renderPdf(REPORT, report, { lang: 'fr' })]);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
    const faces = new Set([...(await readPdf(first)).raw.matchAll(/\/BaseFont ?\/[A-Z]{6}\+(\w+)/g)].map((match) => match[1]));
    expect([...faces].filter((face) => !/^(SourceSans3|SourceSerif4|NotoSansJP|ShipporiMincho)/.test(face ?? ''))).toEqual([]);
    expect(faces.size).toBeGreaterThan(1);
  });

  it('refuses a template that does not compile, and goes on setting others', async () => {
    await expect(renderPdf('/platform/documents/nowhere.typ', sampleReport(), { lang: 'fr' })).rejects.toThrow(
      'the document could not be made',
    );
    expect((await pdfOf(sampleReport())).pages).toHaveLength(1);
  });
});

describe('a showable text', () => {
  it('keeps French and Japanese as they are, rare kanji included', () => {
    const text = 'Œuvre d’Éric, « où » ? — 髙﨑 葛飾 𠮷野家（敬称略）ー〜①';
    expect(showable(text)).toBe(text);
  });

  it('marks what no face can show, and never drops it silently', () => {
    expect(showable('a😀b ش')).toBe('a〓b 〓');
  });

  it('holds only characters that the faces have, whatever comes in', () => {
    const covered = coveredCodePoints();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...showable(text)].filter((char) => char !== '\n' && char !== '\t' && !covered.has(char.codePointAt(0) ?? 0))).toEqual([]);
      }),
    );
  });
});
